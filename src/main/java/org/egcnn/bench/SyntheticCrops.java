/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.egcnn.engine.Batch;

/** Fills batches with noise and with labels of nested regions. What is in them costs no time. */
final class SyntheticCrops {
  private SyntheticCrops() {}

  /** Fills images with uniform noise from -1 to 1, labels with slabs of codes 0 to 7. */
  static void fill(Batch batch) {
    SplittableRandom random = new SplittableRandom(1);
    FloatBuffer images = batch.images();
    for (int i = 0; i < images.capacity(); i++) {
      images.put(i, (float) random.nextDouble(-1, 1));
    }
    ByteBuffer labels = batch.labels();
    int rows = batch.size().width();
    for (int i = 0; i < labels.capacity(); i++) {
      // codes of nested regions have the lower bits set: 0, 1, 3, 7
      labels.put(i, (byte) ((1 << i / rows / 8 % 4) - 1));
    }
  }
}
