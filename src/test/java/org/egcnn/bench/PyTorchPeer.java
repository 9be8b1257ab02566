/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A build of PyTorch and how it is started.
 *
 * @param name for people
 * @param command what starts it; the arguments of {@code src/test/python/pytorch_peer.py} follow
 */
record PyTorchPeer(String name, List<String> command) {
  /** Where the profile {@code pytorch} puts libtorch, with a JavaCPP that is not TensorFlow's. */
  private static final Path LIBTORCH = Path.of("target", "libtorch");

  /**
   * Debian's python3-torch and PyTorch 2.10 in C++, each with GNU OpenMP's waiting as it is, and
   * sleeping: threads that wait by spinning are seven times slower where another program wants a
   * processor, and a peer should not lose by that.
   */
  static List<PyTorchPeer> all() {
    PyTorchPeer python =
        new PyTorchPeer(
            "python3-torch", List.of("/usr/bin/python3", "src/test/python/pytorch_peer.py"));
    PyTorchPeer libtorch = new PyTorchPeer("libtorch 2.10", libtorch());
    return List.of(python, python.waiting(), libtorch, libtorch.waiting());
  }

  private PyTorchPeer waiting() {
    List<String> words = new ArrayList<>(List.of("env", "OMP_WAIT_POLICY=passive"));
    words.addAll(command);
    return new PyTorchPeer(name + ", waiting", words);
  }

  private static List<String> libtorch() {
    String classPath =
        String.join(
            File.pathSeparator,
            Path.of("target", "classes").toString(),
            LIBTORCH.resolve("classes").toString(),
            LIBTORCH.resolve("*").toString());
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-Dorg.bytedeco.javacpp.maxBytes=0",
        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
        "-cp",
        classPath,
        "org.egcnn.bench.LibtorchPeer");
  }
}
