/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.tensorflow.Operand;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TFloating;

/**
 * {@code L = L_semantic + L_edge + λ_c L_consistency} (EG-CNN paper, section 3.3).
 *
 * @param total what is minimised
 * @param semantic the soft Dice of the segmentation
 * @param edge the edge stream's losses with their weights; empty without an edge stream
 * @param consistency with its weight; empty without an edge stream
 */
record TotalLoss(Node total, Node semantic, Optional<Node> edge, Optional<Node> consistency) {

  /**
   * Builds the loss of a network's outputs.
   *
   * @param labels label codes, [N, D, H, W]
   * @param seed decides the Gumbel noise; empty for none
   */
  static TotalLoss build(
      GraphOps ops,
      Architecture architecture,
      LossSettings settings,
      EdgeGatedNetwork.Outputs outputs,
      Operand<TUint8> labels,
      Optional<Operand<TInt64>> seed) {
    int classes = architecture.outputs();
    Node reference = reference(ops, architecture, labels, outputs.logits().shape());
    double[] weights = new double[architecture.outputChannels()];
    Arrays.fill(weights, weights.length - classes, weights.length, 1.0 / classes);
    Node semantic = SoftDice.apply(ops, outputs.probabilities(), reference.value(), weights);
    if (outputs.edgeLogits().isEmpty()) {
      return new TotalLoss(semantic, semantic, Optional.empty(), Optional.empty());
    }
    Node foreground = Arithmetic.from(ops, reference, weights.length - classes);
    Operand<TFloating> magnitude =
        new SobelMagnitude(ops, settings.spacing()).apply(foreground).value();
    Operand<TFloating> edges = edges(ops, magnitude, settings.edgeThreshold());
    List<Node> parts = new ArrayList<>(List.of(semantic));
    Optional<Node> edge = edgeLoss(ops, settings, outputs.edgeLogits().get(), edges);
    Optional<Node> consistency = Optional.empty();
    if (settings.consistency() > 0) {
      Node loss =
          new Consistency(ops, settings, architecture.exclusive())
              .apply(outputs.logits(), magnitude, edges, seed);
      consistency = Optional.of(Arithmetic.scale(ops, loss, settings.consistency()));
    }
    edge.ifPresent(parts::add);
    consistency.ifPresent(parts::add);
    Node total = parts.stream().reduce((a, b) -> Arithmetic.add(ops, a, b)).orElseThrow();
    return new TotalLoss(total, semantic, edge, consistency);
  }

  private static Optional<Node> edgeLoss(
      GraphOps ops, LossSettings settings, Node logits, Operand<TFloating> edges) {
    List<Node> parts = new ArrayList<>();
    if (settings.edgeDice() > 0) {
      double[] weights = new double[(int) logits.channels()];
      Arrays.fill(weights, 1.0 / weights.length);
      Node dice = SoftDice.apply(ops, Activation.sigmoid(ops, logits), edges, weights);
      parts.add(Arithmetic.scale(ops, dice, settings.edgeDice()));
    }
    if (settings.edgeCrossEntropy() > 0) {
      Node entropy = BalancedCrossEntropy.apply(ops, logits, edges);
      parts.add(Arithmetic.scale(ops, entropy, settings.edgeCrossEntropy()));
    }
    return parts.stream().reduce((a, b) -> Arithmetic.add(ops, a, b));
  }

  /** 1 where the magnitude is above the threshold; a margin takes the root's ε out again. */
  static Operand<TFloating> edges(GraphOps ops, Operand<TFloating> magnitude, double threshold) {
    return ops.cast(ops.tf().math.greater(magnitude, ops.constant(threshold + 1e-5)));
  }

  /** The reference as one map of 0 and 1 a class, with the background first where there is one. */
  private static Node reference(
      GraphOps ops, Architecture architecture, Operand<TUint8> labels, long[] shape) {
    if (architecture.exclusive()) {
      Operand<TFloating> hot =
          ops.tf()
              .oneHot(
                  labels,
                  ops.tf().constant(architecture.outputChannels()),
                  ops.constant(1),
                  ops.constant(0));
      return Node.constant(hot, shape);
    }
    int[] bits = new int[architecture.outputs()];
    for (int k = 0; k < bits.length; k++) {
      bits[k] = 1 << k;
    }
    Operand<TInt32> codes = ops.tf().dtypes.cast(labels, TInt32.class);
    Operand<TInt32> column = ops.tf().expandDims(codes, ops.tf().constant(4));
    Operand<TInt32> set = ops.tf().bitwise.bitwiseAnd(column, ops.tf().constant(bits));
    return Node.constant(ops.cast(ops.tf().math.greater(set, ops.tf().constant(0))), shape);
  }
}
