/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One slice of a case as it is drawn: the image in grey and over it the outlines of the classes,
 * the reference's solid and the prediction's dashed.
 *
 * @param plane which plane it is
 * @param grey intensities, axes column and row
 * @param outlines the classes' outlines, some of which may be empty
 * @param width in pixels of the picture
 * @param height in pixels of the picture
 */
public record SlicePane(
    AnatomicalPlane plane,
    RandomAccessibleInterval<FloatType> grey,
    List<ClassOutlines> outlines,
    int width,
    int height) {

  /** How the reference is drawn. */
  public static final Stroke REFERENCE =
      new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  /** How the prediction is drawn. */
  public static final Stroke PREDICTION =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 4}, 0);

  /** Dark edges let the prediction stand out from the reference and from bright tissue. */
  private static final Stroke CASING =
      new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 4}, 0);

  /**
   * The outlines of one class in pixels of the slice.
   *
   * @param color the class's colour
   * @param reference the reference's outline
   * @param prediction the prediction's outline
   */
  public record ClassOutlines(Color color, Shape reference, Shape prediction) {}

  /** Draws the slice with its upper left corner at a point. */
  public void draw(Graphics2D graphics, GreyWindow window, int x, int y) {
    Graphics2D g = (Graphics2D) graphics.create(x, y, width, height);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.drawImage(greyImage(window), 0, 0, width, height, null);
    AffineTransform scale =
        AffineTransform.getScaleInstance(
            (double) width / grey.dimension(0), (double) height / grey.dimension(1));
    for (ClassOutlines outline : outlines) {
      g.setColor(outline.color);
      g.setStroke(REFERENCE);
      g.draw(scale.createTransformedShape(outline.reference));
    }
    for (ClassOutlines outline : outlines) {
      Shape prediction = scale.createTransformedShape(outline.prediction);
      g.setColor(Color.BLACK);
      g.setStroke(CASING);
      g.draw(prediction);
      g.setColor(light(outline.color));
      g.setStroke(PREDICTION);
      g.draw(prediction);
    }
    g.dispose();
  }

  /** The colour, two fifths on the way to white. */
  private static Color light(Color color) {
    return new Color(light(color.getRed()), light(color.getGreen()), light(color.getBlue()));
  }

  private static int light(int level) {
    return level + (255 - level) * 2 / 5;
  }

  private BufferedImage greyImage(GreyWindow window) {
    int columns = Math.toIntExact(grey.dimension(0));
    int rows = Math.toIntExact(grey.dimension(1));
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    RandomAccess<FloatType> access = grey.randomAccess();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        access.setPosition(new int[] {column, row});
        image.setRGB(column, row, window.level(access.get().get()) * 0x010101);
      }
    }
    return image;
  }
}
