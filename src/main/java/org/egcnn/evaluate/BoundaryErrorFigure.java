/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.LabelClass;

/**
 * A map of {@link BoundaryErrors boundary errors} of one case: some slices in columns, the
 * predictions in rows, so that several networks can be compared on the same slices and with the
 * same colours. The borders of all classes are drawn, each in the colours of its own distances.
 */
public final class BoundaryErrorFigure {
  /** How the reference is drawn: thin, so that it hides nothing. */
  static final Stroke REFERENCE = new BasicStroke(1.2f);

  /** The reference's colour on the image. */
  private static final Color REFERENCE_COLOUR = new Color(0xE8E337);

  /** The same in the legend, where the paper is white. */
  static final Color REFERENCE_KEY = new Color(0xB5AF00);

  private static final int SLICES = 5;
  private static final double PERCENT = 95;

  /** Round ends of the colour scale, mm. */
  private static final double[] LIMITS = {
    1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 50, 100
  };

  private BoundaryErrorFigure() {}

  /**
   * Draws a case.
   *
   * @param shown the case; its edges are not used
   * @param classes the classes whose borders are drawn
   */
  public static BufferedImage draw(FigureCase shown, List<LabelClass> classes) {
    FigureView view = new FigureView(shown);
    List<Long> positions = positions(view);
    List<Img<IntType>> references = new ArrayList<>();
    List<Img<IntType>> labels = new ArrayList<>();
    for (long position : positions) {
      references.add(view.labels(shown.reference(), position));
      shown.predictions().forEach(p -> labels.add(view.labels(p.labels(), position)));
    }
    labels.addAll(references);
    Rectangle2D area = LabelArea.of(labels, view.sliceSpacing());
    TileFrame frame = TileFrame.around(List.of(area));
    List<ErrorRow> rows =
        shown.predictions().stream()
            .map(p -> ErrorRow.of(shown, p, classes, view, positions))
            .toList();
    DivergingColours colours =
        new DivergingColours(
            limit(rows.stream().flatMapToDouble(ErrorRow::values), view.sliceSpacing()));
    List<TileGrid.Row> drawn = new ArrayList<>();
    for (ErrorRow row : rows) {
      List<BufferedImage> tiles = new ArrayList<>();
      for (int i = 0; i < positions.size(); i++) {
        SliceTile tile =
            new SliceTile(
                frame, view.sliceSpacing(), new double[] {area.getCenterX(), area.getCenterY()});
        tile.grey(view.grey(shown, positions.get(i)));
        for (LabelClass c : classes) {
          tile.outline(ClassMask.of(references.get(i), c), REFERENCE_COLOUR, REFERENCE);
        }
        row.draw(tile, i, colours);
        tiles.add(tile.picture());
      }
      drawn.add(new TileGrid.Row(shown.name() + ": " + row.name(), tiles));
    }
    List<String> columns = positions.stream().map(view::title).toList();
    return new TileGrid(columns, drawn, new ErrorLegend(colours, frame)).draw();
  }

  /** Evenly spaced slices through all labels, of which the nearest gives way to the worst one. */
  private static List<Long> positions(FigureView view) {
    long worst = view.worst();
    long[] extent = view.extent().orElse(new long[] {worst, worst});
    TreeSet<Long> positions = new TreeSet<>();
    for (int i = 0; i < SLICES; i++) {
      // In the middle of fifths: the ends of an object show little.
      double share = (i + 0.5) / SLICES;
      positions.add(Math.round(extent[0] + share * (extent[1] - extent[0])));
    }
    if (positions.add(worst) && positions.size() > SLICES) {
      Long below = positions.lower(worst);
      Long above = positions.higher(worst);
      boolean lower = above == null || below != null && worst - below <= above - worst;
      positions.remove(lower ? below : above);
    }
    return List.copyOf(positions);
  }

  /**
   * The smallest round number that at most a twentieth of the shown errors exceeds, and that two
   * voxels do not: the smallest error, one voxel, has then not yet the full colour.
   */
  private static double limit(DoubleStream errors, double[] spacing) {
    double[] sizes = errors.map(Math::abs).sorted().toArray();
    double high =
        sizes.length == 0 ? 0 : sizes[(int) Math.ceil(PERCENT / 100 * (sizes.length - 1))];
    double least = Math.max(high, 2 * Math.max(spacing[0], spacing[1]));
    return Arrays.stream(LIMITS)
        .filter(limit -> limit >= least)
        .findFirst()
        .orElse(LIMITS[LIMITS.length - 1]);
  }

  /** One prediction: for each slice and class its mask and its errors. */
  private record ErrorRow(
      String name,
      List<LabelClass> classes,
      List<Img<IntType>> labels,
      List<List<Img<FloatType>>> errors) {

    static ErrorRow of(
        FigureCase shown,
        NamedMask prediction,
        List<LabelClass> classes,
        FigureView view,
        List<Long> positions) {
      List<List<Img<FloatType>>> errors = new ArrayList<>();
      for (LabelClass c : classes) {
        // Of the whole volume's distances only these slices are kept.
        RandomAccessibleInterval<FloatType> all =
            BoundaryErrors.of(shown.reference(), prediction.labels(), c, shown.grid().spacing());
        errors.add(positions.stream().map(p -> view.numbers(all, p)).toList());
      }
      List<Img<IntType>> labels =
          positions.stream().map(p -> view.labels(prediction.labels(), p)).toList();
      return new ErrorRow(prediction.name(), classes, labels, errors);
    }

    /** All distances shown, but for those to a reference that is empty. */
    DoubleStream values() {
      DoubleStream.Builder values = DoubleStream.builder();
      for (List<Img<FloatType>> slices : errors) {
        for (Img<FloatType> slice : slices) {
          Cursor<FloatType> cursor = slice.cursor();
          while (cursor.hasNext()) {
            values.add(cursor.next().get());
          }
        }
      }
      return values.build().filter(Double::isFinite);
    }

    void draw(SliceTile tile, int slice, DivergingColours colours) {
      for (int k = 0; k < classes.size(); k++) {
        tile.border(
            ClassMask.of(labels.get(slice), classes.get(k)), errors.get(k).get(slice), colours);
      }
    }
  }
}
