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
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.model.LabelClass;

/**
 * One tile of a figure: a part of a slice in true proportions. What is drawn later lies above. All
 * slices have the axes column and row and are zero-min.
 */
final class SliceTile {
  private static final Stroke THIN = new BasicStroke(1.5f);
  private static final Stroke THICK = new BasicStroke(3.5f);
  private static final int FILL_ALPHA = 0x78;

  private final BufferedImage picture;
  private final Graphics2D g;
  private final AffineTransform toTile;
  private final Rectangle2D visible;

  /**
   * A black tile.
   *
   * @param frame its size and scale
   * @param spacing the slice's pixel size in mm, column and row
   * @param centre what is in the tile's middle, in mm from the slice's corner
   */
  SliceTile(TileFrame frame, double[] spacing, double[] centre) {
    picture = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
    g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double scale = frame.pixelsPerMm();
    double left = centre[0] - frame.width() / scale / 2;
    double top = centre[1] - frame.height() / scale / 2;
    toTile = AffineTransform.getScaleInstance(scale * spacing[0], scale * spacing[1]);
    toTile.preConcatenate(AffineTransform.getTranslateInstance(-left * scale, -top * scale));
    visible =
        new Rectangle2D.Double(
            left / spacing[0],
            top / spacing[1],
            frame.width() / scale / spacing[0],
            frame.height() / scale / spacing[1]);
  }

  /** Draws an image in grey; the window is that of the visible part. */
  SliceTile grey(RandomAccessibleInterval<FloatType> slice) {
    GreyWindow window = GreyWindow.of(List.of(Views.interval(slice, visibleOf(slice))));
    BufferedImage image = argb(slice);
    Cursor<FloatType> cursor = slice.localizingCursor();
    while (cursor.hasNext()) {
      int level = window.level(cursor.next().get());
      image.setRGB(
          cursor.getIntPosition(0), cursor.getIntPosition(1), 0xFF000000 | level * 0x010101);
    }
    return image(image, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
  }

  /** The pixels of a slice that the tile shows; all of them if it shows none. */
  private Interval visibleOf(Interval slice) {
    long[] min = new long[2];
    long[] max = new long[2];
    double[] from = {visible.getMinX(), visible.getMinY()};
    double[] to = {visible.getMaxX(), visible.getMaxY()};
    for (int d = 0; d < 2; d++) {
      min[d] = Math.max(0, (long) Math.floor(from[d]));
      max[d] = Math.min(slice.max(d), (long) Math.ceil(to[d]) - 1);
      if (min[d] > max[d]) {
        return slice;
      }
    }
    return new FinalInterval(min, max);
  }

  /** Covers each class with its colour, so that the image shows through, and outlines it. */
  SliceTile classes(RandomAccessibleInterval<IntType> labels, List<LabelClass> classes) {
    BufferedImage image = argb(labels);
    for (int k : PaintOrder.of(classes)) {
      int colour = ClassColours.of(k).getRGB() & 0xFFFFFF | FILL_ALPHA << 24;
      RandomAccessibleInterval<BoolType> mask = ClassMask.of(labels, classes.get(k));
      Cursor<BoolType> cursor = mask.localizingCursor();
      while (cursor.hasNext()) {
        if (cursor.next().get()) {
          image.setRGB(cursor.getIntPosition(0), cursor.getIntPosition(1), colour);
        }
      }
    }
    image(image, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    for (int k : PaintOrder.of(classes)) {
      outline(ClassMask.of(labels, classes.get(k)), ClassColours.of(k), THIN);
    }
    return this;
  }

  /** Outlines a mask. */
  SliceTile outline(RandomAccessibleInterval<BoolType> mask, Color colour, Stroke stroke) {
    Shape outline = toTile.createTransformedShape(Outline.of(mask));
    g.setColor(colour);
    g.setStroke(stroke);
    g.draw(outline);
    return this;
  }

  /** Draws probabilities, each class's in its colour; where several meet, the brightest counts. */
  SliceTile probabilities(List<? extends RandomAccessibleInterval<FloatType>> classes) {
    BufferedImage image = argb(classes.get(0));
    for (int k = 0; k < classes.size(); k++) {
      Color colour = ClassColours.of(k);
      Cursor<FloatType> cursor = classes.get(k).localizingCursor();
      while (cursor.hasNext()) {
        double p = Math.max(0, Math.min(1, cursor.next().get()));
        int x = cursor.getIntPosition(0);
        int y = cursor.getIntPosition(1);
        Color below = new Color(image.getRGB(x, y));
        Color mixed =
            new Color(
                Math.max(below.getRed(), (int) Math.round(p * colour.getRed())),
                Math.max(below.getGreen(), (int) Math.round(p * colour.getGreen())),
                Math.max(below.getBlue(), (int) Math.round(p * colour.getBlue())));
        image.setRGB(x, y, mixed.getRGB());
      }
    }
    return image(image, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  /**
   * Draws the border of a mask in the colours of the numbers of its pixels.
   *
   * @param mask the pixels inside
   * @param values a number other than NaN at each pixel of the mask that has one outside beside it
   */
  SliceTile border(
      RandomAccessibleInterval<BoolType> mask,
      RandomAccessibleInterval<FloatType> values,
      DivergingColours colours) {
    g.setStroke(THICK);
    RandomAccess<BoolType> neighbour = Views.extendValue(mask, false).randomAccess();
    RandomAccess<FloatType> value = values.randomAccess();
    Cursor<BoolType> cursor = mask.localizingCursor();
    while (cursor.hasNext()) {
      if (!cursor.next().get()) {
        continue;
      }
      int x = cursor.getIntPosition(0);
      int y = cursor.getIntPosition(1);
      for (int[] side : Outline.SIDES) {
        neighbour.setPosition(new int[] {x + side[0], y + side[1]});
        if (!neighbour.get().get()) {
          value.setPosition(cursor);
          g.setColor(colours.of(value.get().get()));
          g.draw(
              toTile.createTransformedShape(
                  new Line2D.Double(x + side[2], y + side[3], x + side[4], y + side[5])));
        }
      }
    }
    return this;
  }

  /** The finished tile, after which nothing more is drawn. */
  BufferedImage picture() {
    g.dispose();
    return picture;
  }

  private static BufferedImage argb(Interval slice) {
    return new BufferedImage(
        Math.toIntExact(slice.dimension(0)),
        Math.toIntExact(slice.dimension(1)),
        BufferedImage.TYPE_INT_ARGB);
  }

  private SliceTile image(BufferedImage image, Object interpolation) {
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
    g.drawImage(image, toTile, null);
    return this;
  }
}
