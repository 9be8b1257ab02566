/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egcnn.model.LaterAddition;

/**
 * How well whole validation volumes were segmented.
 *
 * @param dice Dice of each class or region in the labels' order, mean over the cases; NaN where no
 *     case could be scored
 * @param seconds how long it took
 * @param cases the same of each case that was scored, by name; empty if it is not known
 */
public record ValidationScores(
    List<Double> dice, double seconds, @LaterAddition Map<String, List<Double>> cases) {

  /** Copies the scores; a missing one, as a file holds it, becomes NaN. */
  public ValidationScores {
    dice = copy(dice);
    Map<String, List<Double>> copies = new LinkedHashMap<>();
    if (cases != null) {
      cases.forEach((name, scores) -> copies.put(name, copy(scores)));
    }
    cases = Collections.unmodifiableMap(copies);
  }

  private static List<Double> copy(List<Double> scores) {
    List<Double> copy = new ArrayList<>();
    scores.forEach(d -> copy.add(d == null ? Double.NaN : d));
    return Collections.unmodifiableList(copy);
  }

  /** Scores without those of single cases. */
  public ValidationScores(List<Double> dice, double seconds) {
    this(dice, seconds, Map.of());
  }

  /**
   * The scores of cases.
   *
   * @param cases Dice of each class by the case's name
   * @param classes the number of classes
   */
  static ValidationScores of(Map<String, List<Double>> cases, int classes, double seconds) {
    return new ValidationScores(means(cases.values(), classes), seconds, cases);
  }

  private static List<Double> means(Collection<List<Double>> cases, int classes) {
    Double[] means = new Double[classes];
    Arrays.setAll(
        means,
        k ->
            cases.stream()
                .mapToDouble(one -> one.get(k))
                .filter(d -> !Double.isNaN(d))
                .average()
                .orElse(Double.NaN));
    return List.of(means);
  }

  /** The mean over the classes that could be scored, by which weights are compared; or 0. */
  public double mean() {
    return mean(dice);
  }

  private static double mean(List<Double> dice) {
    return dice.stream().filter(d -> !d.isNaN()).mapToDouble(d -> d).average().orElse(0);
  }

  /** Whether any class of any case could be scored. */
  boolean any() {
    return dice.stream().anyMatch(d -> !d.isNaN());
  }

  /**
   * Whether these are better than others. Where cases could not be read in one of the validations,
   * only those of both are compared; without such, these are not better.
   */
  boolean betterThan(ValidationScores other) {
    if (cases.keySet().equals(other.cases.keySet())) {
      return mean() > other.mean();
    }
    Set<String> both = new LinkedHashSet<>(cases.keySet());
    both.retainAll(other.cases.keySet());
    return !both.isEmpty() && mean(both) > other.mean(both);
  }

  private double mean(Set<String> names) {
    return mean(means(names.stream().map(cases::get).toList(), dice.size()));
  }
}
