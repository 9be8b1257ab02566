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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionTest {

  /** One case of {@code make_layer_expectations.py}, arrays in row-major order. */
  record Case(
      long[] shape, long[] kernelShape, double[] input, double[] kernel, double[] expected) {}

  static Stream<Case> scipy() throws IOException {
    try (Reader reader =
        new InputStreamReader(
            ConvolutionTest.class.getResourceAsStream("convolution.json"),
            StandardCharsets.UTF_8)) {
      return Arrays.stream(new Gson().fromJson(reader, Case[].class));
    }
  }

  static Stream<Arguments> scipyForEachProcessor() throws IOException {
    return scipy().flatMap(c -> Arrays.stream(Vectors.values()).map(v -> Arguments.of(c, v)));
  }

  @ParameterizedTest
  @MethodSource("scipyForEachProcessor")
  void givesWhatScipyGives(Case c, Vectors vectors) {
    try (Computation computation = new Computation()) {
      Node y =
          Convolution.apply(
              computation.ops().with(vectors),
              computation.constant(c.input(), c.shape()),
              computation.constant(c.kernel(), c.kernelShape()),
              1);
      LayerCase.assertClose(c.expected(), computation.run(y.value()), 1e-5);
    }
  }

  /** Channels out, length of a row, side of the kernel, stride, the processor. */
  @ParameterizedTest
  @CsvSource({
    "8, 6, 3, 1, OF_16, true",
    "1, 2, 5, 1, OF_16, true",
    "9, 6, 3, 1, OF_16, false",
    "8, 5, 3, 1, OF_16, false",
    "8, 6, 3, 2, OF_16, false",
    "8, 6, 2, 1, OF_16, false",
    "8, 6, 3, 1, OF_8, false",
  })
  void pairsVoxelsWhereThatIsFaster(
      long channels, long row, long side, long stride, Vectors vectors, boolean expected) {
    long[] shape = {1, 4, 4, row, 2};
    long[] kernel = {side, side, side, 2, channels};
    try (Computation computation = new Computation()) {
      GraphOps ops = computation.ops().with(vectors);
      assertEquals(expected, NarrowConvolution.suits(ops, shape, channels, kernel, stride));
    }
  }
}
