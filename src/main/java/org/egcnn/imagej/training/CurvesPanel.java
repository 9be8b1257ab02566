/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.egcnn.train.TrainingChart;
import org.egcnn.train.TrainingStart;
import org.jfree.chart.ChartPanel;

/** The curves of losses and Dice. Used in Swing's thread only. */
final class CurvesPanel extends JPanel {
  private static final long serialVersionUID = 1L;

  private final JCheckBox logarithmic = new JCheckBox("Logarithmic loss axis");
  private final JLabel waiting = new JLabel("The cases are being prepared", SwingConstants.CENTER);
  private transient Optional<TrainingChart> chart = Optional.empty();

  CurvesPanel() {
    super(new BorderLayout());
    setBackground(Color.WHITE);
    add(waiting, BorderLayout.CENTER);
    logarithmic.setOpaque(false);
    logarithmic.addActionListener(
        e -> chart.ifPresent(c -> c.setLogarithmic(logarithmic.isSelected())));
    JPanel corner = new JPanel(new FlowLayout(FlowLayout.RIGHT, 10, 4));
    corner.setOpaque(false);
    corner.add(logarithmic);
    add(corner, BorderLayout.NORTH);
  }

  /** Adds what is new. */
  void show(TrainingUpdate update) {
    if (chart.isEmpty()) {
      update.start().ifPresent(this::begin);
    }
    chart.ifPresent(c -> add(update, c));
  }

  private void begin(TrainingStart start) {
    TrainingChart made =
        new TrainingChart(
            start.card().labels().names(), start.card().architecture().edgeStream().isPresent());
    made.setLogarithmic(logarithmic.isSelected());
    ChartPanel panel = new ChartPanel(made.chart());
    // drawn at the panel's size, not scaled to it
    panel.setMinimumDrawWidth(0);
    panel.setMinimumDrawHeight(0);
    panel.setMaximumDrawWidth(Integer.MAX_VALUE);
    panel.setMaximumDrawHeight(Integer.MAX_VALUE);
    remove(waiting);
    add(panel, BorderLayout.CENTER);
    revalidate();
    chart = Optional.of(made);
  }

  private static void add(TrainingUpdate update, TrainingChart chart) {
    // one redraw, however many points
    chart.chart().setNotify(false);
    if (update.newEpoch()) {
      chart.clearSteps();
    }
    update.epochs().forEach(chart::add);
    update.points().forEach(point -> chart.addStep(point.epochs(), point.losses()));
    chart.chart().setNotify(true);
  }
}
