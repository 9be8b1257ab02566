/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.egcnn.model.Labels;

/**
 * Turns planes of probabilities into planes of label values: 1 byte a voxel where all values fit,
 * else 4.
 */
final class LabelSink<T extends IntegerType<T>> implements PlaneSink {
  private final LabelDecision decision;
  private final int channels;
  private final RandomAccessibleInterval<T> image;

  private LabelSink(Labels labels, RandomAccessibleInterval<T> image) {
    this.decision = new LabelDecision(labels);
    this.channels = labels.size() + (labels.exclusive() ? 1 : 0);
    this.image = image;
  }

  /** An empty label image, axes x, y, z. */
  static LabelSink<?> create(Labels labels, long[] size) {
    boolean bytes = labels.classes().stream().allMatch(c -> c.output() >= 0 && c.output() <= 255);
    return bytes
        ? new LabelSink<>(labels, planar(new UnsignedByteType(), size))
        : new LabelSink<>(labels, planar(new IntType(), size));
  }

  private static <T extends NativeType<T>> RandomAccessibleInterval<T> planar(T type, long[] size) {
    return new PlanarImgFactory<>(type).create(size);
  }

  @Override
  public void plane(long z, float[] values) {
    int at = 0;
    for (T label : Views.flatIterable(Views.hyperSlice(image, 2, z))) {
      label.setInteger(decision.label(values, at));
      at += channels;
    }
  }

  /** The label values, axes x, y, z. */
  RandomAccessibleInterval<T> image() {
    return image;
  }
}
