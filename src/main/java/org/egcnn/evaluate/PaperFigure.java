/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.model.LabelClass;
import org.egcnn.report.PngFile;

/**
 * A figure in the manner of the paper's Figures 2 and 3: a row for each case, with the image, the
 * reference, one or more predictions (there: without and with the edge stream) and the predicted
 * edges in columns.
 *
 * <p>Slices are shown in the radiological convention, across the direction in which the voxels are
 * thickest, else axial. All tiles show the same number of millimetres, around the labels of their
 * case. The classes have the {@link ClassColours}; of nested regions the inner ones are painted
 * over the outer ones. Edges are shown in the class's colour, the brighter the more probable.
 *
 * <pre>{@code
 * PaperFigure figure = new PaperFigure(labels.classes(), SliceChoice.LARGEST_REFERENCE);
 * figure.add(new FigureCase("case", grid, grey, reference,
 *     List.of(new NamedMask("without", a), new NamedMask("with", b)), edges));
 * figure.writePng(folder.resolve("figure.png"));
 * figure.writeStack(folder.resolve("figure.tif"));
 * }</pre>
 *
 * <p>Only the shown slices are kept, so that cases can be read, added and let go one by one.
 */
public final class PaperFigure {
  private final List<LabelClass> classes;
  private final SliceChoice choice;
  private final List<PaperRow> rows = new ArrayList<>();

  /**
   * A figure without cases.
   *
   * @param classes the classes or regions shown
   * @param choice which slice of each case is shown
   */
  public PaperFigure(List<LabelClass> classes, SliceChoice choice) {
    this.classes = List.copyOf(classes);
    this.choice = choice;
  }

  /**
   * Adds a row. The predictions must have the names that those of the first case have. Cases with
   * and without an image, with and without edges may be mixed; a column that none has is left out.
   *
   * @throws IllegalArgumentException if predictions have other names, or if there are edges of
   *     another number of classes
   */
  public void add(FigureCase shown) {
    if (!shown.edges().isEmpty() && shown.edges().size() != classes.size()) {
      throw new IllegalArgumentException(
          shown.name()
              + " has edges of "
              + shown.edges().size()
              + " classes, not of "
              + classes.size());
    }
    PaperRow row = PaperRow.of(shown, choice, classes);
    if (!rows.isEmpty() && !rows.get(0).predictionNames().equals(row.predictionNames())) {
      throw new IllegalArgumentException(
          shown.name()
              + " has predictions named "
              + row.predictionNames()
              + " where those before"
              + " are named "
              + rows.get(0).predictionNames());
    }
    rows.add(row);
  }

  /**
   * Draws the rows added so far.
   *
   * @throws IllegalStateException if there are none
   */
  public BufferedImage draw() {
    TileFrame frame = frame();
    List<TileGrid.Row> drawn = new ArrayList<>();
    for (PaperRow row : rows) {
      drawn.add(new TileGrid.Row(row.title(), tiles(row, frame)));
    }
    return new TileGrid(columns(), drawn, new ClassLegend(classes, frame)).draw();
  }

  /**
   * Writes the figure as PNG, replacing a file that is there.
   *
   * @throws IOException as {@link org.egcnn.task.AtomicOutput#write}
   */
  public void writePng(Path file) throws IOException {
    PngFile.write(draw(), file);
  }

  /**
   * Writes the tiles as a stack of colour images that ImageJ opens: a slice for each tile, row by
   * row, labelled with case and column, with the pixel size in mm.
   *
   * @param file ends with {@code .tif}; replaced if it is there
   * @throws IOException as {@link org.egcnn.task.AtomicOutput#write}
   */
  public void writeStack(Path file) throws IOException {
    TileFrame frame = frame();
    RgbStack stack = new RgbStack(1 / frame.pixelsPerMm());
    for (PaperRow row : rows) {
      List<BufferedImage> tiles = tiles(row, frame);
      for (int i = 0; i < tiles.size(); i++) {
        stack.add(row.name() + ": " + columns().get(i), tiles.get(i));
      }
    }
    stack.write(file);
  }

  private TileFrame frame() {
    if (rows.isEmpty()) {
      throw new IllegalStateException("a figure needs a case");
    }
    List<Rectangle2D> areas = rows.stream().map(PaperRow::area).toList();
    return TileFrame.around(areas);
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    if (showsImages()) {
      columns.add("image");
    }
    columns.add("reference");
    columns.addAll(rows.get(0).predictionNames());
    if (showsEdges()) {
      columns.add("predicted edges");
    }
    return columns;
  }

  private boolean showsImages() {
    return rows.stream().anyMatch(PaperRow::hasImage);
  }

  private boolean showsEdges() {
    return rows.stream().anyMatch(row -> !row.edges().isEmpty());
  }

  private List<BufferedImage> tiles(PaperRow row, TileFrame frame) {
    List<BufferedImage> tiles = new ArrayList<>();
    if (showsImages()) {
      tiles.add(row.tile(frame).grey(row.grey()).picture());
    }
    tiles.add(row.tile(frame).grey(row.grey()).classes(row.reference(), classes).picture());
    for (PaperRow.Prediction prediction : row.predictions()) {
      tiles.add(row.tile(frame).grey(row.grey()).classes(prediction.slice(), classes).picture());
    }
    if (showsEdges()) {
      SliceTile tile = row.tile(frame);
      tiles.add((row.edges().isEmpty() ? tile : tile.probabilities(row.edges())).picture());
    }
    return tiles;
  }
}
