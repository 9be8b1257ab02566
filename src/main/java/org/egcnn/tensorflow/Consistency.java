/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import java.util.Optional;
import org.egcnn.model.LossSettings;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * The consistency loss (EG-CNN paper, section 3.3): at the reference's edge voxels, the L1 distance
 * between the Sobel magnitude of the segmentation, made differentiable by {@link GumbelNoise}, and
 * that of the reference.
 *
 * @param settings temperature and spacing
 * @param exclusive softmax over K + 1 classes, or K independent logistic functions
 */
record Consistency(LossSettings settings, boolean exclusive) {

  /**
   * One device's part of a batch.
   *
   * @param ops builds on that device
   * @param logits segmentation logits
   * @param magnitude the Sobel magnitude of the reference, [N, D, H, W, K]
   * @param edges the reference's edge voxels, 0 or 1, of the same shape
   * @param noise empty for none
   */
  record Part(
      GraphOps ops,
      Node logits,
      Operand<TFloating> magnitude,
      Operand<TFloating> edges,
      Optional<GumbelNoise> noise) {}

  /**
   * The loss of a segmentation.
   *
   * @param ops where the parts' sums meet
   * @param parts the batch
   */
  Node apply(GraphOps ops, List<Part> parts) {
    Node distance = Arithmetic.sum(ops, parts.stream().map(this::distance).toList());
    Operand<TFloating> count =
        ops.sum(
            parts.stream().map(part -> part.ops().total(part.edges(), elements(part))).toList());
    Operand<TFloating> share =
        ops.tf().math.reciprocal(ops.tf().math.maximum(count, ops.constant(1)));
    return Node.of(
        ops,
        ops.mul(distance.value(), share),
        new long[0],
        List.of(distance),
        g -> List.of(ops.mul(g, share)));
  }

  /** The sum of the distances at the edge voxels of one part. */
  private Node distance(Part part) {
    GraphOps ops = part.ops();
    Node predicted = new SobelMagnitude(ops, settings.spacing()).apply(sample(part));
    Operand<TFloating> difference = ops.sub(predicted.value(), part.magnitude());
    Operand<TFloating> distance = ops.mul(part.edges(), ops.tf().math.abs(difference));
    return Node.of(
        ops,
        ops.total(distance, predicted.elements()),
        new long[0],
        List.of(predicted),
        g -> List.of(ops.mul(ops.mul(part.edges(), ops.tf().math.sign(difference)), g)));
  }

  private Node sample(Part part) {
    GraphOps ops = part.ops();
    Node noisy =
        part.noise().map(n -> n.addTo(ops, part.logits(), exclusive)).orElse(part.logits());
    Node sharpened = Arithmetic.scale(ops, noisy, 1 / settings.temperature());
    return exclusive
        ? Arithmetic.from(ops, Activation.softmax(ops, sharpened), 1)
        : Activation.sigmoid(ops, sharpened);
  }

  private long elements(Part part) {
    long classes = part.logits().channels() - (exclusive ? 1 : 0);
    return part.logits().positions() * classes;
  }
}
