/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

/** What can be measured by itself. */
public enum BenchmarkPart {
  /** What the processor can do: convolutions by themselves, and memory. */
  LIMIT,
  /** Training steps and inference of whole networks. */
  NETWORKS,
  /** The segmentation of a whole volume, from files to a file. */
  VOLUME,
  /** Training from a dataset, with crops being cut beside it. */
  PIPELINE,
  /** Filters, metrics and files, without a network. */
  IMAGES
}
