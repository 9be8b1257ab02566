/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import org.egcnn.model.LabelClass;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.junit.jupiter.api.Test;

class BoundaryErrorFigureTest {
  private static final List<LabelClass> ONE = List.of(new LabelClass("one", 1));

  /** Above the legend, in which every colour occurs. */
  private static final int LEGEND = 4 * 20 + 16;

  /** A box of voxels from a corner that is the same for all, in the middle slice of three. */
  private static Img<IntType> box(int width) {
    Img<IntType> labels = ArrayImgs.ints(30, 30, 3);
    for (int x = 10; x < 10 + width; x++) {
      for (int y = 10; y < 20; y++) {
        labels.getAt(x, y, 1).set(1);
      }
    }
    return labels;
  }

  private static BufferedImage draw(Img<IntType> reference, NamedMask... predictions) {
    return BoundaryErrorFigure.draw(
        new FigureCase(
            "a",
            new Grid(30, 30, 3, Affine.scaling(1, 1, 1)),
            Optional.empty(),
            reference,
            List.of(predictions),
            List.of()),
        ONE);
  }

  private static int count(BufferedImage picture, int from, int to, Color colour) {
    int count = 0;
    for (int y = from; y < to; y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        count += picture.getRGB(x, y) == colour.getRGB() ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void coloursTellTooLargeFromTooSmall() {
    DivergingColours two = new DivergingColours(2);
    BufferedImage large = draw(box(6), new NamedMask("large", box(8)));
    int end = large.getHeight() - LEGEND;
    assertTrue(count(large, 0, end, two.of(2)) > 50);
    assertEquals(0, count(large, 0, end, two.of(-2)));
    // A flat box has a surface of all its voxels: inside of it the distance is 0.
    BufferedImage right = draw(box(6), new NamedMask("right", box(6)));
    assertEquals(0, count(right, 0, right.getHeight() - LEGEND, two.of(2)));
    assertTrue(count(right, 0, right.getHeight() - LEGEND, two.of(0)) > 50);
  }

  @Test
  void insideOfASolidBodyIsTooSmall() {
    Img<IntType> solid = ArrayImgs.ints(30, 30, 30);
    Img<IntType> core = ArrayImgs.ints(30, 30, 30);
    for (int i = 0; i < 1000; i++) {
      int x = 10 + i % 10;
      int y = 10 + i / 10 % 10;
      int z = 10 + i / 100;
      solid.getAt(x, y, z).set(1);
      boolean inner = x > 11 && x < 18 && y > 11 && y < 18 && z > 11 && z < 18;
      core.getAt(x, y, z).set(inner ? 1 : 0);
    }
    BufferedImage small =
        BoundaryErrorFigure.draw(
            new FigureCase(
                "a",
                new Grid(30, 30, 30, Affine.scaling(1, 1, 1)),
                Optional.empty(),
                solid,
                List.of(new NamedMask("small", core)),
                List.of()),
            ONE);
    DivergingColours two = new DivergingColours(2);
    int end = small.getHeight() - LEGEND;
    assertTrue(count(small, 0, end, two.of(-2)) > 50);
    assertEquals(0, count(small, 0, end, two.of(2)));
  }

  @Test
  void predictionsHaveARowEachOnTheSameSlicesAndColours() {
    BufferedImage one = draw(box(6), new NamedMask("large", box(8)));
    BufferedImage two = draw(box(6), new NamedMask("large", box(8)), new NamedMask("r", box(6)));
    assertEquals(one.getWidth(), two.getWidth());
    int row = two.getHeight() - one.getHeight();
    int top = 16 + 20;
    Color far = new DivergingColours(2).of(2);
    assertTrue(count(two, top, top + row, far) > 50);
    assertEquals(0, count(two, top + row, two.getHeight() - LEGEND, far));
  }

  @Test
  void drawsWhatHasNoReferenceOrNoLabels() {
    Img<IntType> nothing = ArrayImgs.ints(30, 30, 3);
    BufferedImage invented = draw(nothing, new NamedMask("p", box(6)));
    int end = invented.getHeight() - LEGEND;
    assertTrue(count(invented, 0, end, new DivergingColours(1).of(1)) > 50);
    BufferedImage none = draw(nothing, new NamedMask("p", nothing));
    assertEquals(0, count(none, 0, none.getHeight() - LEGEND, new DivergingColours(1).of(1)));
  }

  @Test
  void coloursAreNeutralAtZeroAndSaturateAtTheLimit() {
    DivergingColours colours = new DivergingColours(5);
    assertEquals(colours.of(0), colours.of(-0.0));
    assertEquals(colours.of(5), colours.of(Double.POSITIVE_INFINITY));
    assertEquals(colours.of(-5), colours.of(-70));
    assertTrue(colours.of(2).getBlue() < colours.of(0).getBlue());
    assertTrue(colours.of(-2).getRed() < colours.of(0).getRed());
  }
}
