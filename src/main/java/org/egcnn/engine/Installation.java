/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells, before TensorFlow is loaded, what will keep it from running or make it suffer. Looks at
 * files' names and system properties only, which takes milliseconds.
 */
public final class Installation {
  /** A heap below this cannot hold an image of 512x512x500 voxels and its labels. */
  private static final long LEAST_HEAP = 1L << 30;

  /** A network of the default width with a crop of 64x64x64 voxels needs about as much. */
  private static final long LEAST_ENGINE_MEMORY = 2L << 30;

  private static final Pattern NATIVE =
      Pattern.compile("tensorflow-core-native-[0-9][^-]*(?:-SNAPSHOT)?-(.+?)(?:-gpu)?\\.jar");

  private final Platform platform;
  private final long heap;
  private final long engineMemory;
  private final Optional<Path> folder;

  /**
   * An installation.
   *
   * @param platform the system and processor
   * @param heap bytes that Java's heap may take at most
   * @param engineMemory bytes for TensorFlow beside the heap, or 0 if unknown
   * @param folder the private folder of TensorFlow's jars, or empty if the class path has them
   */
  Installation(Platform platform, long heap, long engineMemory, Optional<Path> folder) {
    this.platform = platform;
    this.heap = heap;
    this.engineMemory = engineMemory;
    this.folder = folder;
  }

  /** The one that this program runs in. */
  public static Installation current() {
    return new Installation(
        Platform.of(System.getProperty("os.name"), System.getProperty("os.arch")),
        Runtime.getRuntime().maxMemory(),
        MachineMemory.forEngine(),
        EngineLoader.folder());
  }

  /**
   * Something wrong with an installation.
   *
   * @param fatal whether training and segmenting cannot work
   * @param message what it is and what to do, in one line
   */
  public record Problem(boolean fatal, String message) {}

  /** What is wrong, the fatal first; often nothing. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    platformProblem().or(this::folderProblem).ifPresent(m -> problems.add(new Problem(true, m)));
    memoryProblems().forEach(m -> problems.add(new Problem(false, m)));
    return problems;
  }

  private Optional<String> platformProblem() {
    if (platform.isSupported()) {
      return Optional.empty();
    }
    return Optional.of(
        "TensorFlow does not run on this system ("
            + platform.name()
            + "). EG-CNN trains and segments on "
            + String.join(", ", Platform.SUPPORTED.stream().sorted().toList())
            + (platform.name().endsWith("-x86") ? "; a 64-bit Java may be all that is missing" : "")
            + ". Other menu entries work");
  }

  private Optional<String> folderProblem() {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    List<String> natives;
    try {
      natives = natives(folder.get());
    } catch (IOException e) {
      return Optional.of(
          "EG-CNN's folder of TensorFlow, "
              + folder.get()
              + ", is missing or cannot be read. Unpack EG-CNN's zip again over this program's"
              + " folder");
    }
    if (natives.isEmpty()) {
      return Optional.of(
          "TensorFlow's native library is missing from "
              + folder.get()
              + ". Unpack the EG-CNN zip for "
              + platform.name()
              + " over this program's folder");
    }
    if (!natives.contains(platform.name())) {
      return Optional.of(
          "This EG-CNN was made for "
              + String.join(", ", natives)
              + ", but this system is "
              + platform.name()
              + ". Unpack the EG-CNN zip for "
              + platform.name()
              + " over this program's folder");
    }
    return Optional.empty();
  }

  /** The platforms whose native libraries lie in a folder. */
  private static List<String> natives(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NATIVE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .distinct()
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private List<String> memoryProblems() {
    List<String> problems = new ArrayList<>();
    if (heap < LEAST_HEAP) {
      problems.add(
          "Java may use only "
              + megabytes(heap)
              + " MB for images. Give it 2000 MB or more in Edit > Options > Memory & Threads, or"
              + " start it with -Xmx2g");
    }
    if (engineMemory > 0 && engineMemory < LEAST_ENGINE_MEMORY) {
      problems.add(
          "There are only "
              + megabytes(engineMemory)
              + " MB of memory beside Java's for the networks. Lower Java's share, or train with a"
              + " small width and crop, such as 8 and 32x32x32");
    }
    return problems;
  }

  private static long megabytes(long bytes) {
    return bytes / (1 << 20);
  }
}
