/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.LabelClass;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperFigureTest {
  private static final LabelClass WHOLE = new LabelClass("whole", List.of(1, 2), 1);
  private static final LabelClass CORE = new LabelClass("core", 2);

  /** The innermost region first, so that painting in this order would hide it. */
  private static final List<LabelClass> CLASSES = List.of(CORE, WHOLE);

  /** 24 x 24 voxels of 1 mm in a slice: with a margin of 12 mm a tile shows all of them. */
  private static final int SIDE = 24;

  private static final int TILE = 240;

  @TempDir Path folder;
  private final Img<IntType> reference = ArrayImgs.ints(SIDE, SIDE, 3);
  private final Img<IntType> empty = ArrayImgs.ints(SIDE, SIDE, 3);
  private final Img<FloatType> grey = ArrayImgs.floats(SIDE, SIDE, 3);

  @BeforeEach
  void paint() {
    // Whole: x, y from 8 to 15 in the middle slice; core: its quarter of low x and y.
    for (int i = 0; i < 64; i++) {
      int x = 8 + i % 8;
      int y = 8 + i / 8;
      reference.getAt(x, y, 1).set(x < 12 && y < 12 ? 2 : 1);
    }
  }

  private FigureCase shown(
      String name,
      Optional<RandomAccessibleInterval<FloatType>> image,
      List<RandomAccessibleInterval<FloatType>> edges,
      String... predictions) {
    return new FigureCase(
        name,
        new Grid(SIDE, SIDE, 3, Affine.scaling(1, 1, 1)),
        image,
        reference,
        Arrays.stream(predictions).map(p -> new NamedMask(p, empty)).toList(),
        edges);
  }

  /** A pixel of a tile at the middle of a voxel; right and front are at the tile's left and top. */
  private static Color at(ImagePlus stack, int slice, int x, int y) {
    int column = (SIDE - 1 - x) * TILE / SIDE + TILE / SIDE / 2;
    int row = (SIDE - 1 - y) * TILE / SIDE + TILE / SIDE / 2;
    return new Color(stack.getStack().getProcessor(slice).getPixel(column, row));
  }

  /** Nine voxels of one value, in the middle of which interpolation changes nothing. */
  private static void spot(Img<FloatType> image, int x, int y, float value) {
    for (int i = 0; i < 9; i++) {
      image.getAt(x - 1 + i % 3, y - 1 + i / 3, 1).set(value);
    }
  }

  private static void assertNear(Color expected, Color actual) {
    boolean near =
        Math.abs(expected.getRed() - actual.getRed()) <= 3
            && Math.abs(expected.getGreen() - actual.getGreen()) <= 3
            && Math.abs(expected.getBlue() - actual.getBlue()) <= 3;
    assertTrue(near, "expected " + expected + " but was " + actual);
  }

  /** A class's colour as it covers black. */
  private static Color covered(int k) {
    Color colour = ClassColours.of(k);
    return new Color(
        colour.getRed() * 0x78 / 255,
        colour.getGreen() * 0x78 / 255,
        colour.getBlue() * 0x78 / 255);
  }

  @Test
  void stackHoldsATileForEachColumnWithItsName() throws IOException {
    Img<FloatType> core = ArrayImgs.floats(SIDE, SIDE, 3);
    spot(core, 2, 3, 1);
    Img<FloatType> whole = ArrayImgs.floats(SIDE, SIDE, 3);
    spot(whole, 20, 3, 1);
    spot(grey, 3, 20, 5);
    PaperFigure figure = new PaperFigure(CLASSES, SliceChoice.LARGEST_REFERENCE);
    figure.add(shown("a", Optional.of(grey), List.of(core, whole), "without", "with"));
    Path file = folder.resolve("panels.tif");
    figure.writeStack(file);

    ImagePlus stack = IJ.openImage(file.toString());
    assertArrayEquals(
        new int[] {TILE, TILE, 1, 5, 1}, stack.getDimensions(), "width, height, channels, slices");
    String[] labels = stack.getStack().getSliceLabels();
    assertEquals(
        List.of("a: image", "a: reference", "a: without", "a: with", "a: predicted edges"),
        Arrays.asList(labels).subList(0, 5));
    assertEquals(0.1, stack.getCalibration().pixelWidth, 1e-9);
    assertEquals("mm", stack.getCalibration().getUnit());
    assertNear(Color.WHITE, at(stack, 1, 3, 20));
    assertNear(Color.BLACK, at(stack, 1, 10, 10));
    assertNear(covered(1), at(stack, 2, 14, 14));
    assertNear(covered(0), at(stack, 2, 10, 10));
    assertNear(Color.BLACK, at(stack, 2, 4, 4));
    assertNear(Color.BLACK, at(stack, 3, 14, 14));
    assertNear(Color.BLACK, at(stack, 5, 14, 14));
    assertNear(ClassColours.of(0), at(stack, 5, 2, 3));
    assertNear(ClassColours.of(1), at(stack, 5, 20, 3));
  }

  @Test
  void pictureHasARowForEachCaseAndNoColumnThatNoneHas() throws IOException {
    PaperFigure figure = new PaperFigure(CLASSES, SliceChoice.MOST_ERRORS);
    figure.add(shown("a", Optional.empty(), List.of(), "p", "q"));
    figure.add(shown("b", Optional.empty(), List.of(), "p", "q"));
    Path file = folder.resolve("panels.png");
    figure.writePng(file);
    BufferedImage picture = ImageIO.read(file.toFile());
    // Reference and two predictions, no image and no edges.
    assertEquals(2 * 16 + 3 * (TILE + 6) - 6, picture.getWidth());
    assertEquals(2 * 16 + 20 + 2 * (20 + TILE + 6) + 6 + 3 * 20, picture.getHeight());
    int inCore = 16 + (SIDE - 1 - 10) * 10 + 5;
    int firstRow = 16 + 20 + 20;
    assertNear(covered(0), new Color(picture.getRGB(inCore, firstRow + (SIDE - 1 - 10) * 10 + 5)));
    int secondRow = firstRow + TILE + 6 + 20;
    assertNear(covered(0), new Color(picture.getRGB(inCore, secondRow + (SIDE - 1 - 10) * 10 + 5)));
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    PaperFigure figure = new PaperFigure(CLASSES, SliceChoice.LARGEST_REFERENCE);
    assertThrows(IllegalStateException.class, figure::draw);
    assertThrows(
        IllegalArgumentException.class,
        () -> figure.add(shown("a", Optional.empty(), List.of(grey), "p")));
    figure.add(shown("a", Optional.empty(), List.of(), "p"));
    assertThrows(
        IllegalArgumentException.class,
        () -> figure.add(shown("b", Optional.empty(), List.of(), "q")));
    assertThrows(IllegalArgumentException.class, () -> shown("c", Optional.empty(), List.of()));
    Img<FloatType> small = ArrayImgs.floats(SIDE, SIDE, 2);
    assertThrows(
        IllegalArgumentException.class, () -> shown("c", Optional.of(small), List.of(), "p"));
    assertThrows(
        IllegalArgumentException.class,
        () -> shown("c", Optional.empty(), List.of(small, small), "p"));
  }

  @Test
  void scaleBarIsRoundAndFits() {
    assertEquals(5, new TileFrame(240, 240, 10).barMm());
    assertEquals(100, new TileFrame(250, 100, 1).barMm());
    assertEquals(2e-3, new TileFrame(1, 1, 100).barMm());
    assertEquals("2 µm", Millimetres.text(2e-3));
    assertEquals("0.1 mm", Millimetres.text(0.1));
    assertEquals("100 mm", Millimetres.text(100));
  }
}
