/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.task.Warnings;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTaskTest {
  private static final Labels LABELS =
      new Labels(true, List.of(new LabelClass("kidney", 1), new LabelClass("tumour", 2)));

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void writeMasks() throws IOException {
    out = folder.resolve("out");
    MaskFiles.write(folder.resolve("reference"), "a", 0, 1, 1, 0);
    MaskFiles.write(folder.resolve("reference"), "b", 0, 1, 1, 2);
    MaskFiles.write(folder.resolve("prediction"), "a", 0, 1, 0, 0);
    MaskFiles.write(folder.resolve("prediction"), "b", 0, 1, 1, 2);
  }

  private Evaluation run(boolean overwrite, boolean allowMissing, TaskListener listener)
      throws Exception {
    return new EvaluationTask(
            Reference.ofFolder(folder.resolve("reference"), MaskFiles.IO),
            folder.resolve("prediction"),
            Optional.of(LABELS),
            out,
            new EvaluationSettings(EmptyPolicy.MONAI, 1, allowMissing, true, overwrite, 2))
        .run(MaskFiles.IO, listener);
  }

  private JsonObject summary() throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("summary.json"))).getAsJsonObject();
  }

  private static double value(JsonObject root, String path) {
    String[] keys = path.split("\\.");
    JsonObject object = root;
    for (int i = 0; i < keys.length - 1; i++) {
      object = object.getAsJsonObject(keys[i]);
    }
    return object.get(keys[keys.length - 1]).getAsDouble();
  }

  @Test
  void writesWhatWasFound() throws Exception {
    run(false, false, TaskListener.SILENT);
    JsonObject root = summary();
    assertEquals(1, root.get("version").getAsInt());
    assertEquals("monai", root.get("policy").getAsString());
    assertEquals(1, root.get("tolerance_mm").getAsDouble());
    assertEquals((2.0 / 3 + 1) / 2, value(root, "mean.kidney.dice"), 1e-12);
    assertEquals(1, value(root, "mean.tumour.dice"));
    assertEquals((2.0 / 3 + 1) / 2, value(root, "mean.foreground.dice"), 1e-12);
    assertEquals(Math.sqrt(1.0 / 18), value(root, "std.kidney.dice"), 1e-12);
    assertEquals((2.0 / 3 + 1) / 2, value(root, "median.kidney.dice"), 1e-12);
    assertEquals(2, value(root, "count.kidney.dice"));
    assertEquals(1, value(root, "count.tumour.dice"));
    assertTrue(root.getAsJsonObject("std").getAsJsonObject("tumour").get("dice").isJsonNull());
    assertEquals(0, value(root, "empty_values.prediction.dice"));
    assertTrue(
        root.getAsJsonObject("empty_values").getAsJsonObject("both").get("hd95").isJsonNull());
    JsonObject first = root.getAsJsonArray("cases").get(0).getAsJsonObject();
    assertEquals("a", first.get("name").getAsString());
    assertEquals(1, value(first, "classes.kidney.fn"));
    assertEquals(0.001, value(first, "classes.kidney.prediction_ml"), 1e-12);
    assertTrue(first.getAsJsonObject("classes").getAsJsonObject("tumour").get("dice").isJsonNull());
  }

  @Test
  void writesALineForEachCaseAndClass() throws Exception {
    run(false, false, TaskListener.SILENT);
    String[] lines = Files.readString(out.resolve("cases.csv")).split("\r\n", -1);
    assertEquals(6, lines.length);
    assertEquals(
        "case,class,tp,fp,fn,dice,jaccard,sensitivity,precision,hd95,assd,nsd",
        lines[0].substring(0, lines[0].indexOf(",reference_ml")));
    assertTrue(lines[1].startsWith("a,kidney,1,0,1,0.6666666666666666,0.5,0.5,1.0,"), lines[1]);
    assertTrue(lines[2].startsWith("a,tumour,0,0,0,,,,,,,,0.0,"), lines[2]);
    assertEquals(lines[0].split(",", -1).length, lines[2].split(",", -1).length);
    assertEquals("", lines[5]);
  }

  @Test
  void drawsEachCase() throws Exception {
    run(false, false, TaskListener.SILENT);
    BufferedImage figure = ImageIO.read(out.resolve("figures/a.png").toFile());
    assertTrue(figure.getWidth() >= 700 && figure.getHeight() >= 200);
    assertTrue(Files.exists(out.resolve("figures/b.png")));
  }

  @Test
  void leavesAFullFolderAloneUnlessToldOtherwise() throws Exception {
    Files.createDirectories(out);
    Files.writeString(out.resolve("mine.txt"), "mine");
    Files.writeString(out.resolve("summary.json"), "old");
    assertTrue(
        assertThrows(BadInputException.class, () -> run(false, false, TaskListener.SILENT))
            .getMessage()
            .contains("not empty"));
    assertEquals("old", Files.readString(out.resolve("summary.json")));
    run(true, false, TaskListener.SILENT);
    assertEquals("mine", Files.readString(out.resolve("mine.txt")));
    assertEquals(1, summary().get("version").getAsInt());
  }

  @Test
  void picturesOfAnEarlierEvaluationDoNotStayBesideNewScores() throws Exception {
    run(false, false, TaskListener.SILENT);
    Path own = Files.writeString(out.resolve("figures/mine.txt"), "mine");
    assertTrue(Files.exists(out.resolve("boundaries/a.png")));
    new EvaluationTask(
            Reference.ofFolder(folder.resolve("reference"), MaskFiles.IO),
            folder.resolve("prediction"),
            Optional.of(LABELS),
            out,
            new EvaluationSettings(EmptyPolicy.MONAI, 1, false, false, true, 2))
        .run(MaskFiles.IO, TaskListener.SILENT);
    assertFalse(Files.exists(out.resolve("figures/a.png")));
    assertFalse(Files.exists(out.resolve("boundaries/a.png")));
    assertTrue(Files.exists(own));
    assertFalse(Files.readString(out.resolve("report.html")).contains("data:image/png"));
  }

  @Test
  void leavesPicturesOfOthersAlone() throws Exception {
    run(false, false, TaskListener.SILENT);
    Path own = Files.writeString(out.resolve("figures/mine.png"), "mine");
    run(true, false, TaskListener.SILENT);
    assertEquals("mine", Files.readString(own));
  }

  @Test
  void whatCannotBeEvaluatedLeavesTheEarlierResults() throws Exception {
    run(false, false, TaskListener.SILENT);
    String before = Files.readString(out.resolve("summary.json"));
    MaskFiles.write(folder.resolve("prediction"), "b", 0, 1, 1, 2, 0);
    BadInputException e =
        assertThrows(BadInputException.class, () -> run(true, false, TaskListener.SILENT));
    assertTrue(e.getMessage().contains("lies on another grid"), e.getMessage());
    assertEquals(before, Files.readString(out.resolve("summary.json")));
    assertTrue(Files.exists(out.resolve("figures/a.png")));
    assertTrue(Files.exists(out.resolve("report.html")));
  }

  /** A mask that was resampled linearly has 1 between 0 and 2. */
  @Test
  void refusesMasksThatWereInterpolated() throws Exception {
    Path file = folder.resolve("prediction/b.nii");
    Grid grid = MaskFiles.IO.read(file).grid();
    MaskFiles.IO.write(
        new Volume(ArrayImgs.floats(new float[] {0, 1, 0.5f, 2}, 4, 1, 1), grid), file);
    BadInputException e =
        assertThrows(BadInputException.class, () -> run(false, false, TaskListener.SILENT));
    assertTrue(
        e.getMessage().startsWith(file + ": 1 voxels are not whole numbers"), e.getMessage());
  }

  @Test
  void refusesAFileAsFolder() throws Exception {
    Files.writeString(out, "a file");
    assertThrows(BadInputException.class, () -> run(true, false, TaskListener.SILENT));
    assertEquals("a file", Files.readString(out));
  }

  @Test
  void warnsOfCasesLeftOut() throws Exception {
    Files.delete(folder.resolve("prediction/a.nii"));
    Warnings warnings = new Warnings();
    assertThrows(BadInputException.class, () -> run(false, false, warnings));
    assertFalse(Files.exists(out));
    assertEquals(1, run(false, true, warnings).cases().size());
    assertEquals(List.of("1 of 2 cases have no prediction"), warnings.messages());
  }
}
