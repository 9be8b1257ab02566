/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
  private static final String CPU = "cpu";

  /** In which numbers convolutions are computed; weights and all else are in float32 always. */
  public enum Precision {
    /** Single precision. */
    FLOAT32,
    /** 8 instead of 24 significant bits; faster on processors that have AVX512-BF16 or AMX. */
    BFLOAT16;

    /** Whether this machine's processor does not take far longer with it than in the other. */
    public boolean suitsProcessor() {
      return this == FLOAT32 || Processor.current().suitsBfloat16();
    }
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

  /**
   * The same, but in single precision where bfloat16 would take a hundred times as long: on a
   * processor without instructions for it.
   *
   * @param engine knows the graphics cards, which do not need the processor's instructions
   * @param warn is told if so
   */
  public EngineOptions onThisMachine(Engine engine, Consumer<String> warn) {
    return precision == Precision.BFLOAT16
        ? on(Processor.current(), () -> engine.devices(threads), warn)
        : this;
  }

  /** The same, for a processor and the names of all devices, asked for when needed. */
  EngineOptions on(Processor processor, Supplier<List<String>> devices, Consumer<String> warn) {
    if (precision != Precision.BFLOAT16 || processor.suitsBfloat16()) {
      return this;
    }
    boolean cards =
        !device.toLowerCase(Locale.ROOT).contains(CPU)
            && devices.get().stream().anyMatch(name -> !name.startsWith(CPU));
    if (cards) {
      return this;
    }
    warn.accept(
        "This processor has no instructions for bfloat16 (AVX-512), which would take a hundred times"
            + " as long; float32 is used");
    return with(Precision.FLOAT32);
  }

  /** The processor threads as a number above 0. */
  public int processors() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }
}
