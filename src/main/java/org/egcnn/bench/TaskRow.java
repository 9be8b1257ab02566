/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

/**
 * A whole task against the network's work within it.
 *
 * @param task which
 * @param whole how long the task, or a step of it, took
 * @param bare how long the network alone takes for the same, repeated on one batch
 * @param ratio median of the whole over median of the bare
 * @param peakBytes the process's peak of resident memory; 0 if unknown
 */
public record TaskRow(String task, Timing whole, Timing bare, double ratio, long peakBytes) {

  /** A row with its ratio. */
  static TaskRow of(String task, Timing whole, Timing bare, long peakBytes) {
    return new TaskRow(task, whole, bare, whole.medianSeconds() / bare.medianSeconds(), peakBytes);
  }
}
