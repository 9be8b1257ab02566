/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgesCommandTest {
  private static final VolumeIO IO = VolumeIO.standard();

  @TempDir Path folder;

  private Path mask;

  /** A row of voxels along x, one apart, with labels 0 0 0 1 1 1 2 2 2 2. */
  @BeforeEach
  void write() throws Exception {
    byte[] labels = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
    Affine affine = new Affine(new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}});
    mask = folder.resolve("row.nii");
    IO.write(
        new Volume(ArrayImgs.unsignedBytes(labels, 10, 1, 1), new Grid(10, 1, 1, affine)), mask);
  }

  @Test
  void eachClassHasItsOwnFile() throws Exception {
    Path out = folder.resolve("edges");
    CliRun run = CliRun.of("edges", "--in", mask, "--out", out).successful();
    assertEquals(
        List.of(out.resolve("row_edges_1.nii"), out.resolve("row_edges_2.nii")),
        run.out().lines().map(Path::of).toList());
    assertEquals(List.of(0, 0, 1, 1, 0, 1, 1, 0, 0, 0), values(out.resolve("row_edges_1.nii")));
    assertEquals(List.of(0, 0, 0, 0, 0, 1, 1, 0, 0, 0), values(out.resolve("row_edges_2.nii")));
  }

  @Test
  void aRegionOfTwoValuesHasNoEdgeBetweenThem() throws Exception {
    CliRun.of("edges", "--in", mask, "--out", folder, "--labels=1+2").successful();
    assertEquals(
        List.of(0, 0, 1, 1, 0, 0, 0, 0, 0, 0), values(folder.resolve("row_edges_1+2.nii")));
  }

  @Test
  void aStepOfOneHasAMagnitudeOfOneHalfPerMillimetre() throws Exception {
    CliRun.of("edges", "--in", mask, "--out", folder, "--labels=1", "--threshold=0.5").successful();
    assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), values(folder.resolve("row_edges_1.nii")));
  }

  @Test
  void whatExistsIsReplacedOnlyWhenAskedFor() throws Exception {
    Path file = Files.writeString(folder.resolve("row_edges_1.nii"), "mine");
    CliRun run = CliRun.of("edges", "--in", mask, "--out", folder);
    assertEquals(2, run.code());
    assertTrue(run.complaint().contains("row_edges_1.nii: exists already"), run.err());
    assertEquals("mine", Files.readString(file));
    CliRun.of("edges", "--in", mask, "--out", folder, "--overwrite").successful();
    assertEquals(10, values(file).size());
  }

  @Test
  void masksOfTheSameNameAreRefused() throws Exception {
    Path other = Files.copy(mask, Files.createDirectories(folder.resolve("b")).resolve("row.nii"));
    CliRun run = CliRun.of("edges", "--in", mask, other, "--out", folder, "--overwrite");
    assertEquals(2, run.code());
    assertTrue(run.complaint().startsWith(other + ": has the same name as " + mask), run.err());
    assertTrue(Files.notExists(folder.resolve("row_edges_1.nii")));
  }

  @Test
  void anEmptyMaskIsRefused() throws Exception {
    IO.write(new Volume(ArrayImgs.unsignedBytes(10, 1, 1), IO.read(mask).grid()), mask);
    CliRun run = CliRun.of("edges", "--in", mask, "--out", folder);
    assertEquals(2, run.code());
    assertTrue(run.complaint().contains("row.nii: no voxel is labelled"), run.err());
  }

  @Test
  void anImageOfIntensitiesIsRefused() throws Exception {
    writeNumbers();
    CliRun run = CliRun.of("edges", "--in", mask, "--out", folder);
    assertEquals(2, run.code());
    assertTrue(run.complaint().contains("more than 254 values"), run.err());
  }

  /** Named classes are taken from a mask of however many objects. */
  @Test
  void namedLabelsAreTakenOfAnyMask() throws Exception {
    writeNumbers();
    CliRun.of("edges", "--in", mask, "--labels", "299", "--out", folder).successful();
    assertEquals(1, values(folder.resolve("row_edges_299.nii")).get(299));
  }

  @Test
  void aMaskOfSeveralChannelsIsRefused() throws Exception {
    IO.write(new Volume(ArrayImgs.unsignedBytes(10, 1, 1, 2), IO.read(mask).grid()), mask);
    CliRun run = CliRun.of("edges", "--in", mask, "--out", folder);
    assertEquals(2, run.code());
    assertTrue(run.complaint().contains("row.nii: has 2 channels"), run.err());
  }

  /** Replaces the mask by one of the values 0 to 299 in a row. */
  private void writeNumbers() throws Exception {
    float[] values = new float[300];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Grid grid = new Grid(300, 1, 1, IO.read(mask).grid().affine());
    IO.write(new Volume(ArrayImgs.floats(values, 300, 1, 1), grid), mask);
  }

  private static List<Integer> values(Path file) throws Exception {
    List<Integer> values = new ArrayList<>();
    for (IntType voxel : Views.flatIterable(IO.read(file).labels())) {
      values.add(voxel.get());
    }
    return values;
  }
}
