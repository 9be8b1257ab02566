/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionCountTest {

  /**
   * U-Net of two levels, f 1, one channel in, one sigmoid out, on 2x2x2 voxels. Products: encoder
   * 27·8 and 27·8 at 8 voxels; 27·2 and 27·4 at one; up 8·2 at one; decoder 27·2·8 and 27·8; head
   * 8.
   */
  @Test
  void aTinyUNetByHand() {
    Architecture tiny = new Architecture(Backbone.U_NET, 1, 1, false, 1, 2, 3, Optional.empty());
    ConvolutionCount count = ConvolutionCount.of(tiny, 1, new Size(2, 2, 2));
    double products = 216 + 216 + 54 + 108 + 16 + 432 + 216 + 8;
    assertEquals(2 * products, count.forward());
    // the image's own gradient is not computed
    assertEquals(3 * 2 * products - 2 * 216, count.training());
    assertEquals(27 + 27 + 54 + 108 + 16 + 54 + 27 + 1, count.kernelWeights());
  }

  @Test
  void twoCropsAreTwiceTheWork() {
    Architecture network =
        new Architecture(Backbone.SEG_NET, 4, 3, false, 8, 4, 3, Optional.empty());
    Size size = new Size(16, 24, 32);
    assertEquals(
        2 * ConvolutionCount.of(network, 1, size).training(),
        ConvolutionCount.of(network, 2, size).training());
  }

  static Stream<Architecture> networks() {
    return Arrays.stream(Backbone.values())
        .flatMap(
            backbone ->
                Stream.of(
                        Optional.<EdgeStream>empty(),
                        Optional.of(EdgeStream.standard()),
                        Optional.of(new EdgeStream(EdgeStream.Fusion.CONVOLVED, false, 2)))
                    .map(stream -> new Architecture(backbone, 2, 3, true, 4, 3, 3, stream)));
  }

  /** The layers counted are those that the engine builds: it holds the same number of weights. */
  @ParameterizedTest
  @MethodSource("networks")
  void theLayersAreThoseOfTheNetwork(Architecture architecture) {
    try (Network network =
        EngineLoader.load().create(architecture, Optional.empty(), EngineOptions.standard())) {
      network.initialise(1);
      long kernels =
          network.weights().entrySet().stream()
              .filter(weight -> weight.getKey().endsWith("/kernel"))
              .map(Map.Entry::getValue)
              .map(WeightTensor::values)
              .mapToLong(values -> values.length)
              .sum();
      assertEquals(
          kernels, ConvolutionCount.of(architecture, 1, new Size(8, 8, 8)).kernelWeights());
    }
  }
}
