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
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;

/**
 * Turns planes of probabilities into planes of label values: the smallest of uint8, uint16 and
 * int32 that holds the model's output values.
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
    int smallest = labels.classes().stream().mapToInt(LabelClass::output).min().orElse(0);
    int largest = labels.classes().stream().mapToInt(LabelClass::output).max().orElse(0);
    if (smallest < 0 || largest > 0xffff) {
      return new LabelSink<>(labels, planar(new IntType(), size));
    }
    return largest > 0xff
        ? new LabelSink<>(labels, planar(new UnsignedShortType(), size))
        : new LabelSink<>(labels, planar(new UnsignedByteType(), size));
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
