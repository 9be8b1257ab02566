/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * Reverse-mode differentiation over {@link Node}s. TensorFlow's C interface has no gradient for 3D
 * convolutions, and gradients registered from Java crash the JVM on Windows; so each operation here
 * brings its own, which also lets several operations share one backward pass.
 */
final class ReverseMode {
  private ReverseMode() {}

  /**
   * Builds the gradients of a scalar.
   *
   * @param ops where gradients of leaves are summed up
   * @param loss the scalar
   * @return the gradient of each leaf that the scalar depends on
   */
  static Map<Node, Operand<TFloating>> gradients(GraphOps ops, Node loss) {
    return gradients(ops, loss, ops.constant(1));
  }

  /**
   * Builds the gradients of a scalar that depends on a tensor.
   *
   * @param ops where gradients of leaves are summed up
   * @param result the tensor
   * @param toResult the scalar's gradient with respect to the tensor
   * @return the gradient of each leaf that the tensor depends on
   */
  static Map<Node, Operand<TFloating>> gradients(
      GraphOps ops, Node result, Operand<TFloating> toResult) {
    Map<Node, List<Operand<TFloating>>> pending = new IdentityHashMap<>();
    Map<Node, Operand<TFloating>> leaves = new IdentityHashMap<>();
    pending.put(result, new ArrayList<>(List.of(toResult)));
    List<Node> order = topologicalOrder(result);
    for (int i = order.size() - 1; i >= 0; i--) {
      Node node = order.get(i);
      GraphOps home = node.home() == null ? ops : node.home();
      Operand<TFloating> gradient = home.sum(pending.remove(node));
      if (node.backward() == null) {
        leaves.put(node, gradient);
        continue;
      }
      List<Operand<TFloating>> sent = node.backward().apply(gradient);
      for (int k = 0; k < node.inputs().size(); k++) {
        Node input = node.inputs().get(k);
        if (input.differentiable()) {
          pending.computeIfAbsent(input, n -> new ArrayList<>()).add(sent.get(k));
        }
      }
    }
    return leaves;
  }

  /** The leaves that a tensor depends on. */
  static List<Node> leaves(Node result) {
    return topologicalOrder(result).stream().filter(node -> node.backward() == null).toList();
  }

  /** Inputs before the operations that use them; only what needs a gradient. */
  private static List<Node> topologicalOrder(Node root) {
    List<Node> order = new ArrayList<>();
    Map<Node, Boolean> seen = new IdentityHashMap<>();
    Deque<Node> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Node node = open.peek();
      if (seen.putIfAbsent(node, false) == null) {
        for (Node input : node.inputs()) {
          if (input.differentiable() && !seen.containsKey(input)) {
            open.push(input);
          }
        }
      } else {
        open.pop();
        if (!seen.put(node, true)) {
          order.add(node);
        }
      }
    }
    return order;
  }
}
