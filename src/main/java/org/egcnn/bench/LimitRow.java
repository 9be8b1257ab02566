/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import org.egcnn.engine.ConvolutionProbe;
import org.egcnn.engine.EngineOptions.Precision;

/**
 * How fast one convolution is by itself.
 *
 * @param shape its size
 * @param pass which of its products
 * @param precision its numbers
 * @param timing how long it took
 * @param gigaflops its operations over the shortest time, in 1e9 a second
 */
public record LimitRow(
    ConvolutionProbe.Shape shape,
    ConvolutionProbe.Pass pass,
    Precision precision,
    Timing timing,
    double gigaflops) {

  /** A row with its throughput. */
  static LimitRow of(
      ConvolutionProbe.Shape shape,
      ConvolutionProbe.Pass pass,
      Precision precision,
      Timing timing) {
    return new LimitRow(
        shape, pass, precision, timing, shape.operations() / timing.minSeconds() / 1e9);
  }
}
