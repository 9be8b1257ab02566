/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.egcnn.evaluate.Metric;
import org.egcnn.model.Json;
import org.egcnn.task.BadInputException;

/**
 * The scores of a run's validation cases, read from the {@code summary.json} of its evaluation.
 *
 * @param classes the classes' names in order
 * @param cases by case name, by class in order: each metric's value, NaN where the policy for empty
 *     masks leaves it out
 */
record SavedScores(List<String> classes, Map<String, List<Map<Metric, Double>>> cases) {

  /** Copies the parts. */
  SavedScores {
    classes = List.copyOf(classes);
    cases = Collections.unmodifiableMap(new TreeMap<>(cases));
  }

  /**
   * Reads a file.
   *
   * @throws BadInputException if it is missing or of another form
   */
  static SavedScores read(Path summary) throws IOException {
    JsonElement tree = Json.readTree(summary);
    try {
      JsonObject root = tree.getAsJsonObject();
      List<String> classes =
          root.getAsJsonArray("classes").asList().stream().map(JsonElement::getAsString).toList();
      Map<String, List<Map<Metric, Double>>> cases = new LinkedHashMap<>();
      for (JsonElement element : root.getAsJsonArray("cases")) {
        JsonObject one = element.getAsJsonObject();
        List<Map<Metric, Double>> scores = new ArrayList<>();
        for (String name : classes) {
          scores.add(metrics(one.getAsJsonObject("classes").getAsJsonObject(name)));
        }
        cases.put(one.get("name").getAsString(), List.copyOf(scores));
      }
      return new SavedScores(classes, cases);
    } catch (IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | UnsupportedOperationException
        | ClassCastException e) {
      throw new BadInputException(
          summary,
          "is not the summary of an evaluation",
          "Delete it, and run the comparison again to score this run anew",
          e);
    }
  }

  private static Map<Metric, Double> metrics(JsonObject values) {
    Map<Metric, Double> metrics = new java.util.EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      JsonElement value = values.get(metric.key());
      metrics.put(metric, value.isJsonNull() ? Double.NaN : value.getAsDouble());
    }
    return metrics;
  }

  /** A case's value in one class. */
  double of(String caseName, int classIndex, Metric metric) {
    return cases.get(caseName).get(classIndex).get(metric);
  }

  /** A case's mean over the classes that have a value; NaN if none has. */
  double mean(String caseName, Metric metric) {
    return cases.get(caseName).stream()
        .mapToDouble(values -> values.get(metric))
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  /** These together with the scores of other cases. */
  SavedScores with(SavedScores others) {
    Map<String, List<Map<Metric, Double>>> all = new TreeMap<>(cases);
    all.putAll(others.cases);
    return new SavedScores(classes, all);
  }
}
