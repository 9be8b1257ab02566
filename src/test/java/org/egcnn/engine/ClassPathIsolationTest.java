/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fiji's class path is flat, and other plugins put TensorFlow 1.15, an old protobuf and another
 * JavaCPP on it. A JVM that has these first must train and predict all the same, with the jars of
 * the engine's folder. The build copies the old jars to {@code target/old-tensorflow}.
 */
class ClassPathIsolationTest {
  private static final Path OLD = Path.of("target", "old-tensorflow");

  @TempDir Path folder;

  private final List<Path> engineJars = new ArrayList<>();
  private final List<Path> ordinary = new ArrayList<>();

  @BeforeEach
  void divideTheClassPath() {
    assumeTrue(Files.isDirectory(OLD), "no old jars in " + OLD + "; run the test with Maven");
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      String name = path.getFileName().toString();
      boolean ours =
          Stream.of("tensorflow-core-", "ndarray-", "javacpp-", "protobuf-java-")
              .anyMatch(name::startsWith);
      (ours ? engineJars : ordinary).add(path);
    }
    assertEquals(6, engineJars.size(), engineJars.toString());
  }

  /** JUnit would warn of links that leave the folder it deletes. */
  @AfterEach
  void unlink() throws IOException {
    for (Path jar : engineJars) {
      Files.deleteIfExists(folder.resolve(jar.getFileName()));
    }
  }

  @Test
  void trainsBesideAnOldTensorFlow() throws Exception {
    for (Path jar : engineJars) {
      Files.createSymbolicLink(folder.resolve(jar.getFileName()), jar.toAbsolutePath());
    }
    String output = run("-D" + EngineLoader.FOLDER_PROPERTY + "=" + folder);
    Map<String, String> expected =
        Map.of(
            "class path: org.tensorflow.TensorFlow", "libtensorflow-1.15.0.jar",
            "class path: com.google.protobuf.Message", "protobuf-java-3.5.1.jar",
            "class path: org.bytedeco.javacpp.Pointer", "javacpp-1.5.10.jar",
            "engine: org.tensorflow.TensorFlow", "tensorflow-core-api-1.1.0.jar",
            "engine: com.google.protobuf.Message", "protobuf-java-3.21.9.jar",
            "engine: org.bytedeco.javacpp.Pointer", "javacpp-1.5.11.jar",
            "engine: TensorFlow", "2.18.0",
            "losses fall:", "true",
            "mean probability:", "50",
            "old message:", "org.tensorflow.framework.ConfigProto");
    expected.forEach(
        (what, value) ->
            assertTrue(output.contains(what + " " + value + System.lineSeparator()), output));
  }

  @Test
  void anOldTensorFlowAloneIsNotTakenForOurs() throws Exception {
    String output = run("-Dnone");
    assertTrue(output.contains("engine: EG-CNN's installation is incomplete"), output);
    assertTrue(output.contains("Install EG-CNN again"), output);
  }

  /**
   * What {@link IsolatedTraining} prints with the old jars first and ours not on the class path.
   */
  private String run(String option) throws IOException, InterruptedException {
    List<Path> classPath = new ArrayList<>();
    try (Stream<Path> jars = Files.list(OLD)) {
      jars.sorted().forEach(classPath::add);
    }
    assertEquals(4, classPath.size(), classPath.toString());
    classPath.addAll(ordinary);
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                option,
                "-cp",
                classPath.stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)),
                IsolatedTraining.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(output);
    assertTrue(ended, () -> "it hangs after\n" + text);
    assertEquals(0, process.exitValue(), text);
    return text;
  }
}
