/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.engine.PartGradient;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TFloating;

/** Builds what a session runs: the graphs of a prediction and of a training step for one size. */
final class Programs {

  /**
   * A prediction.
   *
   * @param image the placeholder of the image
   * @param outputs what the network gives
   * @param edges edge probabilities, empty without an edge stream
   * @param gates attention maps at full size, empty without gates
   */
  record Predict(
      Operand<TFloating> image,
      EdgeGatedNetwork.Outputs outputs,
      Optional<Operand<TFloating>> edges,
      Optional<Operand<TFloating>> gates) {}

  private final List<GraphOps> devices;
  private final GraphOps source;
  private final GraphOps ops;
  private final Weights weights;
  private final Architecture architecture;

  /**
   * Builds into a graph.
   *
   * @param devices where a step computes; everything else is on the first
   * @param source where batches are divided
   */
  Programs(List<GraphOps> devices, GraphOps source, Weights weights, Architecture architecture) {
    this.devices = devices;
    this.source = source;
    this.weights = weights;
    this.architecture = architecture;
    ops = devices.get(0);
  }

  /** Where predictions are computed. */
  GraphOps ops() {
    return ops;
  }

  /**
   * Builds a prediction of {@code count} crops.
   *
   * @param reader gives the weights
   */
  Predict predict(int count, Size size, Weights.Reader reader) {
    Operand<TFloating> image = image(count, size);
    Layers layers = new Layers(ops, reader, "", false);
    EdgeGatedNetwork.Outputs outputs =
        EdgeGatedNetwork.build(layers, Node.constant(image, shape(count, size)), architecture);
    Optional<Operand<TFloating>> edges =
        outputs.edgeLogits().map(logits -> ops.tf().math.sigmoid(logits.value()));
    return new Predict(image, outputs, edges, GateMaps.of(ops, outputs.attention()));
  }

  /**
   * The loss of a batch.
   *
   * @param image the placeholder of the image
   * @param labels the placeholder of the label codes
   * @param seed the placeholder of the noise seed, two numbers
   * @param edgeShare the placeholder of the edge losses' share
   * @param loss the loss
   * @param reader the weights as it read them
   */
  record Objective(
      Operand<TFloating> image,
      Operand<TUint8> labels,
      Operand<TInt64> seed,
      Operand<TFloating> edgeShare,
      TotalLoss loss,
      Weights.Reader reader) {}

  private Objective objective(int count, Size size, LossSettings settings, boolean recompute) {
    Operand<TFloating> image = image(count, size);
    Operand<TUint8> labels =
        ops.tf().placeholder(TUint8.class, Placeholder.shape(Shape.of(labelShape(count, size))));
    Operand<TInt64> seed = ops.tf().placeholder(TInt64.class, Placeholder.shape(Shape.of(2)));
    Weights.Reader reader = weights.reader(ops);
    List<TotalLoss.Part> parts = new ArrayList<>();
    for (BatchPart part : BatchPart.divide(count, devices, source)) {
      Node crops = Node.constant(part.of(image, shape(count, size)), shape(part.count(), size));
      EdgeGatedNetwork.Outputs outputs =
          EdgeGatedNetwork.build(
              new Layers(part.ops(), reader, "", recompute), crops, architecture);
      Reference reference =
          Reference.of(
              part.ops(),
              architecture,
              part.of(labels, labelShape(count, size)),
              outputs.logits().shape());
      GumbelNoise noise = new GumbelNoise(seed, part.first());
      parts.add(new TotalLoss.Part(part.ops(), outputs, reference, Optional.of(noise)));
    }
    Operand<TFloating> edgeShare = scalar();
    TotalLoss loss = TotalLoss.build(ops, architecture, settings, parts, edgeShare);
    return new Objective(image, labels, seed, edgeShare, loss, reader);
  }

  /**
   * Builds a training step on {@code count} crops.
   *
   * @param recompute whether most maps are computed again in the backward pass
   */
  TrainingStep step(
      int count, Size size, LossSettings settings, Adam adam, WeightMean mean, boolean recompute) {
    Objective objective = objective(count, size, settings, recompute);
    Map<String, Operand<TFloating>> gradients =
        gradients(objective.loss().total(), objective.reader());
    Adam.Inputs inputs = new Adam.Inputs(scalar(), scalar(), scalar(), scalar());
    Adam.Update update =
        adam.build(
            ops, weights, gradients, objective.reader().nodes(), settings.weightDecay(), inputs);
    Operand<TFloating> newest = scalar();
    return new TrainingStep(
        objective,
        inputs,
        reported(objective.loss(), update),
        update,
        newest,
        mean.build(ops, weights, update.updates(), newest));
  }

  /** Builds what measures the gradient of each part of the loss. */
  GradientProbe probe(int count, Size size, LossSettings settings, boolean recompute) {
    Objective objective = objective(count, size, settings, recompute);
    Map<PartGradient.Part, Map<String, Operand<TFloating>>> gradients =
        new EnumMap<>(PartGradient.Part.class);
    objective
        .loss()
        .parts()
        .forEach((part, loss) -> gradients.put(part, gradients(loss, objective.reader())));
    return GradientProbe.build(ops, objective, gradients);
  }

  private Map<String, Operand<TFloating>> gradients(Node loss, Weights.Reader reader) {
    Map<Node, Operand<TFloating>> byNode = ReverseMode.gradients(ops, loss);
    Map<String, Operand<TFloating>> gradients = new LinkedHashMap<>();
    reader
        .nodes()
        .forEach(
            (name, node) -> {
              // an ablation can leave a head without a loss
              if (byNode.containsKey(node)) {
                gradients.put(name, byNode.get(node));
              }
            });
    return gradients;
  }

  private Operand<TFloating> reported(TotalLoss loss, Adam.Update update) {
    Operand<TFloating> zero = ops.constant(0);
    return ops.tf()
        .stack(
            List.of(
                loss.total().value(),
                loss.semantic().value(),
                loss.edge(ops).orElse(zero),
                loss.consistency().map(Node::value).orElse(zero),
                update.norm()));
  }

  private Operand<TFloating> image(int count, Size size) {
    return ops.tf().placeholder(ops.type(), Placeholder.shape(Shape.of(shape(count, size))));
  }

  private Operand<TFloating> scalar() {
    return ops.tf().placeholder(ops.type(), Placeholder.shape(Shape.scalar()));
  }

  private static long[] labelShape(int count, Size size) {
    return new long[] {count, size.depth(), size.height(), size.width()};
  }

  private long[] shape(int count, Size size) {
    return new long[] {
      count, size.depth(), size.height(), size.width(), architecture.inputChannels()
    };
  }
}
