/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.egcnn.dataset.VoxelSize;
import org.egcnn.model.Json;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.Normalisation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guide's experiments by protocol, made small by keys that win over the protocol. */
class CompareProtocolTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "brats2019, MICCAI_BraTS_2019_Data_Training, original, z-score-nonzero, 'WT,TC,ET', Average",
    "kits2019, '', 12, window:-1000:1000, 'Kidneys,Tumor', Composite"
  })
  void theGuidesExperimentsRun(
      String protocol,
      String within,
      String spacing,
      String normalisation,
      String regions,
      String mean)
      throws Exception {
    Path data = folder.resolve("phantoms");
    CliRun.of(
            "example",
            "--layout",
            protocol,
            "--cases=5",
            "--tests=0",
            "--out",
            data,
            "--size=16x24x24",
            "--spacing=8")
        .successful();
    Path out = folder.resolve("out");
    CliRun.of(
            "compare",
            "--experiment",
            small(protocol, spacing),
            "--data",
            data.resolve(within),
            "--out",
            out)
        .successful();

    for (String variant : List.of("none", "edge-stream", "wider")) {
      Path run = out.resolve("runs/seg-net_" + variant + "_seed1");
      var preprocessing = ModelFolder.readCard(run.resolve("model")).preprocessing();
      assertEquals(
          Normalisation.parse(normalisation), preprocessing.normalisation().get(0), variant);
      assertEquals(VoxelSize.parse(spacing).millimetres(), preprocessing.spacing(), variant);
      JsonObject summary = json(run.resolve("evaluation/summary.json"));
      assertEquals(mean, summary.get("mean_name").getAsString());
      JsonArray expected = new JsonArray();
      List.of(regions.split(",")).forEach(expected::add);
      assertEquals(expected, summary.getAsJsonArray("classes"));
      assertEquals(
          protocol.equals("brats2019") ? "brats" : "nnunet", summary.get("policy").getAsString());
    }
    String table = Files.readString(out.resolve("comparison.md"));
    assertTrue(table.contains(mean), table);
    for (String region : regions.split(",")) {
      assertTrue(table.contains(region), table);
    }
  }

  private Path small(String protocol, String spacing) throws Exception {
    JsonObject experiment = json(Path.of("docs/experiments/" + protocol + ".json"));
    experiment.add("backbones", JsonParser.parseString("[\"seg-net\"]"));
    experiment.add("seeds", JsonParser.parseString("[1]"));
    JsonObject settings = experiment.getAsJsonObject("settings");
    settings.addProperty("spacing", spacing);
    settings.addProperty("width", 4);
    settings.addProperty("levels", 2);
    settings.addProperty("crop", "16x16x16");
    settings.addProperty("batch", 1);
    settings.addProperty("epochs", 1);
    return Files.writeString(folder.resolve("experiment.json"), Json.toText(experiment));
  }

  private static JsonObject json(Path file) throws Exception {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }
}
