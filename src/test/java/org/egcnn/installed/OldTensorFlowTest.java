/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The zip unpacked beside the TensorFlow that other plugins of Fiji bring, 1.15 with its native
 * library, an old protobuf and another JavaCPP, all on one class path: both compute in one Java, in
 * either order, and ours computes the same as alone.
 */
@Tag("old-tensorflow")
class OldTensorFlowTest {
  private static final Path OLD = Path.of("target", "old-tensorflow");
  private static final Path OLD_NATIVE = Path.of("target", "old-tensorflow-native");
  private static final String OURS =
      "ours TensorFlow 2.18.0: finished; 1 done, 0 skipped, 0 failed";

  @TempDir static Path folder;

  @BeforeAll
  static void unpack() throws IOException {
    FijiZip.unpackOver(folder.resolve("fiji"));
  }

  /** The flat class path of a Fiji, other plugins' jars first. */
  private static List<Path> classPath(boolean withOld) throws IOException {
    List<Path> jars = new ArrayList<>();
    if (withOld) {
      jars.addAll(FijiZip.list(OLD, "*.jar"));
      jars.addAll(FijiZip.list(OLD_NATIVE, "*.jar"));
      assertEquals(5, jars.size(), jars.toString());
    }
    jars.addAll(FijiZip.list(folder.resolve("fiji/plugins"), "*.jar"));
    jars.addAll(FijiZip.list(folder.resolve("fiji/lib/eg-cnn/imagej"), "*.jar"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (Path.of(entry).getFileName().toString().matches("ij-1.*[.]jar|test-classes")) {
        jars.add(Path.of(entry));
      }
    }
    return jars;
  }

  /** Runs {@link BesideOldTensorFlow} and returns the lines it prints. */
  private static List<String> run(Path work, boolean withOld, String... order)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                classPath(withOld).stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)),
                BesideOldTensorFlow.class.getName(),
                Files.createDirectories(work).toString()));
    command.addAll(List.of(order));
    Path output = work.resolve("output.txt");
    Path errors = work.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    String all = Files.readString(output) + Files.readString(errors);
    assertTrue(ended, all);
    assertEquals(0, process.exitValue(), all);
    return Files.readAllLines(output);
  }

  private static void assertSameResults(Path alone, Path beside) throws IOException {
    for (String file : List.of("model/weights.safetensors", "segmented/example_003.nii.gz")) {
      assertArrayEquals(
          Files.readAllBytes(alone.resolve(file)), Files.readAllBytes(beside.resolve(file)), file);
    }
  }

  @Test
  void bothComputeInEitherOrder() throws Exception {
    Path alone = folder.resolve("alone");
    assertEquals(List.of(OURS), run(alone, false, "ours"));
    Path mask = alone.resolve("job1/segmented/example_003.nii.gz");
    long labelled = 0;
    for (var label : VolumeIO.standard().read(mask).labels()) {
      labelled += label.get() > 0 ? 1 : 0;
    }
    assertTrue(labelled > 0, "an empty mask would always be the same");

    Path oldFirst = folder.resolve("old-first");
    assertEquals(
        List.of("old 1.15.0: 9.0", OURS, "old 1.15.0: 25.0"),
        run(oldFirst, true, "old", "ours", "old"));
    assertSameResults(alone.resolve("job1"), oldFirst.resolve("job2"));

    Path oursFirst = folder.resolve("ours-first");
    assertEquals(
        List.of(OURS, "old 1.15.0: 16.0", OURS), run(oursFirst, true, "ours", "old", "ours"));
    assertSameResults(alone.resolve("job1"), oursFirst.resolve("job1"));
    assertSameResults(alone.resolve("job1"), oursFirst.resolve("job3"));
  }
}
