/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps of one slice side by side in true proportions, each in grey under its title. Drawn without a
 * screen.
 */
final class MapPicture {
  private static final int TILE = 240;
  private static final int TITLE = 22;
  private static final int GAP = 4;
  private static final int INDENT = 4;
  private static final int WHITE = 255;
  private static final int GREY = 0x010101;

  private final int columns;
  private final int rows;
  private final double scaleX;
  private final double scaleY;
  private final List<Tile> tiles = new ArrayList<>();

  /** The value at a column and row. */
  @FunctionalInterface
  interface Values {
    /** The value. */
    double at(int column, int row);
  }

  private record Tile(String title, BufferedImage picture) {}

  /**
   * An empty picture.
   *
   * @param columns the slices' size
   * @param rows the slices' size
   * @param pixelWidth size of a pixel, in any unit
   * @param pixelHeight size of a pixel in the same unit
   */
  MapPicture(int columns, int rows, double pixelWidth, double pixelHeight) {
    this.columns = columns;
    this.rows = rows;
    double scale = TILE / Math.max(columns * pixelWidth, rows * pixelHeight);
    scaleX = scale * pixelWidth;
    scaleY = scale * pixelHeight;
  }

  /** Adds a map, black at 0 and white at 1. */
  void add(String title, Values values) {
    add(title, values, 0, 1);
  }

  /** Adds a map, black at its smallest and white at its largest value. */
  void addStretched(String title, Values values) {
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        least = Math.min(least, values.at(column, row));
        largest = Math.max(largest, values.at(column, row));
      }
    }
    add(title, values, least, largest);
  }

  private void add(String title, Values values, double black, double white) {
    BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double share =
            (values.at(column, row) - black) / Math.max(white - black, Double.MIN_NORMAL);
        picture.setRGB(
            column, row, GREY * (int) Math.round(WHITE * Math.max(0, Math.min(1, share))));
      }
    }
    tiles.add(new Tile(title, picture));
  }

  /** All maps in a row. */
  BufferedImage draw() {
    int width = Math.max(1, (int) Math.round(columns * scaleX));
    int height = Math.max(1, (int) Math.round(rows * scaleY));
    int wide = Math.max(TILE, width) + GAP;
    BufferedImage all =
        new BufferedImage(
            Math.max(1, wide * tiles.size() - GAP), TITLE + height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = all.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, all.getWidth(), all.getHeight());
    AffineTransformOp enlarge =
        new AffineTransformOp(
            AffineTransform.getScaleInstance(scaleX, scaleY),
            AffineTransformOp.TYPE_NEAREST_NEIGHBOR);
    g.setColor(Color.BLACK);
    for (int i = 0; i < tiles.size(); i++) {
      g.drawString(tiles.get(i).title(), i * wide + INDENT, TITLE - INDENT - 2);
      g.drawImage(tiles.get(i).picture(), enlarge, i * wide, TITLE);
    }
    g.dispose();
    return all;
  }
}
