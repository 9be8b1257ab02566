/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import org.egcnn.engine.StepLosses;
import org.egcnn.task.ForwardingListener;
import org.egcnn.task.TaskListener;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.TrainingListener;
import org.egcnn.train.TrainingStart;
import org.egcnn.train.ValidationScores;

/**
 * Turns the progress of one run's parts into the progress of the whole comparison, so that one bar
 * and one time left tell of everything.
 */
final class RunProgress implements TrainingListener, ForwardingListener {
  /** Parts into which the whole is divided. */
  private static final long UNITS = 100_000;

  /** A run's share that is training; the rest is segmenting, then evaluating. */
  private static final double TRAINING = 0.9;

  private static final double SEGMENTING = 0.07;

  private final TrainingListener whole;
  private final double start;
  private final double share;
  private final String name;
  private double partStart;
  private double partShare;
  private volatile boolean counts;

  /**
   * The progress of a run.
   *
   * @param whole hears of the comparison
   * @param start the share of the comparison that is done before this run, 0 to 1
   * @param share the run's share
   * @param name the run in a few words, such as {@code Run 2 of 6}
   */
  RunProgress(TrainingListener whole, double start, double share, String name) {
    this.whole = whole;
    this.start = start;
    this.share = share;
    this.name = name;
  }

  /** Training begins; it counts from its first step on. */
  void train() {
    part(0, TRAINING, false);
  }

  /** Segmenting begins. */
  TaskListener segment() {
    part(TRAINING, SEGMENTING, true);
    return this;
  }

  /** Evaluating begins. */
  TaskListener evaluate() {
    part(TRAINING + SEGMENTING, 1 - TRAINING - SEGMENTING, true);
    return this;
  }

  private void part(double from, double of, boolean counted) {
    partStart = from;
    partShare = of;
    counts = counted;
  }

  @Override
  public void progress(long done, long total, String what) {
    double part = counts && total > 0 ? (double) done / total : 0;
    double all = start + share * (partStart + partShare * part);
    whole.progress(Math.min(UNITS - 1, Math.round(UNITS * all)), UNITS, name + ": " + what);
  }

  /** The whole comparison is done. */
  static void finished(TaskListener whole) {
    whole.progress(UNITS, UNITS, "Compared");
  }

  @Override
  public TaskListener target() {
    return whole;
  }

  @Override
  public void onStart(TrainingStart training) {
    counts = true;
    whole.onStart(training);
  }

  @Override
  public void onStep(int epoch, int step, int steps, StepLosses losses, double seconds) {
    whole.onStep(epoch, step, steps, losses, seconds);
  }

  @Override
  public void onValidation(int epoch, ValidationScores scores, boolean best) {
    whole.onValidation(epoch, scores, best);
  }

  @Override
  public void onEpoch(EpochRecord epoch) {
    whole.onEpoch(epoch);
  }
}
