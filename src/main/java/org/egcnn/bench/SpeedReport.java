/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.util.List;
import java.util.OptionalDouble;
import org.egcnn.engine.EngineOptions.Precision;

/**
 * All that was measured.
 *
 * @param machine where
 * @param date when it was begun, in UTC
 * @param threads processor threads of the networks; 0 for all
 * @param loadBefore the load average of the minute before; negative if unknown
 * @param loadAfter the load average of the last minute, of which this program's threads make up
 *     about their number
 * @param limits convolutions by themselves
 * @param bandwidths memory by itself
 * @param networks steps and predictions
 * @param tasks whole tasks
 * @param images filters, metrics, files
 * @param ratios what follows from the networks
 * @param notes what was not measured, and why
 */
public record SpeedReport(
    Machine machine,
    String date,
    int threads,
    double loadBefore,
    double loadAfter,
    List<LimitRow> limits,
    List<BandwidthRow> bandwidths,
    List<NetworkRow> networks,
    List<TaskRow> tasks,
    List<ImageRow> images,
    List<Ratio> ratios,
    List<String> notes) {
  private static final double BUSY = 0.3;

  /** Copies the lists. */
  public SpeedReport {
    limits = List.copyOf(limits);
    bandwidths = List.copyOf(bandwidths);
    networks = List.copyOf(networks);
    tasks = List.copyOf(tasks);
    images = List.copyOf(images);
    ratios = List.copyOf(ratios);
    notes = List.copyOf(notes);
  }

  /** The fastest convolution in some numbers, in 1e9 operations a second; empty if not measured. */
  public OptionalDouble limit(Precision precision) {
    return limits.stream()
        .filter(row -> row.precision() == precision)
        .mapToDouble(LimitRow::gigaflops)
        .max();
  }

  /**
   * How much of the limit a network reaches: its convolutions' operations over its median time,
   * over the fastest convolution in its numbers. Empty if that was not measured.
   */
  public OptionalDouble shareOfLimit(NetworkRow row) {
    OptionalDouble limit = limit(row.network().precision());
    return limit.isEmpty()
        ? limit
        : OptionalDouble.of(
            row.operations() / row.timing().medianSeconds() / 1e9 / limit.getAsDouble());
  }

  /** Whether other programs kept the processors busy before it began. */
  public boolean wasBusy() {
    return isBusy(loadBefore, machine.processors());
  }

  /** Whether a load average, before anything is measured, speaks of other programs at work. */
  static boolean isBusy(double load, int processors) {
    return load > BUSY * processors;
  }
}
