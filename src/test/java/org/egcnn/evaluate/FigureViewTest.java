/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import org.egcnn.model.LabelClass;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.junit.jupiter.api.Test;

class FigureViewTest {
  private static final List<LabelClass> KIDNEY_AND_TUMOUR =
      List.of(new LabelClass("kidney", List.of(1, 2), 1), new LabelClass("tumour", 2));

  private final Img<IntType> reference = ArrayImgs.ints(6, 8, 10);
  private final Img<IntType> prediction = ArrayImgs.ints(6, 8, 10);

  private FigureView view(Affine affine) {
    return new FigureView(
        new FigureCase(
            "a",
            new Grid(6, 8, 10, affine),
            Optional.empty(),
            reference,
            List.of(new NamedMask("p", prediction)),
            List.of()));
  }

  @Test
  void looksAcrossTheThickestSideOfTheVoxels() {
    assertEquals(AnatomicalPlane.AXIAL, view(Affine.scaling(1, 1, 1)).plane());
    assertEquals(AnatomicalPlane.AXIAL, view(Affine.scaling(1.4, 1, 1)).plane());
    FigureView sagittal = view(Affine.scaling(3, 1, 0.5));
    assertEquals(AnatomicalPlane.SAGITTAL, sagittal.plane());
    assertArrayEquals(new double[] {1, 0.5}, sagittal.sliceSpacing());
    assertEquals("sagittal 2 of 6", sagittal.title(1));
  }

  @Test
  void countsSlicesFromTheFeetWhicheverWayTheFileRuns() {
    reference.getAt(2, 3, 4).set(1);
    reference.getAt(2, 3, 6).set(1);
    prediction.getAt(2, 3, 8).set(1);
    assertArrayEquals(new long[] {4, 8}, view(Affine.scaling(1, 1, 1)).extent().orElseThrow());
    FigureView headFirst = view(Affine.scaling(1, 1, -1));
    assertArrayEquals(new long[] {1, 5}, headFirst.extent().orElseThrow());
    assertEquals(1, headFirst.labels(reference, 9 - 4).getAt(6 - 1 - 2, 8 - 1 - 3).get());
  }

  @Test
  void showsAllClassesAtTheirBest() {
    for (int i = 0; i < 4; i++) {
      reference.getAt(i, 1, 2).set(1);
    }
    for (int i = 0; i < 3; i++) {
      reference.getAt(i, 1, 7).set(i < 2 ? 2 : 1);
    }
    FigureView view = view(Affine.scaling(1, 1, 1));
    assertEquals(2, view.position(SliceChoice.LARGEST_REFERENCE, KIDNEY_AND_TUMOUR.subList(0, 1)));
    assertEquals(7, view.position(SliceChoice.LARGEST_REFERENCE, KIDNEY_AND_TUMOUR));
    prediction.getAt(5, 5, 5).set(1);
    prediction.getAt(5, 6, 5).set(1);
    prediction.getAt(5, 7, 5).set(1);
    prediction.getAt(4, 7, 5).set(1);
    prediction.getAt(3, 7, 5).set(1);
    assertEquals(5, view(Affine.scaling(1, 1, 1)).position(SliceChoice.MOST_ERRORS, List.of()));
  }

  @Test
  void withoutLabelsTheMiddleIsShown() {
    FigureView view = view(Affine.scaling(1, 1, 1));
    assertTrue(view.extent().isEmpty());
    assertEquals(5, view.position(SliceChoice.LARGEST_REFERENCE, KIDNEY_AND_TUMOUR));
    Img<IntType> slice = view.labels(reference, 5);
    assertEquals(
        new Rectangle2D.Double(0, 0, 12, 8), LabelArea.of(List.of(slice), new double[] {2, 1}));
  }

  @Test
  void areaIsAroundTheLabelsOfAllSlicesAsFarAsTheyReach() {
    Img<IntType> left = ArrayImgs.ints(100, 100);
    left.getAt(40, 50).set(1);
    Img<IntType> right = ArrayImgs.ints(100, 100);
    right.getAt(60, 98).set(3);
    // 12 mm around x 20 to 30.5 and y 100 to 198, but no further than 200.
    assertEquals(
        new Rectangle2D.Double(8, 88, 34.5, 112),
        LabelArea.of(List.of(left, right), new double[] {0.5, 2}));
  }
}
