/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.egcnn.imagej.HeadlessImageJ;
import org.egcnn.model.Json;
import org.egcnn.segment.Shard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code docs/cluster}, as they are, in a real Slurm. */
@Tag("slurm")
class SlurmTest {
  private static final String TINY =
      "--width=4 --levels=2 --batch=1 --crop=16x16x16 --validate-every=1";

  @TempDir static Path folder;
  private static Path work;
  private static Path data;
  private static Path model;
  private static Slurm slurm;

  @BeforeAll
  static void start() throws Exception {
    work = Files.createDirectory(folder.resolve("work"));
    slurm = Slurm.start(folder.resolve("slurm"), work);
    data = work.resolve("data");
    model = work.resolve("model");
    egCnn("example --out data --cases=3 --tests=12 --size=32x48x48 --spacing=8");
    egCnn("train --data data --out model --epochs=1 " + TINY);
  }

  @AfterAll
  static void stop() throws Exception {
    slurm.close();
  }

  /** Runs the command line outside of Slurm, in its working folder. */
  private static String egCnn(String arguments) throws IOException, InterruptedException {
    return slurm.run(Map.of(), (Slurm.BIN.resolve("eg-cnn") + " " + arguments).split(" "));
  }

  private static JsonObject segmented(String masks) throws IOException, InterruptedException {
    return Json.fromTree(
        work.resolve(masks),
        com.google.gson.JsonParser.parseString(egCnn("info --json --segmented " + masks)),
        JsonObject.class);
  }

  private static List<String> visible(Path masks) throws IOException {
    try (Stream<Path> files = Files.list(masks)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static byte[] decompressed(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static List<String> cases() throws IOException {
    return visible(data.resolve("imagesTs")).stream()
        .map(name -> name.replace(".nii.gz", ""))
        .toList();
  }

  /** The shard of four that has most cases, so that one is done and another is not for a while. */
  private static int largestShard() throws IOException {
    List<String> cases = cases();
    List<Long> sizes =
        IntStream.range(0, 4)
            .mapToObj(i -> cases.stream().filter(new Shard(i, 4)::has).count())
            .toList();
    return sizes.indexOf(Collections.max(sizes));
  }

  /** Four tasks segment 12 volumes; one is killed in the middle and requeued by hand. */
  @Test
  void anArraySegmentsEveryVolumeOnce() throws Exception {
    Map<String, String> settings =
        Map.of("MODEL", "model", "IMAGES", "data", "MASKS", "masks", "OPTIONS", "--overlap 0.8");
    String job = slurm.submit("segment-array.sbatch", settings);
    int victim = largestShard();
    Path manifest = work.resolve("masks/manifest/shard-" + victim + "-of-4.json");
    slurm.until(
        () ->
            Files.exists(manifest) && count(manifest, "done") > 0 && count(manifest, "running") > 0,
        () -> "shard " + victim + " was never in the middle");
    kill("-KILL", javaOf("--shard", victim + "/4"));
    slurm.await(job + "_" + victim, "FAILED");
    assertFalse(segmented("masks").get("complete").getAsBoolean());
    slurm.run(Map.of(), "scontrol", "requeue", job + "_" + victim);
    String evaluation =
        slurm.submit(
            "evaluate.sbatch",
            Map.of("MASKS", "masks", "REFERENCES", "data/labelsTs", "SCORES", "scores"),
            "--dependency=afterany:" + job);
    slurm.await(evaluation, "COMPLETED");
    slurm.await(job, "COMPLETED");

    egCnn("segment --model model --in data --out alone --overlap 0.8 --threads 1");
    List<String> expected = new ArrayList<>(visible(work.resolve("alone")));
    assertEquals(12, expected.size());
    expected.add("manifest");
    assertEquals(expected, visible(work.resolve("masks")));
    for (String name : visible(work.resolve("alone"))) {
      assertArrayEquals(
          decompressed(work.resolve("alone").resolve(name)),
          decompressed(work.resolve("masks").resolve(name)),
          name);
    }
    JsonObject state = segmented("masks");
    assertTrue(state.get("complete").getAsBoolean(), state.toString());
    assertEquals(12, state.get("done").getAsInt(), state.toString());
    assertTrue(Files.exists(work.resolve("scores/report.html")));
  }

  /** Once by the signal before the end of its time, once by a job of a higher partition. */
  @Test
  void aPreemptedTrainingGoesOn() throws Exception {
    String options = TINY + " --epochs=40 --steps-per-epoch=30 --seed=3";
    egCnn("train --data data --out whole --threads 1 " + options);
    String job =
        slurm.submit(
            "train-requeue.sbatch",
            Map.of("DATA", "data", "MODEL", "preempted", "OPTIONS", options));
    awaitEpochs(3);
    slurm.run(Map.of(), "scancel", "--batch", "--signal=TERM", job);
    awaitStatus("cancelled");
    int stopped = epochs();
    assertTrue(stopped < 40, "it was stopped too late");
    awaitEpochs(stopped + 3);

    String urgent = slurm.submitUrgent("sleep 2");
    awaitStatus("cancelled");
    assertTrue(epochs() < 40, "it was preempted too late");
    slurm.await(urgent, "COMPLETED");
    slurm.await(job, "COMPLETED");
    assertEquals(history("whole"), history("preempted"));
    String log = Files.readString(work.resolve("train-" + job + ".log"));
    assertEquals(2, log.split("Going on with the settings", -1).length - 1, log);
    assertTrue(log.contains("DUE TO PREEMPTION"), log);
    assertEquals(1, log.split("back into the queue", -1).length - 1, log);
  }

  private static int epochs() throws IOException {
    Path history = work.resolve("preempted/history.csv");
    return Files.exists(history) ? Files.readAllLines(history).size() - 1 : 0;
  }

  private static void awaitEpochs(int least) throws Exception {
    slurm.until(() -> epochs() >= least, () -> "only " + epochs() + " epochs");
  }

  private static void awaitStatus(String status) throws Exception {
    Path training = work.resolve("preempted/training.json");
    slurm.until(
        () -> Files.readString(training).contains("\"status\": \"" + status + "\""),
        () -> Files.readString(training));
  }

  /** The history's columns but those that hold times. */
  private static List<String> history(String name) throws IOException {
    return Files.readAllLines(work.resolve(name).resolve("history.csv")).stream()
        .map(
            line -> {
              List<String> fields = new ArrayList<>(Arrays.asList(line.split(",", -1)));
              fields.remove(fields.size() - 1);
              fields.remove(7);
              return String.join(",", fields);
            })
        .toList();
  }

  @Test
  void aJobThatIsCancelledStaysSo() throws Exception {
    String job =
        slurm.submit(
            "train-requeue.sbatch",
            Map.of("DATA", "data", "MODEL", "cancelled", "OPTIONS", TINY + " --epochs=100000"));
    Path history = work.resolve("cancelled/history.csv");
    slurm.until(() -> Files.exists(history), () -> "it does not train");
    slurm.run(Map.of(), "scancel", job);
    slurm.await(job, "CANCELLED");
    assertTrue(Files.isDirectory(work.resolve("cancelled/checkpoint")));
    assertFalse(Files.readString(work.resolve("train-" + job + ".log")).contains("into the queue"));
  }

  @Test
  void eachFoldIsATask() throws Exception {
    String job =
        slurm.submit(
            "folds-array.sbatch",
            Map.of(
                "DATA",
                "data",
                "MODELS",
                "cv",
                "MASKS",
                "cv/masks",
                "OPTIONS",
                TINY + " --epochs=1"),
            "--array=0-2");
    String evaluation =
        slurm.submit(
            "evaluate.sbatch",
            Map.of("MASKS", "cv/masks", "REFERENCES", "data", "SCORES", "cv/scores"),
            "--dependency=afterok:" + job);
    slurm.await(evaluation, "COMPLETED");
    assertEquals(visible(data.resolve("imagesTr")), visible(work.resolve("cv/masks")));
    assertEquals(1 + 3 * 2, Files.readAllLines(work.resolve("cv/scores/cases.csv")).size());
  }

  @Test
  void eachRunOfAComparisonIsATask() throws Exception {
    Files.writeString(
        work.resolve("experiment.json"),
        """
        {"name": "In tasks", "cases": {"training_share": 0.67, "seed": 1}, "backbones": ["seg-net"],
         "seeds": [1], "settings": {"width": 4, "levels": 2, "crop": "16x16x16", "epochs": 1},
         "variants": [{"name": "none", "edge_stream": false}, {"name": "edge stream", "edge_stream": true}]}
        """);
    String job =
        slurm.submit(
            "compare-array.sbatch",
            Map.of("EXPERIMENT", "experiment.json", "DATA", "data", "OUT", "compared"),
            "--array=1-2");
    slurm.await(job, "COMPLETED");
    String comparison = egCnn("compare --experiment experiment.json --data data --out compared");
    assertTrue(comparison.contains("2 of 2 runs are done: 0 now, 2 before"), comparison);
  }

  /** The same without {@code eg-cnn}: an ImageJ that is patched as Fiji is. */
  @Test
  void macrosRunInFiji() throws Exception {
    Path fiji = fiji();
    Path job = Files.createDirectories(work.resolve("job"));
    egCnn("example --out job/data --cases=3 --tests=5 --size=32x48x48 --spacing=8");
    Map<String, String> settings = Map.of("FIJI", fiji.toString(), "FOLDER", job + "/");
    String whole = slurm.submit("fiji-macro.sbatch", settings);
    Path training = job.resolve("job/model/training.json");
    slurm.until(
        () -> Files.exists(training.resolveSibling("history.csv")), () -> "it does not train");
    slurm.run(Map.of(), "scancel", "--batch", "--signal=TERM", whole);
    slurm.until(
        () -> Files.readString(training).contains("\"status\": \"cancelled\""),
        () -> Files.readString(training));
    slurm.await(whole, "COMPLETED");
    String log = Files.readString(work.resolve("fiji-" + whole + ".log"));
    assertTrue(log.contains("back into the queue"), log);
    assertTrue(log.contains("Going on with the settings"), log);
    assertTrue(Files.readString(training).contains("\"status\": \"finished\""));

    String macro = Path.of("macros/segment_shard.ijm").toAbsolutePath().toString();
    String shards =
        slurm.submit(
            "fiji-macro.sbatch",
            Map.of("FIJI", fiji.toString(), "FOLDER", job + "/", "MACRO", macro),
            "--array=0-1");
    slurm.await(shards, "COMPLETED");
    JsonObject state = segmented("job/job/shards");
    assertEquals(5, state.get("done").getAsInt(), state.toString());
    for (String name : visible(job.resolve("job/segmented"))) {
      assertArrayEquals(
          decompressed(job.resolve("job/segmented").resolve(name)),
          decompressed(job.resolve("job/shards").resolve(name)),
          name);
    }
    Path none = Files.createDirectories(work.resolve("none"));
    String broken =
        slurm.submit(
            "fiji-macro.sbatch",
            Map.of("FIJI", fiji.toString(), "FOLDER", none + "/", "MACRO", macro),
            "--array=0-0");
    slurm.await(broken, "FAILED");
  }

  /** A program that starts ImageJ with the options of Fiji's. */
  private static Path fiji() throws IOException {
    Path home = Files.createDirectories(folder.resolve("fiji"));
    FijiZip.unpackOver(home);
    List<String> jars = new ArrayList<>();
    for (Path jar : FijiZip.list(home.resolve("plugins"), "*.jar")) {
      jars.add(jar.toString());
    }
    for (Path jar : FijiZip.list(home.resolve("lib/eg-cnn/imagej"), "*.jar")) {
      jars.add(jar.toString());
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String name = Path.of(entry).getFileName().toString();
      if (name.matches("(ij-1|ij1-patcher|javassist).*[.]jar|test-classes")) {
        jars.add(entry);
      }
    }
    Path start = home.resolve("ImageJ-linux64");
    Files.writeString(
        start,
        """
        #!/bin/sh
        # --headless -macro MACRO ARGUMENT
        exec "$JAVA_HOME/bin/java" --add-opens=java.base/java.lang=ALL-UNNAMED -Xmx1g \\
          -Djava.awt.headless=true -Dplugins.dir="%s" -cp "%s" %s "$3" "$4"
        """
            .formatted(
                home, String.join(File.pathSeparator, jars), HeadlessImageJ.class.getName()));
    assertTrue(start.toFile().setExecutable(true));
    return start;
  }

  private static long count(Path manifest, String state) throws IOException {
    return Files.readString(manifest).split("\"state\": \"" + state + "\"", -1).length - 1;
  }

  private static long javaOf(String... arguments) {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                Collections.indexOfSubList(
                        List.of(process.info().arguments().orElse(new String[0])),
                        List.of(arguments))
                    >= 0)
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow()
        .pid();
  }

  private static void kill(String signal, long pid) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor());
  }
}
