/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * Spares memory for time (Chen et al. 2016, arXiv 1604.06174): of a part of the network, only its
 * inputs are kept for the backward pass, which computes the part once more.
 */
final class Recomputation {
  private Recomputation() {}

  /**
   * Builds a part of a network whose maps are computed twice.
   *
   * @param layers where to build
   * @param inputs the part's inputs
   * @param part builds the part; called once for each pass
   */
  static Node apply(Layers layers, List<Node> inputs, BiFunction<Layers, List<Node>, Node> part) {
    GraphOps ops = layers.ops();
    List<Node> cut = cut(inputs, x -> x);
    Node result = part.apply(layers, cut);
    List<Node> weights =
        ReverseMode.leaves(result).stream().filter(leaf -> !cut.contains(leaf)).toList();
    List<Node> all = new ArrayList<>(inputs);
    all.addAll(weights);
    return Node.of(
        ops,
        result.value(),
        result.shape(),
        all,
        gradient -> {
          // tied to the gradient, the second pass cannot run before the backward pass gets here
          GraphOps later = ops.after(gradient);
          List<Node> again = cut(inputs, later.tf()::identity);
          Map<Node, Operand<TFloating>> gradients =
              ReverseMode.gradients(ops, part.apply(layers, again), gradient);
          List<Operand<TFloating>> sent = new ArrayList<>();
          again.forEach(x -> sent.add(gradients.get(x)));
          weights.forEach(weight -> sent.add(gradients.get(weight)));
          return sent;
        });
  }

  /** The same tensors without what they were computed from. */
  private static List<Node> cut(List<Node> nodes, UnaryOperator<Operand<TFloating>> copy) {
    return nodes.stream()
        .map(
            x ->
                x.differentiable()
                    ? Node.leaf(copy.apply(x.value()), x.shape())
                    : Node.constant(copy.apply(x.value()), x.shape()))
        .toList();
  }
}
