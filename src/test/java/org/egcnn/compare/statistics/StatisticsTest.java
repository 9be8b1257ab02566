/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against scipy; {@code make_statistics_expectations.py} made the numbers. */
class StatisticsTest {

  private static JsonObject expectations() {
    try (InputStream in =
        StatisticsTest.class.getResourceAsStream("statistics-expectations.json")) {
      return JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<JsonObject> tests() {
    return expectations().getAsJsonArray("tests").asList().stream()
        .map(JsonElement::getAsJsonObject);
  }

  private static double[] numbers(JsonObject object, String key) {
    return object.getAsJsonArray(key).asList().stream()
        .mapToDouble(JsonElement::getAsDouble)
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void signedRanksAgreeWithScipy(JsonObject test) {
    JsonObject expected = test.getAsJsonObject("wilcoxon");
    WilcoxonSignedRank actual = WilcoxonSignedRank.of(numbers(test, "differences"));
    assertEquals(expected.get("count").getAsInt(), actual.count());
    assertEquals(expected.get("zeros").getAsInt(), actual.zeros());
    assertEquals(expected.get("exact").getAsBoolean(), actual.exact());
    assertEquals(
        expected.get("smaller").getAsDouble(), Math.min(actual.positive(), actual.negative()));
    assertEquals(expected.get("p").getAsDouble(), actual.p(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("tests")
  void theSignsOfAllDifferencesDoNotMatter(JsonObject test) {
    double[] differences = numbers(test, "differences");
    double[] negated = Arrays.stream(differences).map(d -> -d).toArray();
    assertEquals(WilcoxonSignedRank.of(differences).p(), WilcoxonSignedRank.of(negated).p());
  }

  @Test
  void withoutDifferencesNothingIsShown() {
    assertEquals(1, WilcoxonSignedRank.of(new double[] {0, 0, 1e-15}).p());
    assertEquals(1, WilcoxonSignedRank.of(new double[0]).p());
  }

  /** Both draw at random: the ends differ by a small part of the interval's length. */
  @ParameterizedTest
  @MethodSource("tests")
  void intervalsAgreeWithScipy(JsonObject test) {
    JsonObject expected = test.getAsJsonObject("interval");
    double low = expected.get("low").getAsDouble();
    double high = expected.get("high").getAsDouble();
    BootstrapInterval actual = BootstrapInterval.ofMean(numbers(test, "differences"), 3);
    double tolerance = 0.05 * (high - low);
    assertEquals(low, actual.low(), tolerance, test.get("name").getAsString());
    assertEquals(high, actual.high(), tolerance, test.get("name").getAsString());
    assertTrue(actual.low() <= actual.mean() && actual.mean() <= actual.high());
  }

  @Test
  void intervalsOfFewOrEqualValues() {
    BootstrapInterval one = BootstrapInterval.ofMean(new double[] {0.5}, 1);
    assertEquals(0.5, one.mean());
    assertTrue(Double.isNaN(one.low()) && Double.isNaN(one.high()));
    assertEquals(
        new BootstrapInterval(0.25, 0.25, 0.25),
        BootstrapInterval.ofMean(new double[] {0.25, 0.25, 0.25}, 1));
  }

  /** An interval of 95 % misses the truth about once in twenty times. */
  @Test
  void intervalsCoverTheTruth() {
    java.util.Random random = new java.util.Random(5);
    int covered = 0;
    int trials = 200;
    for (int i = 0; i < trials; i++) {
      double[] values = DoubleStream.generate(random::nextGaussian).limit(30).toArray();
      BootstrapInterval interval = BootstrapInterval.ofMean(values, i);
      covered += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
    }
    assertEquals(0.94, covered / (double) trials, 0.04);
  }

  @Test
  void holmCorrectsStepByStep() {
    JsonObject holm = expectations().getAsJsonObject("holm");
    assertArrayEquals(numbers(holm, "corrected"), HolmCorrection.of(numbers(holm, "p")), 1e-15);
    assertEquals(0, HolmCorrection.of(new double[0]).length);
  }
}
