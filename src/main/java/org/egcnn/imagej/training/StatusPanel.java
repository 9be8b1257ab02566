/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.TrainingStart;

/** How far a training is and how fast, in figures. Used in Swing's thread only. */
final class StatusPanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 8;
  private static final int BAR = 1000;
  private static final String UNKNOWN = "\u2013";

  private final JPanel row = new JPanel(new GridLayout(1, 0, GAP, 0));
  private final JLabel epoch = figure("Epoch");
  private final JLabel step = figure("Step");
  private final JLabel left = figure("Time left");
  private final JLabel perEpoch = figure("Time per epoch");
  private final JLabel rate = figure("Learning rate");
  private final JLabel bestCaption = new JLabel("Best Dice");
  private final JLabel best = figure(bestCaption);
  private final JProgressBar bar = new JProgressBar(0, BAR);

  StatusPanel() {
    super(new BorderLayout(GAP, GAP));
    add(row, BorderLayout.CENTER);
    add(bar, BorderLayout.SOUTH);
    bar.setIndeterminate(true);
  }

  private JLabel figure(String caption) {
    return figure(new JLabel(caption));
  }

  private JLabel figure(JLabel name) {
    JLabel value = new JLabel(UNKNOWN);
    value.setFont(value.getFont().deriveFont(Font.BOLD, 18f));
    name.setFont(name.getFont().deriveFont(Font.PLAIN, 12f));
    JPanel cell = new JPanel(new BorderLayout());
    cell.add(name, BorderLayout.NORTH);
    cell.add(value, BorderLayout.CENTER);
    row.add(cell);
    return value;
  }

  /**
   * Shows how things stand.
   *
   * @param ended whether the training is over
   */
  void show(TrainingUpdate update, boolean ended) {
    bar.setIndeterminate(update.start().isEmpty() && !ended);
    bar.setValue((int) Math.round(BAR * update.share()));
    if (update.start().isEmpty()) {
      return;
    }
    TrainingStart start = update.start().get();
    epoch.setText(update.epoch() + " of " + start.settings().epochs());
    step.setText(update.step() + " of " + start.steps());
    left.setText(ended ? UNKNOWN : duration(update.secondsLeft()));
    perEpoch.setText(duration(update.secondsPerEpoch()));
    rate.setText(String.format(Locale.ROOT, "%.3g", update.learningRate()));
    update.best().ifPresent(this::showBest);
  }

  private void showBest(EpochRecord epoch) {
    bestCaption.setText("Best Dice (epoch " + epoch.epoch() + ")");
    best.setText(String.format(Locale.ROOT, "%.3f", epoch.validation().orElseThrow().mean()));
  }

  private static String duration(OptionalDouble seconds) {
    return seconds.isPresent() ? RemainingTime.text(seconds.getAsDouble()) : UNKNOWN;
  }
}
