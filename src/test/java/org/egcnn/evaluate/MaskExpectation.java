/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

/** A pair of masks and the metrics that {@code make_metric_expectations.py} found for it. */
record MaskExpectation(
    String name,
    long[] size,
    double[] spacing,
    double tolerance,
    String reference,
    String prediction,
    Map<String, Double> expected) {

  static Stream<MaskExpectation> all() throws IOException {
    try (Reader reader =
        new InputStreamReader(
            MaskExpectation.class.getResourceAsStream("metric-expectations.json"),
            StandardCharsets.UTF_8)) {
      return Stream.of(new Gson().fromJson(reader, MaskExpectation[].class));
    }
  }

  Img<IntType> referenceLabels() {
    return labels(reference, size);
  }

  Img<IntType> predictionLabels() {
    return labels(prediction, size);
  }

  /** Label 1 where the text has a hash sign; x runs fastest. */
  static Img<IntType> labels(String text, long... size) {
    return ArrayImgs.ints(text.chars().map(c -> c == '#' ? 1 : 0).toArray(), size);
  }

  @Override
  public String toString() {
    return name;
  }
}
