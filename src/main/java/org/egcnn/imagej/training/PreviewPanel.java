/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.evaluate.AnatomicalPlane;
import org.egcnn.evaluate.ClassColours;
import org.egcnn.evaluate.GreyWindow;
import org.egcnn.evaluate.Outline;
import org.egcnn.evaluate.SlicePane;
import org.egcnn.evaluate.SlicePane.ClassOutlines;
import org.egcnn.train.CropPreview;

/**
 * A slice of a crop three times, side by side: with the reference's outlines, with the
 * prediction's, and as the predicted edge map. Used in Swing's thread only.
 */
final class PreviewPanel extends JComponent {
  private static final long serialVersionUID = 1L;
  private static final int HEIGHT = 290;
  private static final int LINE = 20;
  private static final int GAP = 12;
  private static final Color PAPER = new Color(0x1E1E1E);
  private static final Color TEXT = new Color(0xEDEDED);
  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

  /** What is drawn in one place: a title, an image, how bright it is, and outlines. */
  private record Picture(
      String title,
      RandomAccessibleInterval<FloatType> image,
      GreyWindow window,
      List<ClassOutlines> outlines) {}

  private transient List<Picture> pictures = List.of();
  private transient List<String> classes = List.of();
  private double aspect = 1;
  private String caption = "A crop will be shown here after the first step";

  PreviewPanel() {
    setPreferredSize(new Dimension(3 * HEIGHT, HEIGHT));
    setFont(PLAIN);
  }

  /** Shows the newest crop, if there is a new one. */
  void show(TrainingUpdate update) {
    update.start().ifPresent(start -> classes = start.card().labels().names());
    update.preview().ifPresent(this::show);
  }

  private void show(CropPreview preview) {
    GreyWindow window = GreyWindow.of(List.of(preview.image()));
    List<Picture> shown = new ArrayList<>();
    shown.add(new Picture("Reference", preview.image(), window, solid(preview.reference())));
    shown.add(new Picture("Prediction", preview.image(), window, dashed(preview.prediction())));
    Optional<RandomAccessibleInterval<FloatType>> edges = preview.edges();
    edges.ifPresent(
        e -> shown.add(new Picture("Predicted edges", e, new GreyWindow(0, 1), List.of())));
    pictures = List.copyOf(shown);
    aspect = preview.aspect();
    caption = "Crop of " + preview.caseName() + " in epoch " + preview.epoch();
    repaint();
  }

  private static List<ClassOutlines> solid(List<RandomAccessibleInterval<BoolType>> masks) {
    return outlines(masks, true);
  }

  private static List<ClassOutlines> dashed(List<RandomAccessibleInterval<BoolType>> masks) {
    return outlines(masks, false);
  }

  private static List<ClassOutlines> outlines(
      List<RandomAccessibleInterval<BoolType>> masks, boolean reference) {
    List<ClassOutlines> outlines = new ArrayList<>();
    for (int k = 0; k < masks.size(); k++) {
      Shape outline = Outline.of(masks.get(k));
      Shape none = new Path2D.Double();
      outlines.add(
          new ClassOutlines(
              ClassColours.of(k), reference ? outline : none, reference ? none : outline));
    }
    return outlines;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(PAPER);
    g.fillRect(0, 0, getWidth(), getHeight());
    drawKey(g);
    int cell = (getWidth() - GAP) / Math.max(1, pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      draw(g, pictures.get(i), GAP + i * cell, cell - GAP);
    }
    g.dispose();
  }

  /** The crop's name, and the classes in their colours. */
  private void drawKey(Graphics2D g) {
    int baseline = getHeight() - 8;
    g.setFont(PLAIN);
    g.setColor(TEXT);
    g.drawString(caption, GAP, baseline);
    int x = getWidth() - GAP;
    for (int k = classes.size() - 1; k >= 0 && !pictures.isEmpty(); k--) {
      x -= g.getFontMetrics().stringWidth(classes.get(k));
      g.setColor(ClassColours.of(k));
      g.drawString(classes.get(k), x, baseline);
      x -= 2 * GAP;
    }
  }

  private void draw(Graphics2D g, Picture picture, int left, int space) {
    int top = LINE + 4;
    int height = getHeight() - top - LINE - 8;
    double shape = picture.image().dimension(0) * aspect / picture.image().dimension(1);
    int wide = (int) Math.max(1, Math.min(space, Math.round(height * shape)));
    int high = (int) Math.max(1, Math.round(wide / shape));
    int x = left + (space - wide) / 2;
    g.setColor(TEXT);
    g.setFont(PLAIN);
    g.drawString(picture.title(), x, LINE - 3);
    new SlicePane(
            AnatomicalPlane.AXIAL,
            picture.image(),
            picture.outlines(),
            wide,
            Math.min(high, height))
        .draw(g, picture.window(), x, top);
  }
}
