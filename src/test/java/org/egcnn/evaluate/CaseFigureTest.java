/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.LabelClass;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.junit.jupiter.api.Test;

class CaseFigureTest {
  private static final LabelClass ONE = new LabelClass("one", 1);

  private static Path2D outline(String text, long width) {
    Img<IntType> labels = MaskExpectation.labels(text, width, text.length() / width);
    return Outline.of(
        Converters.convert(labels, (in, out) -> out.set(in.get() == 1), new BoolType()));
  }

  @Test
  void outlineRunsAlongThePixelsSides() {
    Path2D path = outline("...." + ".##." + ".##." + "....", 4);
    assertEquals(new Rectangle(1, 1, 2, 2), path.getBounds());
    assertTrue(path.contains(2, 2));
    assertFalse(path.contains(0.5, 0.5));
  }

  @Test
  void outlineLeavesHolesAndClosesAtTheBorder() {
    Path2D path = outline("###" + "#.#" + "###", 3);
    assertTrue(path.contains(0.5, 0.5));
    assertFalse(path.contains(1.5, 1.5));
    assertEquals(new Rectangle(0, 0, 3, 3), path.getBounds());
  }

  @Test
  void slicesAreTheOnesWithMostErrors() {
    Img<IntType> reference = ArrayImgs.ints(5, 6, 7);
    Img<IntType> prediction = ArrayImgs.ints(5, 6, 7);
    for (int[] at : new int[][] {{1, 4, 3}, {3, 4, 3}, {3, 2, 3}, {3, 4, 6}}) {
      reference.getAt(at).set(1);
    }
    WorstSlices worst = WorstSlices.of(reference, prediction);
    assertEquals(
        List.of(3L, 4L, 3L), List.of(worst.position(0), worst.position(1), worst.position(2)));
    assertTrue(worst.differ());
    WorstSlices same = WorstSlices.of(reference, reference);
    assertEquals(3, same.position(0));
    assertFalse(same.differ());
    assertEquals(2, WorstSlices.of(prediction, prediction).position(0));
  }

  @Test
  void radiologicalConventionPutsThePatientsRightAtTheLeft() {
    // The voxel furthest to the right, front and top of the patient.
    Img<IntType> image = ArrayImgs.ints(2, 3, 4);
    image.getAt(1, 2, 3).set(1);
    assertEquals(1, AnatomicalPlane.AXIAL.slice(image, 3).getAt(0, 0).get());
    assertEquals(1, AnatomicalPlane.CORONAL.slice(image, 2).getAt(0, 0).get());
    assertEquals(1, AnatomicalPlane.SAGITTAL.slice(image, 1).getAt(0, 0).get());
    assertEquals(3, AnatomicalPlane.SAGITTAL.slice(image, 1).dimension(0));
    assertEquals(4, AnatomicalPlane.SAGITTAL.slice(image, 1).dimension(1));
  }

  @Test
  void windowSpansThePercentilesOfWhatIsFinite() {
    float[] ramp = new float[201];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i;
    }
    Img<FloatType> odd = ArrayImgs.floats(new float[] {Float.NaN, Float.POSITIVE_INFINITY}, 2, 1);
    GreyWindow window = GreyWindow.of(List.of(ArrayImgs.floats(ramp, 201, 1), odd));
    assertEquals(new GreyWindow(2, 199), window);
    assertEquals(0, window.level(-5));
    assertEquals(255, window.level(500));
    assertEquals(0, window.level(Float.NaN));
    assertEquals(0, GreyWindow.of(List.of(odd)).level(0));
    assertEquals(0, new GreyWindow(3, 3).level(3));
  }

  @Test
  void drawsClassesInTheirColoursWithOrWithoutAnImage() {
    Img<IntType> reference = ArrayImgs.ints(10, 10, 10);
    Img<IntType> prediction = ArrayImgs.ints(10, 10, 10);
    for (int i = 2; i < 6; i++) {
      reference.getAt(i, 4, 4).set(1);
      prediction.getAt(i + 2, 4, 4).set(1);
    }
    Grid grid = new Grid(10, 10, 10, Affine.scaling(1, 1, 3));
    CaseScores scores =
        new CaseScorer(List.of(ONE), EmptyPolicy.BRATS, 1)
            .score("a", reference, prediction, grid.spacing());
    ScoredCase scored =
        new ScoredCase(
            MaskFiles.pair("a", Path.of("r.nii"), Path.of("p.nii")),
            new Volume(reference, grid),
            new Volume(prediction, grid),
            List.of(ONE),
            scores);
    BufferedImage plain = CaseFigure.draw(scored, Optional.empty());
    assertTrue(count(plain, ClassColours.of(0)) > 100);
    assertEquals(0, count(plain, ClassColours.of(1)));
    float[] bright = new float[1000];
    Arrays.fill(bright, 500, 1000, 9);
    BufferedImage grey = CaseFigure.draw(scored, Optional.of(ArrayImgs.floats(bright, 10, 10, 10)));
    assertTrue(count(grey, Color.WHITE) > count(plain, Color.WHITE) + 1000);
  }

  private static int count(BufferedImage image, Color color) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
      }
    }
    return count;
  }
}
