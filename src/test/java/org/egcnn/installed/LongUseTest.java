/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long session with the zip's jars, TensorFlow behind its isolating loader: nothing grows. */
@Tag("long-use")
class LongUseTest {
  private static final int SEGMENTATIONS = 500;
  private static final int TRAININGS = 200;

  /** Java's common pool keeps idle threads for a while; the menu's command uses it. */
  private static final int IDLE_THREADS = 2;

  @TempDir static Path folder;
  private static List<Sample> samples;

  /** What the process held. */
  private record Sample(
      String what, int done, long resident, long heap, long nativeBytes, int threads, int handles) {

    static Sample parse(String line) {
      String[] fields = line.split("\t");
      return new Sample(
          fields[0],
          Integer.parseInt(fields[1]),
          Long.parseLong(fields[2]),
          Long.parseLong(fields[3]),
          Long.parseLong(fields[4]),
          Integer.parseInt(fields[5]),
          Integer.parseInt(fields[6]));
    }

    @Override
    public String toString() {
      return String.format(
          "| %s | %d | %.1f | %.2f | %d | %d | %d |",
          what, done, resident / 1e6, heap / 1e6, nativeBytes, threads, handles);
    }
  }

  @BeforeAll
  static void run() throws Exception {
    FijiZip.unpackOver(folder.resolve("fiji"));
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // all of the heap from the start, so that only what is outside of it can grow
                "-Xms512m",
                "-Xmx512m",
                "-XX:+AlwaysPreTouch",
                // threads of Java's own that come and go would hide one of ours
                "-XX:-UseDynamicNumberOfCompilerThreads",
                "-XX:-UseDynamicNumberOfGCThreads",
                "-Djava.awt.headless=true",
                "-cp",
                classPath(),
                LongUse.class.getName(),
                Files.createDirectory(folder.resolve("work")).toString(),
                Integer.toString(SEGMENTATIONS),
                Integer.toString(TRAININGS))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.MINUTES);
    process.destroyForcibly();
    String all = Files.readString(output) + Files.readString(errors);
    assertTrue(ended, all);
    assertEquals(0, process.exitValue(), all);
    samples =
        Files.readAllLines(output).stream()
            .filter(line -> line.contains("\t"))
            .map(Sample::parse)
            .toList();
    System.out.println(
        "| what | done | resident MB | heap MB | native bytes | threads | handles |");
    samples.forEach(System.out::println);
  }

  private static String classPath() throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.addAll(FijiZip.list(folder.resolve("fiji/plugins"), "*.jar"));
    jars.addAll(FijiZip.list(folder.resolve("fiji/lib/eg-cnn/imagej"), "*.jar"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (Path.of(entry).getFileName().toString().matches("ij-1.*[.]jar|test-classes")) {
        jars.add(Path.of(entry));
      }
    }
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Sample sample(String what, int done) {
    return samples.stream()
        .filter(s -> s.what().equals(what) && s.done() == done)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void segmentingLeavesNothing() {
    flat(sample("segment", 100), sample("segment", SEGMENTATIONS), IDLE_THREADS);
  }

  @Test
  void cancelledTrainingsLeaveNothing() {
    flat(sample("train", 20), sample("train", TRAININGS), 0);
  }

  private static void flat(Sample early, Sample late, int moreThreads) {
    String both = early + "\n" + late;
    assertTrue(late.resident() < 1.05 * early.resident(), both);
    assertTrue(late.heap() < 1.05 * early.heap() + 1e6, both);
    assertEquals(early.nativeBytes(), late.nativeBytes(), both);
    assertTrue(late.threads() <= early.threads() + moreThreads, both);
    assertEquals(early.handles(), late.handles(), both);
  }
}
