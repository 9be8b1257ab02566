/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcnn.engine.PartGradient;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * {@code L = L_semantic + L_edge + λ_c L_consistency} (EG-CNN paper, section 3.3).
 *
 * @param total what is minimised
 * @param parts what it is the sum of, each with its weight, and those of the edge stream with the
 *     step's share too; a part of weight 0 is not there, and the semantic loss is the first
 */
record TotalLoss(Node total, Map<PartGradient.Part, Node> parts) {

  /** The soft Dice of the segmentation, and its cross entropy with its weight. */
  Node semantic() {
    return parts.get(PartGradient.Part.SEMANTIC);
  }

  /** Both losses of the edge stream; empty without. */
  Optional<Operand<TFloating>> edge(GraphOps ops) {
    List<Operand<TFloating>> terms =
        Stream.of(PartGradient.Part.EDGE_DICE, PartGradient.Part.EDGE_CROSS_ENTROPY)
            .filter(parts::containsKey)
            .map(part -> parts.get(part).value())
            .toList();
    return terms.isEmpty() ? Optional.empty() : Optional.of(ops.sum(terms));
  }

  /** The consistency loss; empty without. */
  Optional<Node> consistency() {
    return Optional.ofNullable(parts.get(PartGradient.Part.CONSISTENCY));
  }

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
    Map<PartGradient.Part, Node> terms = new EnumMap<>(PartGradient.Part.class);
    terms.put(PartGradient.Part.SEMANTIC, semantic(ops, architecture, settings, parts));
    if (architecture.edgeStream().isPresent()) {
      edgeTerms(ops, architecture, settings, parts)
          .forEach((part, loss) -> terms.put(part, Arithmetic.scale(ops, loss, edgeShare)));
    }
    return new TotalLoss(Arithmetic.sum(ops, List.copyOf(terms.values())), terms);
  }

  /** What an edge stream adds, each with its weight. */
  private static Map<PartGradient.Part, Node> edgeTerms(
      GraphOps ops, Architecture architecture, LossSettings settings, List<Part> parts) {
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
    Map<PartGradient.Part, Node> terms = new EnumMap<>(PartGradient.Part.class);
    if (settings.edgeDice() > 0) {
      Node dice = edgeDice(ops, edgeMaps);
      terms.put(PartGradient.Part.EDGE_DICE, Arithmetic.scale(ops, dice, settings.edgeDice()));
    }
    if (settings.edgeCrossEntropy() > 0) {
      Node entropy = BalancedCrossEntropy.apply(ops, edgeMaps);
      terms.put(
          PartGradient.Part.EDGE_CROSS_ENTROPY,
          Arithmetic.scale(ops, entropy, settings.edgeCrossEntropy()));
    }
    if (settings.consistency() > 0) {
      Node loss = new Consistency(settings, architecture.exclusive()).apply(ops, segmentations);
      terms.put(PartGradient.Part.CONSISTENCY, Arithmetic.scale(ops, loss, settings.consistency()));
    }
    return terms;
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

  private static Node edgeDice(GraphOps ops, List<JudgedMap> logits) {
    List<JudgedMap> probabilities =
        logits.stream()
            .map(
                part ->
                    new JudgedMap(
                        part.ops(), Activation.sigmoid(part.ops(), part.map()), part.reference()))
            .toList();
    double[] weights = new double[(int) logits.get(0).map().channels()];
    Arrays.fill(weights, 1.0 / weights.length);
    return SoftDice.apply(ops, probabilities, weights);
  }
}
