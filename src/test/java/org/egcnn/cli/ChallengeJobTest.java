/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.imglib2.type.numeric.RealType;
import org.egcnn.model.ModelCard;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.Normalisation;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paper's two experiments from data to scores, scaled down by options. */
class ChallengeJobTest {
  private static final VolumeIO IO = VolumeIO.standard();

  @TempDir Path folder;

  @Test
  void bratsFromDownloadToSubmission() throws Exception {
    Path data = folder.resolve("data");
    CliRun.of(
            "example",
            "--out",
            data,
            "--layout=brats2019",
            "--cases=4",
            "--tests=1",
            "--size=24x32x24",
            "--spacing=7")
        .successful();
    Path training = data.resolve("MICCAI_BraTS_2019_Data_Training");
    CliRun run = train("brats2019", training, "--crop=16x24x16", "--learning-rate=1e-2");
    assertTrue(run.err().contains("Protocol BraTS 2019: "), run.err());
    assertTrue(run.err().contains("given otherwise: --width, --levels"), run.err());
    assertTrue(run.err().contains("3 cases train and 1 validate"), run.err());
    ModelCard card = ModelFolder.readCard(model());
    assertEquals(4, card.architecture().inputChannels());
    assertEquals(List.of("T1", "T1c", "T2", "FLAIR"), card.preprocessing().channels());
    assertEquals(
        Normalisation.of(Normalisation.Kind.Z_SCORE_NONZERO),
        card.preprocessing().normalisation().get(3));
    assertTrue(card.preprocessing().spacing().isEmpty());

    Path masks = segment(data.resolve("MICCAI_BraTS_2019_Data_Validation"));
    Path mask = masks.resolve("BraTS19_Example_005_1.nii.gz");
    Path reference = data.resolve("references/BraTS19_Example_005_1.nii.gz");
    assertEquals(IO.readInfo(reference).grid(), IO.readInfo(mask).grid());
    Set<Integer> found = values(mask);
    assertTrue(Set.of(0, 1, 2, 4).containsAll(found), found.toString());
    assertTrue(found.size() > 1, "a network this far finds some tumour: " + found);
    Set<String> classes = evaluate("brats2019", masks, data.resolve("references"));
    assertEquals(Set.of("WT", "TC", "ET", "foreground"), classes);
  }

  @Test
  void kitsFromDownloadToScores() throws Exception {
    Path data = folder.resolve("data");
    CliRun.of(
            "example",
            "--out",
            data,
            "--layout=kits2019",
            "--cases=3",
            "--tests=1",
            "--size=24x32x32",
            "--spacing=8")
        .successful();
    CliRun run = train("kits2019", data, "--crop=16x24x24", "--spacing=8");
    assertTrue(run.err().contains("Volumes are resampled to 8.0,8.0,8.0 mm"), run.err());
    ModelCard card = ModelFolder.readCard(model());
    assertEquals(List.of(Normalisation.window(-1000, 1000)), card.preprocessing().normalisation());
    assertEquals(List.of(1.0, 1.0, 1.0), card.losses().spacing());

    Path masks = segment(data);
    Path mask = masks.resolve("case_00210.nii.gz");
    Path reference = data.resolve("references/case_00210.nii.gz");
    assertEquals(IO.readInfo(reference).grid(), IO.readInfo(mask).grid(), "back on its own grid");
    assertTrue(Set.of(0, 1, 2).containsAll(values(mask)));
    assertEquals(
        Set.of("Kidneys", "Tumor", "foreground"),
        evaluate("kits2019", masks, data.resolve("references")));
  }

  /** Expected scores are computed by src/test/python/make_region_expectations.py. */
  @ParameterizedTest
  @ValueSource(strings = {"brats", "kits"})
  void regionsAreScoredAsNumpyDoes(String challenge) throws Exception {
    Path resources = Path.of(ChallengeJobTest.class.getResource("regions").toURI());
    JsonObject expected =
        JsonParser.parseString(Files.readString(resources.resolve(challenge + ".json")))
            .getAsJsonObject();
    CliRun run =
        CliRun.of(
                "evaluate",
                "--protocol=" + challenge + "2019",
                "--pred",
                resources.resolve(challenge + "/pred"),
                "--ref",
                resources.resolve(challenge + "/ref"),
                "--out",
                folder.resolve("scores"),
                "--no-figures",
                "--json")
            .successful();
    JsonObject summary = JsonParser.parseString(run.out()).getAsJsonObject();
    for (String region : expected.getAsJsonObject("mean").keySet()) {
      double mean = expected.getAsJsonObject("mean").get(region).getAsDouble();
      String name = region.equals("mean") ? "foreground" : region;
      double actual =
          summary.getAsJsonObject("mean").getAsJsonObject(name).get("dice").getAsDouble();
      assertEquals(mean, actual, 1e-12, region);
    }
    for (var one : summary.getAsJsonArray("cases")) {
      JsonObject scores = one.getAsJsonObject();
      JsonObject of =
          expected.getAsJsonObject("cases").getAsJsonObject(scores.get("name").getAsString());
      for (Map.Entry<String, JsonElement> region : scores.getAsJsonObject("classes").entrySet()) {
        assertEquals(
            of.get(region.getKey()).getAsDouble(),
            region.getValue().getAsJsonObject().get("dice").getAsDouble(),
            1e-12,
            scores.get("name") + " " + region.getKey());
      }
    }
  }

  private Path model() {
    return folder.resolve("model");
  }

  private CliRun train(String protocol, Path data, String... more) {
    List<Object> args =
        new ArrayList<>(List.of("train", "--protocol", protocol, "--data", data, "--out", model()));
    args.addAll(List.of("--width=4", "--levels=2", "--batch=2", "--epochs=6", "--threads=2"));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray()).successful();
  }

  private Path segment(Path data) {
    Path masks = folder.resolve("masks");
    CliRun.of("segment", "--model", model(), "--in", data, "--out", masks).successful();
    return masks;
  }

  private Set<String> evaluate(String protocol, Path masks, Path references) {
    CliRun run =
        CliRun.of(
                "evaluate",
                "--protocol",
                protocol,
                "--pred",
                masks,
                "--ref",
                references,
                "--out",
                folder.resolve("scores"),
                "--no-figures",
                "--json")
            .successful();
    return JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("mean").keySet();
  }

  private static Set<Integer> values(Path file) throws Exception {
    Volume volume = IO.read(file);
    Set<Integer> values = new TreeSet<>();
    for (RealType<?> voxel : volume.image()) {
      values.add((int) voxel.getRealDouble());
    }
    return values;
  }
}
