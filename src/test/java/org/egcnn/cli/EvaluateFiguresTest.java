/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of {@code evaluate} that concern figures. */
class EvaluateFiguresTest {
  @TempDir Path folder;

  @BeforeEach
  void writeMasks() throws IOException {
    Grid grid = new Grid(4, 1, 1, Affine.scaling(1, 1, 1));
    for (String kind : List.of("ref", "with", "plain")) {
      byte[] labels = {0, 1, (byte) (kind.equals("ref") ? 1 : 0), 0};
      VolumeIO.standard()
          .write(
              new Volume(ArrayImgs.unsignedBytes(labels, 4, 1, 1), grid),
              folder.resolve(kind).resolve("a.nii"));
    }
  }

  private CliRun evaluate(String... more) {
    Object[] args = new Object[7 + more.length];
    List<Object> first =
        List.of(
            "evaluate",
            "--pred",
            folder.resolve("with"),
            "--ref",
            folder.resolve("ref"),
            "--out",
            folder.resolve("out"));
    System.arraycopy(first.toArray(), 0, args, 0, 7);
    System.arraycopy(more, 0, args, 7, more.length);
    return CliRun.of(args);
  }

  @Test
  void drawsSeveralPredictionsAndSaysWhereTheReportIs() throws IOException {
    CliRun run =
        evaluate(
            "--name=with edge stream",
            "--also",
            "without=" + folder.resolve("plain"),
            "--panel-slice=most-errors",
            "--boundary-volumes");
    assertEquals(0, run.code(), run.err());
    Path report = folder.resolve("out").resolve("report.html");
    assertTrue(run.out().contains("Report: " + report), run.out());
    assertTrue(Files.readString(report).contains("Shown as without"));
    for (String file :
        List.of("panels.png", "panels.tif", "boundaries/a.png", "boundaries/a_boundary.nii.gz")) {
      assertTrue(Files.exists(folder.resolve("out").resolve(file)), file);
    }
  }

  @Test
  void drawsNothingWhenToldSo() throws IOException {
    assertEquals(0, evaluate("--no-figures").code());
    assertFalse(Files.exists(folder.resolve("out/panels.png")));
    assertFalse(Files.exists(folder.resolve("out/boundaries")));
    assertFalse(Files.readString(folder.resolve("out/report.html")).contains("<img"));
  }

  /** As an evaluation leaves them that was cancelled. */
  @Test
  void picturesOfAnotherEvaluationAreNotShown() throws IOException {
    Path figures = Files.createDirectories(folder.resolve("out/figures"));
    Files.write(figures.resolve("a.png"), new byte[] {1});
    assertEquals(0, evaluate("--no-figures", "--overwrite").code());
    assertFalse(Files.readString(folder.resolve("out/report.html")).contains("a.png"));
  }

  /** In nnU-Net's datasets a single class often has this name. */
  @Test
  void aClassMayBeCalledForeground() throws IOException {
    assertEquals(0, evaluate("--no-figures", "--regions", "foreground=1").code());
    String summary = Files.readString(folder.resolve("out/summary.json"));
    String mean = summary.substring(summary.indexOf("\"mean\""), summary.indexOf("\"std\""));
    assertTrue(mean.contains("volume_difference_ml"), mean);
  }

  @Test
  void refusesWhatCannotBeMeant() {
    for (String[] bad :
        List.of(
            new String[] {"--no-figures", "--boundary-volumes"},
            new String[] {"--no-figures", "--panels", "3"},
            new String[] {"--panels", "0", "--panel-cases", "a"},
            new String[] {"--also", "plain"},
            new String[] {"--also", "prediction=" + folder.resolve("plain")},
            new String[] {"--panel-slice", "prettiest"},
            new String[] {"--panel-cases", "b"},
            new String[] {"--panels", "-1"})) {
      CliRun run = evaluate(bad);
      assertEquals(2, run.code(), String.join(" ", bad));
      assertFalse(Files.exists(folder.resolve("out")));
    }
  }
}
