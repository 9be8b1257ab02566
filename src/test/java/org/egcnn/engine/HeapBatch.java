/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.egcnn.model.Size;

/**
 * A batch in Java's memory, for networks that stand in for TensorFlow's in tests.
 *
 * @param onClose is run when the batch is closed
 */
public record HeapBatch(
    int count, Size size, FloatBuffer images, ByteBuffer labels, Runnable onClose)
    implements Batch {

  /** Allocates a batch. */
  public static HeapBatch allocate(int count, Size size, int channels, Runnable onClose) {
    int voxels = Math.toIntExact(count * size.voxels());
    return new HeapBatch(
        count, size, FloatBuffer.allocate(voxels * channels), ByteBuffer.allocate(voxels), onClose);
  }

  @Override
  public void close() {
    onClose.run();
  }
}
