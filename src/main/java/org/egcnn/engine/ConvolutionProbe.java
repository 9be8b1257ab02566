/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import org.egcnn.model.Size;

/**
 * One convolution by itself, to measure how fast the engine computes it: nothing else runs with it,
 * and its operands are in place before the clock starts.
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

  /** What a convolution does to the size of a map. */
  enum Resizing {
    /** Stride 1 and zero padding. */
    NONE,
    /** Stride 2. */
    HALVING,
    /** A transposed convolution of stride 2. */
    DOUBLING
  }

  /**
   * A convolution as networks have them.
   *
   * @param count maps N at once
   * @param size of the maps that go in
   * @param in channels of the maps that go in
   * @param out channels of the maps that come out
   * @param kernel side of the kernel
   * @param resizing what it does to the size
   */
  record Shape(int count, Size size, int in, int out, int kernel, Resizing resizing) {

    /** Checks the ranges. */
    public Shape {
      if (count < 1 || in < 1 || out < 1 || kernel < 1) {
        throw new IllegalArgumentException("count, channels and kernel must be at least 1");
      }
    }

    /** A convolution of cubes that keeps their size and has as many channels out as in. */
    public static Shape ofCube(int count, int side, int channels, int kernel) {
      return new Shape(
          count, new Size(side, side, side), channels, channels, kernel, Resizing.NONE);
    }

    /** Numbers in the kernel. */
    public long weights() {
      return (long) kernel * kernel * kernel * in * out;
    }

    /**
     * Floating-point operations of any one pass: two for each product of a voxel, a position in the
     * kernel, a channel in and a channel out. The voxels are those of the coarser side. Products
     * with the padding count too.
     */
    public double operations() {
      double voxels = (double) count * size.voxels() / (resizing == Resizing.HALVING ? 8 : 1);
      return 2 * voxels * weights();
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
