/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.egcnn.model.Size;

/**
 * Crops for one step, in memory the engine can compute on without a copy. Fill the buffers by
 * absolute index, then hand the batch to a {@link Network}; it may be reused afterwards.
 */
public interface Batch extends AutoCloseable {

  /** Number of crops N. */
  int count();

  /** Size of each crop. */
  Size size();

  /** Image intensities, layout [N, D, H, W, C], channel fastest. */
  FloatBuffer images();

  /**
   * Label codes as {@link org.egcnn.model.Labels#code} gives them, unsigned, layout [N, D, H, W].
   * Ignored when predicting.
   */
  ByteBuffer labels();

  /** Releases the memory; the buffers must not be touched afterwards. */
  @Override
  void close();
}
