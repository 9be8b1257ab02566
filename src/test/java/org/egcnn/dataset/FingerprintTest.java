/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.model.Size;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  private static final double EXACT = 1e-9;

  @TempDir Path folder;

  @Test
  void statisticsAgreeWithNumpy() throws Exception {
    Dataset dataset = dataset();
    Fingerprint fingerprint =
        DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), TaskListener.SILENT);
    JsonObject expected = expected();
    ChannelFingerprint channel = fingerprint.channels().get(0);
    assertStatistics(expected.getAsJsonObject("all"), channel.all());
    assertStatistics(expected.getAsJsonObject("nonZero"), channel.nonZero());
    assertStatistics(expected.getAsJsonObject("foreground"), channel.foreground());
    assertEquals(expected.get("zeroShare").getAsDouble(), channel.zeroShare(), EXACT);
    JsonArray percentiles = expected.getAsJsonArray("percentiles");
    assertEquals(percentiles.get(0).getAsDouble(), channel.foregroundLow(), EXACT);
    assertEquals(percentiles.get(1).getAsDouble(), channel.foregroundMedian(), EXACT);
    assertEquals(percentiles.get(2).getAsDouble(), channel.foregroundHigh(), EXACT);
    for (int k = 0; k < 2; k++) {
      assertEquals(
          expected.getAsJsonArray("classShares").get(k).getAsDouble(),
          fingerprint.classShares().get(k),
          EXACT);
      for (int i = 0; i < 2; i++) {
        assertEquals(
            expected.getAsJsonArray("classVoxels").get(i).getAsJsonArray().get(k).getAsLong(),
            fingerprint.cases().get(i).classVoxels().get(k));
      }
    }
  }

  @Test
  void sizesAndSpacingsAreInCanonicalOrder() throws Exception {
    Dataset dataset = dataset();
    List<CaseFingerprint> cases =
        DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), TaskListener.SILENT)
            .cases();
    assertEquals("RAS", cases.get(0).orientation());
    assertEquals(new Size(7, 8, 9), cases.get(0).size());
    assertEquals(List.of(0.5, 0.5, 2.0), cases.get(0).spacing());
    // The second file's x, y, z axes run down, to the right and to the back.
    assertEquals("IRP", cases.get(1).orientation());
    assertEquals(new Size(6, 5, 11), cases.get(1).size());
    assertEquals(List.of(0.5, 0.75, 3.0), cases.get(1).spacing());
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Dataset dataset = dataset();
    Fingerprint fingerprint =
        DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), TaskListener.SILENT);
    Path file = folder.resolve(Fingerprint.FILE_NAME);
    fingerprint.write(file);
    assertEquals(fingerprint, Fingerprint.read(file));
  }

  private Dataset dataset() throws Exception {
    Grid upright = new Grid(9, 8, 7, Affine.scaling(0.5, 0.5, 2));
    Grid turned =
        new Grid(
            6, 11, 5, new Affine(new double[][] {{0, 0.5, 0, 0}, {0, 0, -0.75, 0}, {-3, 0, 0, 0}}));
    Labels labels = new Labels(true, List.of(new LabelClass("a", 1), new LabelClass("b", 2)));
    return new Dataset(
        folder,
        "d",
        List.of("T1"),
        labels,
        List.of(write("first", upright, 0), write("second", turned, 3)),
        List.of());
  }

  /** The same voxels as in make_dataset_expectations.py. */
  private Case write(String name, Grid grid, int offset) throws Exception {
    Path image =
        TinyVolumes.image(
            folder.resolve(name + ".nii.gz"),
            grid,
            (x, y, z) -> Math.max(0, (7 * x + 13 * y + 29 * z + offset) % 101 - 20));
    Path label =
        TinyVolumes.image(
            folder.resolve(name + "-label.nii.gz"),
            grid,
            (x, y, z) -> (x + y * z) % 11 == 3 ? 2 : (x + y + z + offset) % 5 == 0 ? 1 : 0);
    return new Case(name, List.of(image), Optional.of(label));
  }

  private static void assertStatistics(JsonObject expected, IntensityStatistics found) {
    assertEquals(expected.get("voxels").getAsLong(), found.voxels());
    assertEquals(expected.get("min").getAsDouble(), found.min());
    assertEquals(expected.get("max").getAsDouble(), found.max());
    assertEquals(expected.get("mean").getAsDouble(), found.mean(), EXACT);
    assertEquals(expected.get("sd").getAsDouble(), found.sd(), EXACT);
  }

  private static JsonObject expected() throws Exception {
    try (InputStreamReader reader =
        new InputStreamReader(
            FingerprintTest.class.getResourceAsStream("fingerprint.json"),
            StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }
}
