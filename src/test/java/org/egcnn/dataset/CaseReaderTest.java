/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseReaderTest {
  private static final Labels LABELS =
      new Labels(true, List.of(new LabelClass("kidney", 1), new LabelClass("tumour", 2)));
  private static final Grid SHIFTED =
      new Grid(4, 3, 2, new Affine(new double[][] {{1, 0, 0, 0.2}, {0, 1, 0, 0}, {0, 0, 2, 0}}));

  @TempDir Path folder;
  private Path first;
  private Path second;
  private Path label;

  @BeforeEach
  void writeCase() throws Exception {
    first = TinyVolumes.image(folder.resolve("a_0000.nii.gz"), (x, y, z) -> 1 + x + 10 * y);
    second = TinyVolumes.image(folder.resolve("a_0001.nii.gz"), (x, y, z) -> -z);
    label = TinyVolumes.mask(folder.resolve("a.nii.gz"), 1, 2, 2);
  }

  @Test
  void channelFilesAreStackedInOrder() throws Exception {
    LoadedCase loaded = read(2, first, second);
    assertEquals(2, loaded.image().channels());
    assertEquals(24, loaded.image().channel(0).getAt(3, 2, 1).get());
    assertEquals(-1, loaded.image().channel(1).getAt(3, 2, 1).get());
    assertEquals(Map.of(0, 21L, 1, 1L, 2, 2L), loaded.labelVoxels());
    assertEquals(2, loaded.label().orElseThrow().labels().getAt(1, 0, 0).get());
    assertFalse(loaded.hasEmptyLabel());
  }

  @Test
  void oneFileMayHoldAllChannels() throws Exception {
    Path file = TinyVolumes.channels(folder.resolve("all.nii.gz"), 3);
    LoadedCase loaded = read(3, file);
    assertEquals(2, loaded.image().channel(2).getAt(0, 0, 0).get());
  }

  @Test
  void unlabelledCasesAreRead() throws Exception {
    Case source = new Case("a", List.of(first), Optional.empty());
    LoadedCase loaded = new CaseReader(VolumeIO.standard(), 1, LABELS).read(source);
    assertTrue(loaded.label().isEmpty());
    assertFalse(loaded.hasEmptyLabel());
  }

  @Test
  void emptyMasksAreKnown() throws Exception {
    label = TinyVolumes.mask(folder.resolve("empty.nii.gz"));
    assertTrue(read(1, first).hasEmptyLabel());
  }

  @Test
  void missingAndSurplusChannelsAreNamed() throws Exception {
    assertComplaint("a_0000.nii.gz: has 1 channels where 2 are expected", 2, first);
    assertComplaint("its case has 2 channels where 3 are expected", 3, first, second);
    Path file = TinyVolumes.channels(folder.resolve("all.nii.gz"), 3);
    assertComplaint("all.nii.gz: has 3 channels where 1 are expected", 2, first, file);
  }

  @Test
  void gridsThatDifferAreBothPrinted() throws Exception {
    Path moved = TinyVolumes.image(folder.resolve("moved.nii.gz"), SHIFTED, (x, y, z) -> 0);
    String complaint = assertComplaint("moved.nii.gz lie on different grids", 2, first, moved);
    assertTrue(complaint.contains("first voxel at (0.2000"), complaint);
    assertTrue(complaint.contains("first voxel at (0.000, 0.000"), complaint);
    label = TinyVolumes.mask(folder.resolve("larger.nii.gz"), new Grid(4, 3, 3, SHIFTED.affine()));
    assertComplaint("larger.nii.gz lie on different grids", 1, first);
  }

  @Test
  void voxelsThatAreNoNumbersAreCounted() throws Exception {
    Path broken =
        TinyVolumes.image(
            folder.resolve("nan.nii.gz"),
            (x, y, z) -> x == 1 ? Double.NaN : y == 2 ? Double.POSITIVE_INFINITY : 0);
    // Six voxels with x = 1, and of the others with y = 2 three in each of two slices.
    assertComplaint("nan.nii.gz: 12 voxels are not finite", 1, broken);
  }

  @Test
  void undeclaredValuesAreNamed() throws Exception {
    label = TinyVolumes.mask(folder.resolve("odd.nii.gz"), 1, 5, 300);
    assertComplaint(
        "odd.nii.gz: holds label values that the dataset does not declare: 5, 300", 1, first);
  }

  @Test
  void masksMustHoldWholeNumbers() throws Exception {
    label = TinyVolumes.image(folder.resolve("half.nii.gz"), (x, y, z) -> 0.5 * x);
    assertComplaint("half.nii.gz: holds 0.5", 1, first);
    label = TinyVolumes.image(folder.resolve("nan.nii.gz"), (x, y, z) -> Double.NaN);
    assertComplaint("nan.nii.gz: holds NaN", 1, first);
    label = TinyVolumes.image(folder.resolve("near.nii.gz"), (x, y, z) -> 0.99999994);
    assertEquals(Map.of(1, 24L), read(1, first).labelVoxels());
  }

  @Test
  void unreadableFilesAreNamed() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.nii.gz"), "no gzip");
    assertComplaint("broken.nii.gz", 1, broken);
    assertComplaint("missing.nii.gz", 1, folder.resolve("missing.nii.gz"));
  }

  private LoadedCase read(int channels, Path... images) throws BadInputException {
    return new CaseReader(VolumeIO.standard(), channels, LABELS)
        .read(new Case("a", List.of(images), Optional.of(label)));
  }

  private String assertComplaint(String expected, int channels, Path... images) {
    BadInputException e = assertThrows(BadInputException.class, () -> read(channels, images));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
    return e.getMessage();
  }
}
