/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole comparisons at a small size with the real engine. */
class CompareCommandTest {
  private static final List<String> RUNS =
      List.of("seg-net_none_seed1", "seg-net_edge-stream_seed1", "seg-net_wider_seed1");

  private static final String STREAM = "{\"name\": \"edge stream\", \"edge_stream\": true}";

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path data;
  private static Path experiment;
  private static Path uninterrupted;

  @BeforeAll
  static void compare() throws IOException {
    data = TinyJob.data(shared.resolve("data"));
    experiment =
        Files.writeString(
            shared.resolve("experiment.json"),
            """
            {"name": "Tiny", "data": "data", "cases": {"training_share": 0.67, "seed": 1},
             "backbones": ["seg-net"], "seeds": [1],
             "settings": {"width": 4, "levels": 2, "crop": "16x16x16", "epochs": 2},
             "variants": [{"name": "none", "edge_stream": false}, {"name": "edge stream", "edge_stream": true},
                          {"name": "wider", "edge_stream": false, "wider_than": "edge stream"}]}
            """);
    uninterrupted = shared.resolve("whole");
    CliRun.of("compare", "--experiment", experiment, "--out", uninterrupted).successful();
  }

  private static JsonObject json(CliRun run) {
    return JsonParser.parseString(run.successful().out()).getAsJsonObject();
  }

  /** When each file of the finished runs was last written. */
  private static Map<Path, Long> times(Path out) throws IOException {
    return fileTimes(out, "runs");
  }

  private static Map<Path, Long> fileTimes(Path out, String within) throws IOException {
    Map<Path, Long> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out.resolve(within))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith(".lock")) {
          times.put(out.relativize(file), Files.getLastModifiedTime(file).toMillis());
        }
      }
    }
    return times;
  }

  @Test
  void aComparisonLeavesAllItsFiles() throws IOException {
    for (String name :
        List.of(
            "comparison.md",
            "comparison.csv",
            "comparison.json",
            "comparison.png",
            "curves.png",
            "cases.csv",
            "report.html")) {
      assertTrue(Files.size(uninterrupted.resolve(name)) > 0, name);
    }
    assertEquals(1 + 3 * 2, Files.readAllLines(uninterrupted.resolve("cases.csv")).size());
    for (String run : RUNS) {
      Path one = uninterrupted.resolve("runs").resolve(run);
      for (String file :
          List.of("run.json", "result.json", "model/model.json", "evaluation/summary.json")) {
        assertTrue(Files.exists(one.resolve(file)), run + " " + file);
      }
    }
    String table = Files.readString(uninterrupted.resolve("comparison.md"));
    assertTrue(table.contains("| seg-net  | wider       |"), table);
    assertTrue(table.contains("With 1 case and 6 tests no corrected p can be"), table);
  }

  @Test
  void finishedRunsAreNotTouchedAgain() throws IOException {
    Path out = TinyJob.copy(uninterrupted, folder.resolve("out"));
    Map<Path, Long> before = times(out);
    CliRun again =
        CliRun.of("compare", "--experiment", experiment, "--out", out, "--json").successful();
    assertEquals(before, times(out));
    assertEquals(3, again.err().lines().filter(l -> l.endsWith(" is done already")).count());
    assertEquals(3, json(again).get("finishedRuns").getAsInt());
  }

  /** Stopped within the second run's training and resumed, it comes to the same scores. */
  @Test
  void aStoppedComparisonGoesOnWhereItWas() throws IOException {
    Path out = folder.resolve("out");
    Path second = out.resolve("runs").resolve(RUNS.get(1));
    CliRun stopped =
        CliRun.cancelled(
            () -> Files.exists(second.resolve("model/history.csv")),
            "compare",
            "--experiment",
            experiment,
            "--out",
            out);
    assertEquals(130, stopped.code(), stopped.err());
    assertTrue(Files.exists(second.resolve("model/checkpoint")));
    assertFalse(Files.exists(second.resolve("result.json")));
    assertFalse(Files.exists(out.resolve("runs").resolve(RUNS.get(2))));
    assertTrue(Files.readString(out.resolve("comparison.md")).contains("1 of 3 runs"));
    Map<Path, Long> first = times(out);
    first.keySet().removeIf(file -> !file.startsWith(Path.of("runs", RUNS.get(0))));

    CliRun resumed = CliRun.of("compare", "--experiment", experiment, "--out", out).successful();
    assertTrue(resumed.err().contains(RUNS.get(0) + " is done already"), resumed.err());
    assertTrue(resumed.err().contains("Going on with the settings"), resumed.err());
    assertTrue(resumed.out().contains("3 of 3 runs are done: 2 now, 1 before"), resumed.out());
    Map<Path, Long> after = times(out);
    first.forEach((file, time) -> assertEquals(time, after.get(file), file.toString()));
    assertEquals(
        Files.readString(uninterrupted.resolve("cases.csv")),
        Files.readString(out.resolve("cases.csv")));
    for (String run : RUNS) {
      assertEquals(
          TinyJob.history(uninterrupted.resolve("runs").resolve(run).resolve("model")),
          TinyJob.history(out.resolve("runs").resolve(run).resolve("model")),
          run);
    }
  }

  @Test
  void aRunCanBePickedAndListed() throws IOException {
    Path out = folder.resolve("out");
    CliRun.of("compare", "--experiment", experiment, "--out", out, "--only", "3").successful();
    assertTrue(Files.exists(out.resolve("runs").resolve(RUNS.get(2)).resolve("result.json")));
    JsonObject list =
        json(CliRun.of("compare", "--experiment", experiment, "--out", out, "--dry-run", "--json"));
    for (int i = 0; i < RUNS.size(); i++) {
      JsonObject run = list.getAsJsonArray("runs").get(i).getAsJsonObject();
      assertEquals(i + 1, run.get("number").getAsInt());
      assertEquals(RUNS.get(i), run.get("name").getAsString());
      assertEquals(i == 2 ? "finished" : "new", run.get("state").getAsString());
      assertEquals(2 * 2, run.get("steps").getAsInt());
      assertTrue(run.get("seconds").getAsDouble() > 0);
    }
    assertTrue(parameters(list, 2) >= parameters(list, 1), "the control is at least as large");
    assertTrue(parameters(list, 1) > parameters(list, 0));
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      assertEquals(1, runs.count());
    }
  }

  private static long parameters(JsonObject list, int run) {
    return list.getAsJsonArray("runs").get(run).getAsJsonObject().get("parameters").getAsLong();
  }

  /** Two seeds by themselves and together; the mean of both is what {@code segment} makes. */
  @Test
  void networksOfAllSeedsSegmentTogether() throws IOException {
    Path file =
        Files.writeString(
            shared.resolve("together.json"),
            """
            {"name": "Together", "data": "data", "cases": {"training_share": 0.67, "seed": 1},
             "backbones": ["seg-net"], "seeds": [1, 2],
             "settings": {"width": 4, "levels": 2, "crop": "16x16x16", "epochs": 2},
             "variants": [{"name": "one", "edge_stream": false},
                          {"name": "both", "ensemble_of": "one"}]}
            """);
    Path out = folder.resolve("out");
    CliRun early =
        CliRun.of("compare", "--experiment", file, "--out", out, "--only", "seg-net_both");
    assertTrue(early.successful().err().contains("waits for seg-net_one_seed1"), early.err());
    assertTrue(early.out().contains("0 of 3 runs are done"), early.out());

    CliRun.of("compare", "--experiment", file, "--out", out).successful();
    Path runs = out.resolve("runs");
    Path models = Files.createDirectories(folder.resolve("models"));
    for (int seed = 1; seed <= 2; seed++) {
      TinyJob.copy(runs.resolve("seg-net_one_seed" + seed + "/model"), models.resolve("s" + seed));
    }
    Path masks = runs.resolve("seg-net_both/segmentations");
    try (Stream<Path> made = Files.list(masks)) {
      for (Path mask : made.filter(m -> m.toString().endsWith(".nii.gz")).toList()) {
        Path image = data.resolve("imagesTr").resolve(mask.getFileName());
        Path again = folder.resolve("again");
        CliRun.of("segment", "--model", models, "--in", image, "--out", again).successful();
        assertEquals(-1, Files.mismatch(mask, again.resolve(mask.getFileName())), mask.toString());
      }
    }
    String table = Files.readString(out.resolve("comparison.md"));
    assertTrue(table.contains("| seg-net  | both    | 1, 2 "), table);
    Map<Path, Long> before = times(out);
    CliRun.of("compare", "--experiment", file, "--out", out).successful();
    assertEquals(before, times(out), "what is done is not done again");

    Path more =
        Files.writeString(
            shared.resolve("more.json"),
            Files.readString(file).replace("\"seeds\": [1, 2]", "\"seeds\": [1, 2, 3]"));
    CliRun.of("compare", "--experiment", more, "--out", out).successful();
    String third = Files.readString(out.resolve("comparison.md"));
    assertTrue(third.contains("| seg-net  | both    | 1, 2, 3 "), third);
  }

  @Test
  void aRunThatAnotherProcessDoesIsLeftToIt() throws IOException {
    Path run = folder.resolve("out/runs").resolve(RUNS.get(0));
    Files.createDirectories(run);
    try (FileChannel channel =
            FileChannel.open(
                run.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());
      CliRun other =
          CliRun.of(
                  "compare",
                  "--experiment",
                  experiment,
                  "--out",
                  folder.resolve("out"),
                  "--only",
                  RUNS.get(0))
              .successful();
      assertTrue(other.err().contains("is being done by another process"), other.err());
      assertTrue(other.out().contains("0 of 3 runs are done: 0 now, 0 before; 1 in another"));
    }
  }

  @Test
  void aChangedExperimentIsNoticedAndNamed() throws IOException {
    Path out = TinyJob.copy(uninterrupted, folder.resolve("out"));
    Path changed = folder.resolve("changed.json");
    Files.writeString(
        changed, Files.readString(experiment).replace("\"epochs\": 2", "\"epochs\": 3"));
    CliRun run = CliRun.of("compare", "--experiment", changed, "--data", data, "--out", out);
    assertEquals(2, run.code());
    assertEquals(
        out.resolve("runs").resolve(RUNS.get(0))
            + ": holds this run with other settings (settings.epochs was 2, is 3). Give another"
            + " output folder, rename the variant, or delete this folder to run it again",
        run.complaint());
  }

  @Test
  void otherScoringTrainsNothingAnew() throws IOException {
    Path out = TinyJob.copy(uninterrupted, folder.resolve("out"));
    Path changed = folder.resolve("changed.json");
    Files.writeString(
        changed,
        Files.readString(experiment)
            .replace(
                "\"seeds\"",
                "\"scoring\": {\"tolerance\": 30, \"figures\": true, \"regions\":"
                    + " {\"Kidneys\": [1, 2], \"Tumor\": [2]}}, \"seeds\""));
    Map<Path, Long> before = times(out);
    CliRun run =
        CliRun.of("compare", "--experiment", changed, "--data", data, "--out", out).successful();
    assertFalse(run.err().contains("Epoch"), run.err());
    Map<Path, Long> after = times(out);
    before.forEach(
        (file, time) -> {
          if (file.toString().contains("weights")) {
            assertEquals(time, after.get(file), file.toString());
          }
        });
    assertTrue(run.out().contains("Surfaces within 30 mm agree"), run.out());
    assertTrue(run.out().contains("| Kidneys "), run.out());
    Path drawn = out.resolve("figures/seg-net_edge-stream");
    assertTrue(Files.exists(drawn.resolve("panels.png")));
    assertFalse(Files.exists(out.resolve("figures/seg-net_none")), "nothing to compare with");
    String page = Files.readString(out.resolve("report.html"));
    assertTrue(page.contains("href=\"./figures/seg-net_edge-stream/report.html\""));
    assertTrue(page.contains("href=\"./runs/seg-net_none_seed1/evaluation/report.html\""));
    Map<Path, Long> figures = fileTimes(out, "figures");
    CliRun.of("compare", "--experiment", changed, "--data", data, "--out", out).successful();
    assertEquals(figures, fileTimes(out, "figures"), "what is drawn is not drawn again");

    Path against = folder.resolve("against.json");
    Files.writeString(
        against,
        Files.readString(changed)
            .replace(
                "\"wider_than\": \"edge stream\"",
                "\"wider_than\": \"edge stream\", \"against\": \"edge stream\""));
    CliRun other =
        CliRun.of("compare", "--experiment", against, "--data", data, "--out", out).successful();
    assertTrue(other.err().contains("Drawing wider beside edge stream"), other.err());
    assertFalse(other.err().contains("Drawing edge stream"), other.err());
  }

  @Test
  void scoresThatCannotBeMadeAnewAreKept() throws IOException {
    Path out = TinyJob.copy(uninterrupted, folder.resolve("out"));
    Path run = out.resolve("runs").resolve(RUNS.get(0));
    Path weights = run.resolve("model/weights.safetensors");
    Files.delete(weights);
    Path changed =
        Files.writeString(
            folder.resolve("changed.json"),
            Files.readString(experiment)
                .replace("\"seeds\"", "\"scoring\": {\"tolerance\": 30}, \"seeds\""));
    Map<Path, Long> before = fileTimes(out, "runs/" + RUNS.get(0));
    CliRun again =
        CliRun.of(
            "compare",
            "--experiment",
            changed,
            "--data",
            data,
            "--out",
            out,
            "--only",
            RUNS.get(0));
    assertEquals(2, again.code());
    assertTrue(
        again.err().contains("cannot be scored anew: there is no whole model in " + run),
        again.err());
    assertEquals(before, fileTimes(out, "runs/" + RUNS.get(0)));
  }

  @Test
  void missingScoresAreMadeAnew() throws IOException {
    Path out = TinyJob.copy(uninterrupted, folder.resolve("out"));
    Path run = out.resolve("runs").resolve(RUNS.get(1));
    Path summary = run.resolve("evaluation/summary.json");
    String scores = Files.readString(summary);
    Files.delete(summary);
    CliRun again =
        CliRun.of("compare", "--experiment", experiment, "--out", out, "--json").successful();
    assertFalse(again.err().contains("Epoch"), again.err());
    assertEquals(3, json(again).get("finishedRuns").getAsInt());
    assertEquals(scores, Files.readString(summary));

    Files.delete(summary);
    Files.delete(run.resolve("model/weights.safetensors"));
    CliRun without = CliRun.of("compare", "--experiment", experiment, "--out", out);
    assertEquals(2, without.code());
    assertTrue(
        without.err().contains("has no summary.json, and cannot be scored anew"), without.err());
    assertTrue(without.out().contains("2 of 3 runs are done"), without.out());
  }

  @Test
  void foldsThatScoreTheSameCaseAreRefused() throws IOException {
    String names =
        Files.readString(uninterrupted.resolve("runs").resolve(RUNS.get(0)).resolve("split.json"));
    Path split = Files.writeString(folder.resolve("folds.json"), "[" + names + "," + names + "]");
    Path folds =
        Files.writeString(
            folder.resolve("folds-experiment.json"),
            Files.readString(experiment)
                .replace(
                    "\"training_share\": 0.67, \"seed\": 1",
                    "\"split\": \"folds.json\", \"folds\": 2"));
    CliRun run =
        CliRun.of("compare", "--experiment", folds, "--data", data, "--out", folder, "--dry-run");
    assertEquals(2, run.code());
    assertTrue(run.complaint().startsWith(split + ": has "), run.complaint());
    assertTrue(run.complaint().contains("among the validation cases of several folds"));
  }

  @Test
  void anUnknownRunIsNamed() {
    CliRun run =
        CliRun.of("compare", "--experiment", experiment, "--out", folder, "--only=7", "--dry-run");
    assertEquals(2, run.code());
    assertEquals(
        "There is no run '7': give a number from 1 to 3 or a name such as seg-net_none_seed1",
        run.complaint());
  }

  @Test
  void aTrainingSetThatIsTooSmallIsNamed() throws IOException {
    Path large = folder.resolve("large.json");
    Files.writeString(
        large,
        Files.readString(experiment).replace("\"epochs\"", "\"training_cases\": 9, \"epochs\""));
    CliRun run =
        CliRun.of("compare", "--experiment", large, "--data", data, "--out", folder, "--dry-run");
    assertEquals(2, run.code());
    assertEquals("training_cases is 9, but the split has only 2", run.complaint());
  }

  /** What takes as long as another is trained for the epochs that its own speed allows. */
  @Test
  void epochsFollowFromTheTimeOfAnother() throws IOException {
    Path timed = folder.resolve("timed.json");
    Files.writeString(
        timed,
        Files.readString(experiment)
            .replace("\"epochs\": 2", "\"epochs\": 1000")
            .replace(STREAM, STREAM.replace("}", ", \"equal_time\": true}")));
    Object[] args = {"compare", "--experiment", timed, "--data", data, "--out", folder, "--json"};
    Object[] listing = Stream.concat(Stream.of(args), Stream.of("--dry-run")).toArray();
    int epochs = epochs(json(CliRun.of(listing)));
    assertTrue(epochs >= 1 && epochs != 1000, "both take a different time: " + epochs);
    assertFalse(Files.exists(folder.resolve("step-times.json")), "a listing writes nothing");
    CliRun stopped = CliRun.cancelled(() -> Files.exists(folder.resolve("runs")), args);
    assertEquals(130, stopped.code());
    int planned = epochs(json(CliRun.of(listing)));
    assertEquals(planned, epochs(json(CliRun.of(listing))), "what was measured once is kept");
  }

  @Test
  void epochsThatWereBegunStay() throws IOException {
    Path out = TinyJob.copy(uninterrupted, folder.resolve("out"));
    Path timed = folder.resolve("timed.json");
    Files.writeString(
        timed,
        Files.readString(experiment)
            .replace(STREAM, STREAM.replace("}", ", \"equal_time\": true}")));
    JsonObject list =
        json(
            CliRun.of(
                "compare",
                "--experiment",
                timed,
                "--data",
                data,
                "--out",
                out,
                "--json",
                "--dry-run"));
    // the stream takes longer, and would be given one epoch
    assertEquals(2, epochs(list));
    assertEquals(
        "finished",
        list.getAsJsonArray("runs").get(1).getAsJsonObject().get("state").getAsString());
  }

  private static int epochs(JsonObject list) {
    return list.getAsJsonArray("runs").get(1).getAsJsonObject().get("epochs").getAsInt();
  }
}
