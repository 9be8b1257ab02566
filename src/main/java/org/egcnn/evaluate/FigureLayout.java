/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Arranges the slices of a case, its scores and the explanations on one picture. */
final class FigureLayout {
  private static final int MARGIN = 22;
  private static final int LINE = 20;
  private static final int KEY = 36;
  private static final int LEAST_WIDTH = 720;
  private static final int CLASSES_SHOWN = 10;
  private static final Color PAPER = new Color(0x1E1E1E);
  private static final Color TEXT = new Color(0xEDEDED);
  private static final Color FAINT = new Color(0xA8A8A8);
  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  private static final Font LETTER = new Font(Font.SANS_SERIF, Font.BOLD, 12);

  private final List<SlicePane> panes;
  private final CaseScores scores;
  private final boolean differ;

  /**
   * A layout.
   *
   * @param panes the slices, from left to right
   * @param scores the case's scores
   * @param differ whether any voxel's labels differ
   */
  FigureLayout(List<SlicePane> panes, CaseScores scores, boolean differ) {
    this.panes = panes;
    this.scores = scores;
    this.differ = differ;
  }

  BufferedImage draw() {
    int paneWidth = panes.stream().mapToInt(SlicePane::width).sum();
    int paneHeight = panes.stream().mapToInt(SlicePane::height).max().orElseThrow();
    int rows = Math.min(CLASSES_SHOWN + 1, scores.classes().size());
    int width = Math.max(LEAST_WIDTH, paneWidth + MARGIN * (panes.size() + 1));
    int top = MARGIN + 2 * LINE + LINE / 2;
    int height = top + paneHeight + LINE + rows * LINE + LINE + MARGIN;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(PAPER);
    g.fillRect(0, 0, width, height);
    text(g, BOLD, TEXT, scores.name(), MARGIN, MARGIN + LINE / 2);
    lineKeys(g, width - MARGIN, MARGIN + LINE / 2);
    // What is left of the width goes between and around the slices.
    int gap = (width - paneWidth) / (panes.size() + 1);
    GreyWindow window = GreyWindow.of(panes.stream().map(SlicePane::grey).toList());
    int x = gap;
    for (SlicePane pane : panes) {
      int y = top + (paneHeight - pane.height()) / 2;
      pane.draw(g, window, x, y);
      directions(g, pane, x, y);
      String title = pane.plane().title();
      text(g, PLAIN, TEXT, title, x, y - 6);
      x += pane.width() + gap;
    }
    int y = legend(g, top + paneHeight + LINE + LINE / 2);
    text(g, PLAIN, FAINT, caption(), MARGIN, y + LINE / 2);
    g.dispose();
    return picture;
  }

  private String caption() {
    return "Radiological convention: R is the patient's right. "
        + (differ
            ? "Of each plane, the slice with the most differing voxels."
            : "No voxel differs.");
  }

  private static void lineKeys(Graphics2D g, int right, int y) {
    int x = right - width(g, PLAIN, "prediction");
    text(g, PLAIN, TEXT, "prediction", x, y);
    line(g, SlicePane.PREDICTION, TEXT, x - KEY - 8, y - 5);
    x -= KEY + 8 + 24 + width(g, PLAIN, "reference");
    text(g, PLAIN, TEXT, "reference", x, y);
    line(g, SlicePane.REFERENCE, TEXT, x - KEY - 8, y - 5);
  }

  private static void directions(Graphics2D g, SlicePane pane, int x, int y) {
    AnatomicalPlane plane = pane.plane();
    int middleX = x + pane.width() / 2;
    int middleY = y + pane.height() / 2 + 5;
    letter(g, plane.left(), x + 10, middleY);
    letter(g, plane.right(), x + pane.width() - 10, middleY);
    letter(g, plane.top(), middleX, y + 15);
    letter(g, plane.bottom(), middleX, y + pane.height() - 6);
  }

  private static void letter(Graphics2D g, String letter, int centre, int baseline) {
    int x = centre - width(g, LETTER, letter) / 2;
    text(g, LETTER, Color.BLACK, letter, x + 1, baseline + 1);
    text(g, LETTER, TEXT, letter, x, baseline);
  }

  private int legend(Graphics2D g, int top) {
    int y = top;
    int shown = Math.min(CLASSES_SHOWN, scores.classes().size());
    int names = 0;
    for (ClassScores c : scores.classes().subList(0, shown)) {
      names = Math.max(names, width(g, PLAIN, c.name()));
    }
    for (int k = 0; k < shown; k++) {
      ClassScores c = scores.classes().get(k);
      line(g, new BasicStroke(6), ClassColours.of(k), MARGIN, y - 5);
      int x = MARGIN + KEY + 10;
      text(g, PLAIN, TEXT, c.name(), x, y);
      x += names + 24;
      for (Metric metric : List.of(Metric.DICE, Metric.HD95, Metric.NSD)) {
        text(g, PLAIN, TEXT, value(c, metric), x, y);
        x += 130;
      }
      y += LINE;
    }
    if (shown < scores.classes().size()) {
      String more = "and " + (scores.classes().size() - shown) + " more classes";
      text(g, PLAIN, FAINT, more, MARGIN + KEY + 10, y);
      y += LINE;
    }
    return y;
  }

  private static String value(ClassScores scores, Metric metric) {
    double value = scores.get(metric);
    String number =
        Double.isNaN(value)
            ? "n/a"
            : String.format(Locale.ROOT, metric == Metric.HD95 ? "%.2f mm" : "%.3f", value);
    return metric.title() + " " + number;
  }

  private static void line(Graphics2D g, Stroke stroke, Color color, int x, int y) {
    g.setColor(color);
    g.setStroke(stroke);
    g.drawLine(x, y, x + KEY, y);
  }

  private static void text(Graphics2D g, Font font, Color color, String text, int x, int y) {
    g.setFont(font);
    g.setColor(color);
    g.drawString(text, x, y);
  }

  private static int width(Graphics2D g, Font font, String text) {
    return g.getFontMetrics(font).stringWidth(text);
  }
}
