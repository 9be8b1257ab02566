/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TType;

/**
 * A part of a batch: consecutive crops that one device computes on.
 *
 * @param ops builds on that device
 * @param source builds where the whole batch is
 * @param first the first crop
 * @param count how many
 */
record BatchPart(GraphOps ops, GraphOps source, int first, int count) {

  /**
   * Divides a batch as evenly as whole crops allow; devices left without a crop are not used.
   *
   * @param source builds where the whole batch is
   */
  static List<BatchPart> divide(int count, List<GraphOps> devices, GraphOps source) {
    int used = Math.min(count, devices.size());
    List<BatchPart> parts = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < used; i++) {
      int size = count / used + (i < count % used ? 1 : 0);
      parts.add(new BatchPart(devices.get(i), source, first, size));
      first += size;
    }
    return parts;
  }

  /**
   * This part of a tensor whose first axis is the batch's.
   *
   * @param shape the whole tensor's shape
   */
  <T extends TType> Operand<T> of(Operand<T> batch, long... shape) {
    if (count == shape[0]) {
      return batch;
    }
    long[] begin = new long[shape.length];
    begin[0] = first;
    long[] size = shape.clone();
    size[0] = count;
    // divided before it is sent, so that no device receives more than its part
    return source.tf().slice(batch, source.ints(begin), source.ints(size));
  }
}
