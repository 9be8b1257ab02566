/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;

/** Grids, labels and finite voxels. */
class VolumeChecksTest {
  private static final Grid GRID = new Grid(4, 3, 2, Affine.scaling(1, 2, 4));

  @Test
  void sameGridsMayDifferByLessThanAVoxelsTwentieth() {
    Path a = Path.of("image.nii.gz");
    Path b = Path.of("mask.nii.gz");
    Grid near =
        new Grid(4, 3, 2, new Affine(new double[][] {{1, 0, 0, 0.04}, {0, 2, 0, 0}, {0, 0, 4, 0}}));
    assertDoesNotThrow(() -> GridCheck.requireSame(a, GRID, b, near));
    Grid far =
        new Grid(4, 3, 2, new Affine(new double[][] {{1, 0, 0, 0.06}, {0, 2, 0, 0}, {0, 0, 4, 0}}));
    String message =
        assertThrows(BadInputException.class, () -> GridCheck.requireSame(a, GRID, b, far))
            .getMessage();
    assertTrue(message.contains("image.nii.gz") && message.contains("mask.nii.gz"), message);
    assertTrue(message.contains(GRID.toString()) && message.contains(far.toString()), message);
    Grid other = new Grid(4, 3, 3, GRID.affine());
    assertThrows(BadInputException.class, () -> GridCheck.requireSame(a, GRID, b, other));
  }

  /** The affines of an image of KiTS 2019 and, by nibabel, of case_00037's mask. */
  @Test
  void aTurnLeftByARoundedQuaternionDoesNotCount() {
    Affine image =
        new Affine(new double[][] {{0, 0, -0.9375, 0}, {0, -0.9375, 0, 0}, {-5, 0, 0, 0}});
    double[][] mask = {
      {1.7114270889351246e-07, 0.0002452903514937645, -0.9374999679107421, 0},
      {-0.0013082152079667438, -0.9374999358214842, -0.0002452903514937645, 0},
      {-4.999999828857291, 0.0002452903514937645, 3.208925791753359e-08, 0}
    };
    Grid one = new Grid(97, 512, 512, image);
    assertTrue(GridCheck.isSame(one, new Grid(97, 512, 512, new Affine(mask))));
    assertFalse(one.matches(new Grid(97, 512, 512, new Affine(mask)), GridCheck.TOLERANCE));
    mask[0][3] = 0.05;
    assertFalse(GridCheck.isSame(one, new Grid(97, 512, 512, new Affine(mask))), "moved");
    mask[0][3] = 0;
    mask[0][2] = -0.9376;
    assertFalse(GridCheck.isSame(one, new Grid(97, 512, 512, new Affine(mask))), "larger");
    mask[0][2] = -0.9375;
    mask[0][1] = 0.001;
    assertFalse(GridCheck.isSame(one, new Grid(97, 512, 512, new Affine(mask))), "turned");
    assertFalse(GridCheck.isSame(one, new Grid(97, 512, 511, image)), "of another size");
  }

  @Test
  void theThicknessOfASingleSliceCounts() {
    Grid thin = new Grid(4, 3, 1, Affine.scaling(1, 1, 1));
    // the lower and upper faces of the slice move by half the difference
    assertTrue(thin.matches(new Grid(4, 3, 1, Affine.scaling(1, 1, 1.09)), 0.05));
    assertFalse(thin.matches(new Grid(4, 3, 1, Affine.scaling(1, 1, 1.11)), 0.05));
    assertFalse(new Grid(4, 3, 1, Affine.scaling(1, 1, 1.11)).matches(thin, 0.05));
    Grid voxel = new Grid(1, 1, 1, Affine.scaling(1, 2, 4));
    assertTrue(voxel.matches(voxel, 0));
    assertFalse(voxel.matches(new Grid(1, 1, 1, Affine.scaling(1, 4, 2)), 0.05));
  }

  @Test
  void namesTheFirstVoxelThatIsNotFinite() {
    ArrayImg<FloatType, ?> image = ArrayImgs.floats(4, 3, 2);
    Volume volume = new Volume(image, GRID, Optional.of(Path.of("some.nii")), Optional.empty());
    assertDoesNotThrow(volume::requireFinite);
    image.getAt(3, 2, 1).set(Float.NaN);
    image.getAt(2, 1, 1).set(Float.NEGATIVE_INFINITY);
    String message = assertThrows(BadInputException.class, volume::requireFinite).getMessage();
    assertTrue(message.startsWith("some.nii: 2 voxels"), message);
    assertTrue(message.contains("[2, 1, 1, 0]"), message);
    assertDoesNotThrow(() -> new Volume(ArrayImgs.ints(4, 3, 2), GRID).requireFinite());
  }

  @Test
  void masksTakeTheSmallestTypeThatHoldsTheirLabels() {
    ArrayImg<IntType, ?> labels = ArrayImgs.ints(4, 3, 2);
    labels.getAt(1, 1, 1).set(70000);
    labels.getAt(0, 0, 0).set(200);
    NiftiForms forms = NiftiFormsWriter.of(GRID.affine());
    Volume like = new Volume(ArrayImgs.floats(4, 3, 2), GRID, Optional.empty(), Optional.of(forms));
    int[] largest = {0, 255, 256, 65535, 65536};
    VoxelType[] types = {
      VoxelType.UINT8, VoxelType.UINT8, VoxelType.UINT16, VoxelType.UINT16, VoxelType.INT32
    };
    for (int i = 0; i < largest.length; i++) {
      Volume mask = LabelVolume.of(labels, largest[i], like);
      assertEquals(types[i], VoxelType.of(mask.image().firstElement()));
      assertEquals("200", Fixtures.text(mask.image().firstElement()));
      assertEquals(GRID, mask.grid());
      assertEquals(Optional.of(forms), mask.forms());
    }
    assertEquals(70000, LabelVolume.of(labels, 70000, like).labels().getAt(1, 1, 1).get());
    assertThrows(IllegalArgumentException.class, () -> LabelVolume.of(labels, -1, like));
    assertThrows(
        IllegalArgumentException.class, () -> LabelVolume.of(ArrayImgs.ints(4, 3, 1), 1, like));
  }
}
