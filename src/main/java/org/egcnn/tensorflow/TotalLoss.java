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
import org.tensorflow.types.family.TFloating;

/**
 * {@code L = L_semantic + L_edge + λ_c L_consistency} (EG-CNN paper, section 3.3).
 *
 * @param total what is minimised
 * @param semantic the soft Dice of the segmentation, and its cross entropy with its weight
 * @param edge the edge stream's losses with their weights and the share; empty without an edge
 *     stream
 * @param consistency with its weight and the share; empty without an edge stream
 */
record TotalLoss(Node total, Node semantic, Optional<Node> edge, Optional<Node> consistency) {

  /**
   * One device's part of a batch.
   *
   * @param ops builds on that device
   * @param outputs the network's
   * @param reference what is taught
   * @param noise of the consistency loss; empty for none
   */
  record Part(
      GraphOps ops,
      EdgeGatedNetwork.Outputs outputs,
      Reference reference,
      Optional<GumbelNoise> noise) {}

  /**
   * Builds the loss of a network's outputs.
   *
   * @param ops where the parts' sums meet
   * @param parts the batch
   * @param edgeShare a scalar that edge and consistency loss are multiplied by
   */
  static TotalLoss build(
      GraphOps ops,
      Architecture architecture,
      LossSettings settings,
      List<Part> parts,
      Operand<TFloating> edgeShare) {
    Node semantic = semantic(ops, architecture, settings, parts);
    if (architecture.edgeStream().isEmpty()) {
      return new TotalLoss(semantic, semantic, Optional.empty(), Optional.empty());
    }
    List<JudgedMap> edgeMaps = new ArrayList<>();
    List<Consistency.Part> segmentations = new ArrayList<>();
    for (Part part : parts) {
      Reference.Edges edges = part.reference().edges(part.ops(), settings);
      edgeMaps.add(
          new JudgedMap(part.ops(), part.outputs().edgeLogits().orElseThrow(), edges.voxels()));
      segmentations.add(
          new Consistency.Part(
              part.ops(),
              part.outputs().logits(),
              edges.magnitude(),
              edges.voxels(),
              part.noise()));
    }
    List<Node> terms = new ArrayList<>(List.of(semantic));
    Optional<Node> edge =
        edgeLoss(ops, settings, edgeMaps).map(loss -> Arithmetic.scale(ops, loss, edgeShare));
    Optional<Node> consistency = Optional.empty();
    if (settings.consistency() > 0) {
      Node loss = new Consistency(settings, architecture.exclusive()).apply(ops, segmentations);
      Node weighted = Arithmetic.scale(ops, loss, settings.consistency());
      consistency = Optional.of(Arithmetic.scale(ops, weighted, edgeShare));
    }
    edge.ifPresent(terms::add);
    consistency.ifPresent(terms::add);
    return new TotalLoss(Arithmetic.sum(ops, terms), semantic, edge, consistency);
  }

  private static Node semantic(
      GraphOps ops, Architecture architecture, LossSettings settings, List<Part> parts) {
    Node dice = dice(ops, architecture, parts);
    if (settings.crossEntropy() == 0) {
      return dice;
    }
    List<JudgedMap> logits =
        parts.stream()
            .map(
                part ->
                    new JudgedMap(part.ops(), part.outputs().logits(), part.reference().value()))
            .toList();
    Node entropy = CrossEntropy.apply(ops, logits, architecture.exclusive());
    return Arithmetic.add(ops, dice, Arithmetic.scale(ops, entropy, settings.crossEntropy()));
  }

  private static Node dice(GraphOps ops, Architecture architecture, List<Part> parts) {
    List<JudgedMap> maps =
        parts.stream()
            .map(
                part ->
                    new JudgedMap(
                        part.ops(), part.outputs().probabilities(), part.reference().value()))
            .toList();
    double[] weights = new double[architecture.outputChannels()];
    int classes = architecture.outputs();
    Arrays.fill(weights, weights.length - classes, weights.length, 1.0 / classes);
    return SoftDice.apply(ops, maps, weights);
  }

  private static Optional<Node> edgeLoss(
      GraphOps ops, LossSettings settings, List<JudgedMap> logits) {
    List<Node> terms = new ArrayList<>();
    if (settings.edgeDice() > 0) {
      List<JudgedMap> probabilities =
          logits.stream()
              .map(
                  part ->
                      new JudgedMap(
                          part.ops(), Activation.sigmoid(part.ops(), part.map()), part.reference()))
              .toList();
      double[] weights = new double[(int) logits.get(0).map().channels()];
      Arrays.fill(weights, 1.0 / weights.length);
      Node dice = SoftDice.apply(ops, probabilities, weights);
      terms.add(Arithmetic.scale(ops, dice, settings.edgeDice()));
    }
    if (settings.edgeCrossEntropy() > 0) {
      Node entropy = BalancedCrossEntropy.apply(ops, logits);
      terms.add(Arithmetic.scale(ops, entropy, settings.edgeCrossEntropy()));
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(Arithmetic.sum(ops, terms));
  }
}
