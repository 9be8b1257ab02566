/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Datasets;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Example data in the layouts of challenges. */
class ChallengeExampleTest {
  private static final VolumeIO IO = VolumeIO.standard();
  private static final ExampleSettings SMALL =
      new ExampleSettings(4, 1, new Size(32, 44, 36), List.of(5.0, 5.0, 5.0), 3);

  @TempDir Path folder;

  @Test
  void bratsIsWhatTheLayoutReads() throws Exception {
    write(ExampleLayout.BRATS2019, folder, false);
    Path training = folder.resolve("MICCAI_BraTS_2019_Data_Training");
    Dataset dataset = Datasets.open(training);
    assertEquals(4, dataset.labelled().size());
    assertTrue(dataset.unlabelled().isEmpty());
    for (Case one : dataset.labelled()) {
      boolean high = one.images().get(0).startsWith(training.resolve("HGG"));
      assertEquals(!one.name().contains("002"), high);
      SortedMap<Integer, Long> counts = counts(one.label().orElseThrow());
      assertEquals(high ? List.of(0, 1, 2, 4) : List.of(0, 1, 2), List.copyOf(counts.keySet()));
    }
    List<String> rows = Files.readAllLines(training.resolve("name_mapping.csv"));
    assertEquals("LGG,BraTS19_Example_002_1", rows.get(2));
    Dataset unseen = Datasets.open(folder.resolve("MICCAI_BraTS_2019_Data_Validation"));
    assertTrue(unseen.labelled().isEmpty());
    assertEquals("BraTS19_Example_005_1", unseen.unlabelled().get(0).name());
    assertTrue(Files.exists(folder.resolve("references/BraTS19_Example_005_1.nii.gz")));
  }

  @Test
  void modalitiesShareTheBrainAndDifferInContrast() throws Exception {
    BrainPhantom phantom = BrainPhantom.of(SMALL, 0, true);
    Img<IntType> labels = ArrayImgs.ints(phantom.label().grid().size());
    copy(phantom.label(), labels);
    double[][] means = new double[4][];
    boolean[] outside = null;
    for (int m = 0; m < 4; m++) {
      double[] sums = new double[5];
      long[] counts = new long[5];
      boolean[] zero = new boolean[(int) labels.size()];
      Cursor<FloatType> voxel = Views.flatIterable(phantom.modalities().get(m).channel(0)).cursor();
      int i = 0;
      for (IntType label : labels) {
        float value = voxel.next().get();
        zero[i++] = value == 0;
        if (value != 0) {
          sums[label.get()] += value;
          counts[label.get()]++;
        }
        assertTrue(value > 0 || label.get() == 0, "the tumour lies in the brain");
      }
      if (outside != null) {
        assertArrayEquals(outside, zero);
      }
      outside = zero;
      means[m] = new double[5];
      Arrays.setAll(means[m], l -> sums[l] / Math.max(1, counts[l]) / (sums[0] / counts[0]));
    }
    // contrast against the rest of the brain: the rim in T1c, oedema in FLAIR, the dead core in T1
    assertTrue(means[1][4] > 1.4, "T1c enhancing " + means[1][4]);
    assertTrue(means[0][4] < 1.1, "T1 enhancing " + means[0][4]);
    assertTrue(means[3][2] > 1.5, "FLAIR oedema " + means[3][2]);
    assertTrue(means[2][2] > 1.3, "T2 oedema " + means[2][2]);
    assertTrue(means[0][1] < 0.8, "T1 core " + means[0][1]);
  }

  @Test
  void kitsHasItsAxesAndVaryingSpacings() throws Exception {
    write(ExampleLayout.KITS2019, folder, false);
    Dataset dataset = Datasets.open(folder);
    assertEquals(List.of("case_00000", "case_00001", "case_00002", "case_00003"), dataset.names());
    assertEquals("case_00210", dataset.unlabelled().get(0).name());
    assertTrue(Files.exists(folder.resolve("references/case_00210.nii.gz")));
    double[] thickness = new double[3];
    for (int i = 0; i < 3; i++) {
      Case one = dataset.labelled().get(i);
      Grid grid = IO.readInfo(one.images().get(0)).grid();
      assertEquals(grid, IO.readInfo(one.label().orElseThrow()).grid());
      thickness[i] = grid.spacing()[0];
      assertEquals(-thickness[i], grid.affine().get(2, 0), 1e-6, "slices from head to foot");
      assertEquals(-grid.spacing()[2], grid.affine().get(0, 2), 1e-6);
      assertEquals(Math.round(160 / thickness[i]), grid.width());
      assertEquals(List.of(0, 1, 2), List.copyOf(counts(one.label().get()).keySet()));
    }
    assertArrayEquals(new double[] {3.75, 5, 6.25}, thickness, 1e-6);
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws Exception {
    for (ExampleLayout layout : List.of(ExampleLayout.BRATS2019, ExampleLayout.KITS2019)) {
      ExampleSettings one = new ExampleSettings(1, 0, SMALL.size(), SMALL.spacing(), 3);
      Path a = folder.resolve(layout + "a");
      Path b = folder.resolve(layout + "b");
      layout.write(a, one, false, TaskListener.SILENT);
      layout.write(b, one, false, TaskListener.SILENT);
      for (Path file : Datasets.open(a).labelled().get(0).files()) {
        Path other = b.resolve(a.relativize(file));
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other), file.toString());
      }
    }
  }

  @Test
  void onlyWhatWasWrittenIsReplaced() throws Exception {
    write(ExampleLayout.KITS2019, folder, false);
    assertTrue(complaint(folder, false).contains("is not empty"));
    Path kept = Files.writeString(folder.resolve("case_00003/notes.txt"), "mine");
    ExampleSettings fewer = new ExampleSettings(1, 0, SMALL.size(), SMALL.spacing(), 3);
    ExampleLayout.KITS2019.write(folder, fewer, true, TaskListener.SILENT);
    assertTrue(Files.exists(folder.resolve("case_00000/imaging.nii.gz")));
    assertFalse(Files.exists(folder.resolve("case_00001")));
    assertFalse(Files.exists(folder.resolve("references")));
    assertTrue(Files.exists(kept));
    assertFalse(Files.exists(folder.resolve("case_00003/imaging.nii.gz")));

    Path real = Files.createDirectories(folder.resolve("real/case_00000"));
    Path image = Files.writeString(real.resolve("imaging.nii.gz"), "a download");
    assertTrue(complaint(real.getParent(), true).contains("holds no example data"));
    assertEquals("a download", Files.readString(image));
    Files.writeString(
        real.resolveSibling("example.json"), "{\"files\": [\"../case_00003/notes.txt\"]}");
    assertTrue(complaint(real.getParent(), true).contains("lists a file elsewhere"));
    assertTrue(Files.exists(kept));
  }

  @Test
  void masksArePaintedOnTheirOwnGrids() throws Exception {
    Grid grid =
        new Grid(
            12, 40, 48, new Affine(new double[][] {{0, 0, -5, 7}, {0, -5, 0, 9}, {-9, 0, 0, -3}}));
    Img<UnsignedByteType> labels = ArrayImgs.unsignedBytes(grid.size());
    Cursor<UnsignedByteType> cursor = labels.localizingCursor();
    while (cursor.hasNext()) {
      cursor.fwd();
      double z = (cursor.getIntPosition(0) - 6) * 9;
      double y = (cursor.getIntPosition(1) - 20) * 5;
      double x = (cursor.getIntPosition(2) - 10) * 5;
      cursor.get().set(x * x + y * y + z * z < 900 ? x > 12 ? 2 : 1 : 0);
    }
    Path masks = folder.resolve("masks");
    Path source = masks.resolve("case_00007/segmentation.nii.gz");
    IO.write(new Volume(labels, grid), source);
    Path out = folder.resolve("out");
    assertEquals(1, new PaintedMasks(masks, SMALL).write(out, false, TaskListener.SILENT));
    Case painted = Datasets.open(out).labelled().get(0);
    assertArrayEquals(
        Files.readAllBytes(source), Files.readAllBytes(painted.label().orElseThrow()));
    Volume image = IO.read(painted.images().get(0));
    assertEquals(grid, image.grid());
    double[] sums = new double[3];
    long[] counts = new long[3];
    RandomAccess<FloatType> access = image.channel(0).randomAccess();
    cursor.reset();
    while (cursor.hasNext()) {
      cursor.fwd();
      sums[cursor.get().get()] += access.setPositionAndGet(cursor).get();
      counts[cursor.get().get()]++;
    }
    assertEquals(182, sums[1] / counts[1], 30, "kidney");
    assertEquals(120, sums[2] / counts[2], 30, "tumour");
    assertTrue(access.setPositionAndGet(6, 0, 0).get() < -900, "air around the body");

    BadInputException own =
        assertThrows(
            BadInputException.class,
            () -> new PaintedMasks(out, SMALL).write(out, true, TaskListener.SILENT));
    assertTrue(own.getMessage().contains("holds the masks"), own.getMessage());
    assertTrue(Files.exists(out.resolve("case_00007/segmentation.nii.gz")));

    labels.firstElement().set(3);
    IO.write(new Volume(labels, grid), source);
    String complaint =
        assertThrows(
                BadInputException.class,
                () -> new PaintedMasks(masks, SMALL).write(out, true, TaskListener.SILENT))
            .getMessage();
    assertTrue(
        complaint.contains("case_00007/segmentation.nii.gz: holds label value 3"), complaint);
    assertThrows(
        BadInputException.class,
        () -> new PaintedMasks(out.resolve("none"), SMALL).write(out, true, TaskListener.SILENT));
  }

  private static void write(ExampleLayout layout, Path folder, boolean overwrite) throws Exception {
    layout.write(folder, SMALL, overwrite, TaskListener.SILENT);
  }

  private static String complaint(Path folder, boolean overwrite) {
    return assertThrows(
            BadInputException.class, () -> write(ExampleLayout.KITS2019, folder, overwrite))
        .getMessage();
  }

  private static SortedMap<Integer, Long> counts(Path mask) throws IOException {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    for (IntType label : IO.read(mask).labels()) {
      counts.merge(label.get(), 1L, Long::sum);
    }
    return counts;
  }

  private static void copy(Volume mask, Img<IntType> target) {
    Cursor<IntType> from = Views.flatIterable(mask.labels()).cursor();
    target.forEach(voxel -> voxel.set(from.next()));
  }
}
