/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.egcnn.evaluate.EmptyPolicy.Empty;
import org.egcnn.model.Json;

/** Makes the content of {@code summary.json}, which {@link EvaluationFolder} describes. */
final class SummaryJson {
  static final int VERSION = 1;

  private SummaryJson() {}

  /** The file's text. */
  static String of(Evaluation evaluation) {
    JsonObject root = new JsonObject();
    root.addProperty("version", VERSION);
    root.addProperty("policy", key(evaluation.policy()));
    root.add("empty_values", emptyValues(evaluation.policy()));
    root.addProperty("tolerance_mm", evaluation.toleranceMm());
    JsonArray classes = new JsonArray();
    evaluation.classNames().forEach(classes::add);
    root.add("classes", classes);
    root.addProperty("mean_name", evaluation.meanName());
    root.add("mean", statistic(evaluation, Summary::mean));
    root.add("std", statistic(evaluation, Summary::std));
    root.add("median", statistic(evaluation, Summary::median));
    root.add("count", statistic(evaluation, Summary::count));
    JsonArray cases = new JsonArray();
    evaluation.cases().forEach(scores -> cases.add(oneCase(scores)));
    root.add("cases", cases);
    return Json.toText(root) + "\n";
  }

  private static JsonObject emptyValues(EmptyPolicy policy) {
    JsonObject byEmpty = new JsonObject();
    for (Empty empty : Empty.values()) {
      JsonObject metrics = new JsonObject();
      for (Metric metric : Metric.values()) {
        if (metric.isScore()) {
          metrics.add(metric.key(), number(policy.value(metric, empty)));
        }
      }
      byEmpty.add(key(empty), metrics);
    }
    return byEmpty;
  }

  private static JsonObject statistic(Evaluation evaluation, ToDoubleFunction<Summary> statistic) {
    JsonObject byClass = new JsonObject();
    for (String name : evaluation.classNames()) {
      byClass.add(name, metrics(false, m -> evaluation.summary(name, m), statistic));
    }
    if (!evaluation.classNames().contains(Evaluation.FOREGROUND)) {
      byClass.add(Evaluation.FOREGROUND, metrics(true, evaluation::foreground, statistic));
    }
    return byClass;
  }

  private static JsonObject metrics(
      boolean scoresOnly, Function<Metric, Summary> summary, ToDoubleFunction<Summary> statistic) {
    JsonObject metrics = new JsonObject();
    for (Metric metric : Metric.values()) {
      if (metric.isScore() || !scoresOnly) {
        metrics.add(metric.key(), number(statistic.applyAsDouble(summary.apply(metric))));
      }
    }
    return metrics;
  }

  private static JsonObject oneCase(CaseScores scores) {
    JsonObject classes = new JsonObject();
    for (ClassScores c : scores.classes()) {
      JsonObject values = new JsonObject();
      values.addProperty("tp", c.overlap().tp());
      values.addProperty("fp", c.overlap().fp());
      values.addProperty("fn", c.overlap().fn());
      for (Metric metric : Metric.values()) {
        values.add(metric.key(), number(c.get(metric)));
      }
      classes.add(c.name(), values);
    }
    JsonObject one = new JsonObject();
    one.addProperty("name", scores.name());
    one.add("classes", classes);
    return one;
  }

  /** JSON knows neither NaN nor infinity. */
  private static JsonElement number(double value) {
    if (!Double.isFinite(value)) {
      return JsonNull.INSTANCE;
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? new JsonPrimitive((long) value) : new JsonPrimitive(value);
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
