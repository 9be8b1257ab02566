/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

/**
 * One convolution by itself, to measure how fast the engine's library computes it: nothing else
 * runs with it, and its operands are in place before the clock starts.
 */
public interface ConvolutionProbe extends AutoCloseable {

  /** Which of a convolution's three products is computed. */
  enum Pass {
    /** The output from input and kernel. */
    FORWARD,
    /** The input's gradient from kernel and output's gradient. */
    TO_INPUT,
    /** The kernel's gradient from input and output's gradient. */
    TO_KERNEL
  }

  /**
   * A convolution with stride 1 and zero padding, as many channels out as in.
   *
   * @param count maps N at once
   * @param side depth, height and width of each map
   * @param channels channels in and out
   * @param kernel side of the kernel
   */
  record Shape(int count, int side, int channels, int kernel) {

    /** Checks the ranges. */
    public Shape {
      if (count < 1 || side < 1 || channels < 1 || kernel < 1) {
        throw new IllegalArgumentException("count, side, channels and kernel must be at least 1");
      }
    }

    /**
     * Floating-point operations of any one pass: two for each product of a voxel, a position in the
     * kernel, a channel in and a channel out. Products with the padding count too.
     */
    public double operations() {
      return 2.0 * count * Math.pow(side, 3) * Math.pow(kernel, 3) * channels * channels;
    }
  }

  /**
   * Computes it once.
   *
   * @return seconds
   * @throws EngineException if it fails
   */
  double run();

  @Override
  void close();
}
