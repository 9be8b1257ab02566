/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The axes and the plain look of the charts about trainings. */
public final class ChartStyle {
  private static final Color GRID = new Color(0xDDDDDD);

  private ChartStyle() {}

  /** Epochs, from 0. */
  public static NumberAxis epochAxis() {
    NumberAxis axis = new NumberAxis("Epoch");
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    axis.setAutoRangeIncludesZero(false);
    axis.setAutoRangeMinimumSize(1);
    return label(axis);
  }

  /** Losses. */
  public static ValueAxis lossAxis(boolean logarithmic) {
    if (!logarithmic) {
      return label(new NumberAxis("Loss"));
    }
    // LogAxis would write 10 to the power of broken numbers
    LogarithmicAxis axis = new LogarithmicAxis("Loss");
    axis.setStrictValuesFlag(false);
    axis.setAutoRangeNextLogFlag(false);
    return label(axis);
  }

  /** Dice, 0 to 1. */
  public static NumberAxis diceAxis() {
    NumberAxis axis = new NumberAxis("Validation Dice");
    axis.setRange(0, 1);
    return label(axis);
  }

  /** The same axis with another name. */
  public static <A extends ValueAxis> A named(A axis, String name) {
    axis.setLabel(name);
    return axis;
  }

  private static <A extends ValueAxis> A label(A axis) {
    axis.setLabelFont(font(Font.PLAIN, 14));
    axis.setTickLabelFont(font(Font.PLAIN, 12));
    return axis;
  }

  /** White with faint lines across. */
  public static XYPlot plain(XYPlot plot) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlinesVisible(false);
    plot.setOutlineVisible(false);
    return plot;
  }

  /** A chart with its legend below. */
  public static JFreeChart chart(XYPlot plot) {
    JFreeChart chart = new JFreeChart(null, font(Font.BOLD, 16), plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(10, 10, 10, 10));
    chart.getLegend().setPosition(RectangleEdge.BOTTOM);
    chart.getLegend().setItemFont(font(Font.PLAIN, 13));
    chart.getLegend().setFrame(BlockBorder.NONE);
    return chart;
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
