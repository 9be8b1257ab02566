/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One case of {@code make_layer_expectations.py}, arrays in row-major order.
 *
 * @param shape of input and, unless the layer changes the size, of the expected map
 * @param groups groups of channels, where the layer has them
 * @param gain a number a channel, where the layer has them
 * @param offset a number a channel, where the layer has them
 */
record LayerCase(
    long[] shape, int groups, double[] input, double[] gain, double[] offset, double[] expected) {

  static Stream<LayerCase> read(String file) {
    try (Reader reader =
        new InputStreamReader(LayerCase.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      return Arrays.stream(new Gson().fromJson(reader, LayerCase[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertClose(double[] expected, float[] actual, double tolerance) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < actual.length; i++) {
      assertEquals(
          expected[i], actual[i], tolerance * Math.max(1, Math.abs(expected[i])), "element " + i);
    }
  }
}
