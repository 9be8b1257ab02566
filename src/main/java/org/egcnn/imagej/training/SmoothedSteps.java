/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.engine.StepLosses;

/**
 * The losses of one epoch's steps, smoothed so that their course shows: a running mean in which
 * older steps fade, as Adam's moments do, divided by the weights' sum so that it is true from the
 * first step. Of many steps, about 400 points are kept.
 */
final class SmoothedSteps {
  private static final double NEWEST_SHARE = 0.08;
  private static final int LARGEST_POINTS = 400;

  /**
   * A point of the course.
   *
   * @param epochs how many epochs have passed, the running one's part included
   * @param losses the smoothed losses
   */
  record Point(double epochs, StepLosses losses) {}

  private final List<Point> fresh = new ArrayList<>();
  private double weight;
  private double[] sums = new double[5];

  /**
   * Adds a step.
   *
   * @param epoch its epoch, from 1
   * @param step its place, from 1; the first of an epoch begins anew
   * @param steps the epoch's steps
   */
  void add(int epoch, int step, int steps, StepLosses losses) {
    if (step == 1) {
      weight = 0;
      sums = new double[sums.length];
      fresh.clear();
    }
    double[] values = {
      losses.total(), losses.semantic(), losses.edge(), losses.consistency(), losses.gradientNorm()
    };
    weight += NEWEST_SHARE * (1 - weight);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += NEWEST_SHARE * (values[i] - sums[i]);
    }
    int stride = 1 + steps / LARGEST_POINTS;
    if (step % stride == 0 || step == steps) {
      fresh.add(new Point(epoch - 1 + (double) step / steps, mean()));
    }
  }

  private StepLosses mean() {
    return new StepLosses(
        sums[0] / weight, sums[1] / weight, sums[2] / weight, sums[3] / weight, sums[4] / weight);
  }

  /** The points since the last call. */
  List<Point> drain() {
    List<Point> points = List.copyOf(fresh);
    fresh.clear();
    return points;
  }
}
