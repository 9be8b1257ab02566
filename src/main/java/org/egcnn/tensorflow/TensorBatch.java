/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.egcnn.engine.Batch;
import org.egcnn.model.Size;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** A batch in TensorFlow's own memory. */
final class TensorBatch implements Batch {
  private final int count;
  private final Size size;
  private final TFloat32 imageTensor;
  private final TUint8 labelTensor;
  private final FloatBuffer images;
  private final ByteBuffer labels;

  TensorBatch(int count, Size size, int channels) {
    this.count = count;
    this.size = size;
    imageTensor =
        TFloat32.tensorOf(Shape.of(count, size.depth(), size.height(), size.width(), channels));
    labelTensor = TUint8.tensorOf(Shape.of(count, size.depth(), size.height(), size.width()));
    images = TensorMemory.bytes(imageTensor).asFloatBuffer();
    labels = TensorMemory.bytes(labelTensor);
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public Size size() {
    return size;
  }

  @Override
  public FloatBuffer images() {
    return images;
  }

  @Override
  public ByteBuffer labels() {
    return labels;
  }

  TFloat32 imageTensor() {
    return imageTensor;
  }

  TUint8 labelTensor() {
    return labelTensor;
  }

  @Override
  public void close() {
    imageTensor.close();
    labelTensor.close();
  }
}
