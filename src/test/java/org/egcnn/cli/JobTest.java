/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Json;
import org.egcnn.model.ModelFolder;
import org.egcnn.train.TrainingRecord;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job, from data to scores, at a small size with the real engine. */
class JobTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path data;
  private static Path model;

  @BeforeAll
  static void train() {
    data = TinyJob.data(shared.resolve("data"));
    model = TinyJob.model(data, shared.resolve("model"));
  }

  @Test
  void aTrainingsResultIsCleanJson() {
    CliRun run =
        CliRun.of(TinyJob.train(data, folder.resolve("m"), "--epochs=2", "--json")).successful();
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals("finished", json.get("ending").getAsString());
    assertEquals(2, json.get("epochs").getAsInt());
    assertTrue(json.getAsJsonObject("best").getAsJsonObject("classes").has("kidney"));
    assertTrue(run.err().contains("Epoch 2: "), run.err());
    assertTrue(run.err().contains("validation Dice"), run.err());
  }

  @Test
  void segmentingThenEvaluatingGivesScores() throws Exception {
    Path masks = folder.resolve("masks");
    CliRun segmented =
        CliRun.of("segment", "--model", model, "--in", data, "--out", masks, "--json").successful();
    JsonObject json = JsonParser.parseString(segmented.out()).getAsJsonObject();
    assertEquals(1, json.get("done").getAsInt());
    Path mask = masks.resolve("example_004.nii.gz");
    VolumeIO io = VolumeIO.standard();
    assertEquals(
        io.readInfo(data.resolve("imagesTs/example_004.nii.gz")).grid(), io.readInfo(mask).grid());

    CliRun again = CliRun.of("segment", "--model", model, "--in", data, "--out", masks);
    assertTrue(again.successful().out().startsWith("0 done, 1 skipped"), again.out());

    Path out = folder.resolve("scores");
    CliRun scored =
        CliRun.of(
                "evaluate",
                "--pred",
                masks,
                "--ref",
                data.resolve("labelsTs"),
                "--out",
                out,
                "--json")
            .successful();
    JsonObject summary = JsonParser.parseString(scored.out()).getAsJsonObject();
    double dice =
        summary.getAsJsonObject("mean").getAsJsonObject("kidney").get("dice").getAsDouble();
    assertTrue(dice >= 0 && dice <= 1);
    assertEquals(Files.readString(out.resolve("summary.json")), scored.out());
    assertTrue(Files.exists(out.resolve("figures/example_004.png")));

    CliRun table =
        CliRun.of(
                "evaluate",
                "--pred",
                masks,
                "--ref",
                data.resolve("labelsTs"),
                "--out",
                out,
                "--overwrite",
                "--no-figures",
                "--empty-policy=brats",
                "--tolerance=2")
            .successful();
    assertTrue(table.out().startsWith("class"), table.out());
    assertTrue(table.out().contains("NSD at 2 mm; empty masks: BRATS"), table.out());
    assertFalse(table.out().contains("Figures:"));
  }

  @Test
  void aTrainingLooksInsideItsNetwork() throws Exception {
    Path inspected = folder.resolve("inspected");
    CliRun.of(
            TinyJob.train(
                data, inspected, "--epochs=2", "--inspect-every=1", "--average-weights=0.9"))
        .successful();
    List<String> edges = Files.readAllLines(inspected.resolve("inspection/edges.csv"));
    assertEquals(1 + 2 * 2, edges.size(), edges.toString());
    assertTrue(edges.get(1).startsWith("1,kidney,"), edges.get(1));
    assertNotNull(ImageIO.read(inspected.resolve("inspection/maps.png").toFile()));
    List<String> gates = Files.readAllLines(inspected.resolve("inspection/gates.csv"));
    assertEquals(1 + 2, gates.size(), gates.toString());
    List<String> gradients = Files.readAllLines(inspected.resolve("inspection/gradients.csv"));
    assertEquals(1 + 2 * 4, gradients.size(), gradients.toString());
    assertTrue(gradients.get(4).startsWith("1,consistency,"), gradients.get(4));
  }

  @Test
  void allOutputsCanBeAskedFor() {
    Path out = folder.resolve("all");
    CliRun.of(
            "segment",
            "--model",
            model,
            "--in",
            data.resolve("imagesTs/example_004.nii.gz"),
            data.resolve("imagesTr/example_001.nii.gz"),
            "--out",
            out,
            "--outputs=labels,probabilities,edges,gates",
            "--ending=.nrrd",
            "--mirror=x",
            "--window=8x16x16",
            "--overlap=0.25",
            "--batch=2")
        .successful();
    for (String name : new String[] {"example_004", "example_001"}) {
      for (String suffix : new String[] {"", "_probabilities", "_edges", "_gates"}) {
        assertTrue(Files.exists(out.resolve(name + suffix + ".nrrd")), name + suffix);
      }
    }
  }

  @Test
  void aModelIsDescribed() {
    String words = CliRun.of("info", "--model", model).successful().out();
    assertTrue(words.contains("seg-net with edge stream (zero-start), width 4"), words);
    assertTrue(words.contains("kidney (1), tumour (2)"), words);
    assertTrue(words.contains("finished; 1 of 1 epochs"), words);
    JsonObject json =
        JsonParser.parseString(CliRun.of("info", "--model", model, "--json").successful().out())
            .getAsJsonObject();
    assertEquals(
        4, json.getAsJsonObject("card").getAsJsonObject("architecture").get("width").getAsInt());
    assertTrue(json.get("parameters").getAsLong() > 1000);
  }

  @Test
  void resumingWithoutACheckpointStartsAnew() {
    Path out = folder.resolve("fresh");
    CliRun run = CliRun.of(TinyJob.train(data, out, "--epochs=1", "--resume")).successful();
    assertTrue(run.err().contains("the training starts anew"), run.err());
    assertTrue(Files.exists(out.resolve(ModelFolder.WEIGHTS)));
  }

  @Test
  void aFinishedTrainingResumesToItsEnd() throws Exception {
    Path out = TinyJob.copy(model, folder.resolve("m"));
    CliRun run = CliRun.of(TinyJob.train(data, out, "--resume", "--json")).successful();
    assertTrue(run.out().contains("\"ending\": \"finished\""), run.out());
    assertEquals(TinyJob.history(model), TinyJob.history(out));
  }

  @Test
  void aTrainingThatIsGoneOnWithKeepsItsPrecision() throws Exception {
    assumeTrue(EngineOptions.Precision.BFLOAT16.suitsProcessor(), "needs bfloat16 (AVX-512)");
    Path out = folder.resolve("m");
    CliRun.of(TinyJob.train(data, out, "--epochs=1", "--precision=bfloat16")).successful();
    CliRun.of(TinyJob.train(data, out, "--resume")).successful();
    assertEquals(
        Optional.of(EngineOptions.Precision.BFLOAT16),
        Json.read(out.resolve(TrainingRecord.FILE_NAME), TrainingRecord.class)
            .environment()
            .precision());
  }

  @Test
  void cancellingATrainingLeavesAUsableModel() {
    Path out = folder.resolve("m");
    AtomicInteger asked = new AtomicInteger();
    CliRun run =
        CliRun.cancelled(
            () -> Files.exists(out.resolve("history.csv")) && asked.incrementAndGet() > 2,
            TinyJob.train(data, out, "--epochs=500", "--validate-every=1", "--json"));
    assertEquals(130, run.code(), run.err());
    assertTrue(run.out().contains("\"ending\": \"cancelled\""), run.out());
    CliRun.of("segment", "--model", out, "--in", data, "--out", folder.resolve("s")).successful();
  }

  @Test
  void cancellingSegmentingLeavesNothingHalfWritten() {
    Path out = folder.resolve("s");
    CliRun run =
        CliRun.cancelled(() -> true, "segment", "--model", model, "--in", data, "--out", out);
    assertEquals(130, run.code());
    assertEquals("Cancelled", run.err().trim());
    assertFalse(Files.exists(out.resolve("example_004.nii.gz")));
  }
}
