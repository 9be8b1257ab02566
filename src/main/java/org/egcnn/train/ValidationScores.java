/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How well whole validation volumes were segmented.
 *
 * @param dice Dice of each class or region in the labels' order, mean over the cases; NaN where no
 *     case could be scored
 * @param seconds how long it took
 */
public record ValidationScores(List<Double> dice, double seconds) {

  /** Copies the scores; a missing one, as a file holds it, becomes NaN. */
  public ValidationScores {
    List<Double> copy = new ArrayList<>();
    dice.forEach(d -> copy.add(d == null ? Double.NaN : d));
    dice = Collections.unmodifiableList(copy);
  }

  /** The mean over the classes that could be scored, by which weights are compared; or 0. */
  public double mean() {
    return dice.stream().filter(d -> !d.isNaN()).mapToDouble(d -> d).average().orElse(0);
  }
}
