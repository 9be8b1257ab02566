/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

/**
 * How an engine computes; apart from rounding, nothing here changes what it computes.
 *
 * @param threads processor threads, or 0 for all; the first network of a process decides for all
 *     that follow
 * @param device {@code auto}, {@code cpu}, {@code gpu:0}, {@code gpus} for every graphics card, or
 *     several separated by commas; a training step spreads its crops evenly over several devices
 * @param recomputation whether a training step spares memory for time
 * @param precision the numbers of the convolutions
 */
public record EngineOptions(
    int threads, String device, Recomputation recomputation, Precision precision) {

  /** In which numbers convolutions are computed; weights and all else are in float32 always. */
  public enum Precision {
    /** Single precision. */
    FLOAT32,
    /** 8 instead of 24 significant bits; faster on processors that have AVX512-BF16 or AMX. */
    BFLOAT16
  }

  /**
   * Whether a training step keeps all maps for the backward pass or computes most of them again.
   */
  public enum Recomputation {
    /**
     * Only where a step would not fit into the machine's memory (a graphics card's is not asked).
     */
    AUTO,
    /**
     * Always: less memory, the more so the larger the crop, for a seventh to a quarter more time.
     */
    ALWAYS,
    /** Never. */
    NEVER
  }

  /** Recomputation where it is needed, single precision. */
  public EngineOptions(int threads, String device) {
    this(threads, device, Recomputation.AUTO, Precision.FLOAT32);
  }

  /** All processors, a graphics card if there is one. */
  public static EngineOptions standard() {
    return new EngineOptions(0, "auto");
  }

  /** The same in other numbers. */
  public EngineOptions with(Precision other) {
    return new EngineOptions(threads, device, recomputation, other);
  }

  /** The processor threads as a number above 0. */
  public int processors() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }
}
