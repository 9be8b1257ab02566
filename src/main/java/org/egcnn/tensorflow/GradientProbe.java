/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.egcnn.engine.PartGradient;
import org.egcnn.engine.StepSettings;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/**
 * Measures the gradient of each part of the loss by the weights of each stream, one part after the
 * other, so that no more memory is needed than for a step and the semantic loss's gradient.
 *
 * @param objective the loss and its placeholders
 * @param measured six numbers a part: its value; the norms of its gradient by the weights of main
 *     stream, edge stream and heads; the scalar product with the semantic loss's gradient, and that
 *     one's norm, by the main stream's weights
 */
record GradientProbe(
    Programs.Objective objective, Map<PartGradient.Part, Operand<TFloating>> measured) {
  private static final String MAIN = "main/";

  /**
   * Builds the measurement.
   *
   * @param gradients the gradients of each part by weight name
   */
  static GradientProbe build(
      GraphOps ops,
      Programs.Objective objective,
      Map<PartGradient.Part, Map<String, Operand<TFloating>>> gradients) {
    Map<String, Operand<TFloating>> semantic = gradients.get(PartGradient.Part.SEMANTIC);
    Map<PartGradient.Part, Operand<TFloating>> measured = new EnumMap<>(PartGradient.Part.class);
    gradients.forEach(
        (part, own) ->
            measured.put(
                part,
                ops.tf()
                    .stack(
                        List.of(
                            objective.loss().parts().get(part).value(),
                            norm(ops, own, MAIN),
                            norm(ops, own, "edge/"),
                            norm(ops, own, "head/"),
                            product(ops, objective.reader().nodes(), own, semantic),
                            norm(ops, semantic, MAIN)))));
    return new GradientProbe(objective, measured);
  }

  private static Operand<TFloating> norm(
      GraphOps ops, Map<String, Operand<TFloating>> gradients, String stream) {
    List<Operand<TFloating>> squares = new ArrayList<>(List.of(ops.constant(0)));
    gradients.forEach(
        (name, gradient) -> {
          if (name.startsWith(stream)) {
            squares.add(ops.mul(ops.constant(2), ops.tf().nn.l2Loss(gradient)));
          }
        });
    return ops.tf().math.sqrt(ops.sum(squares));
  }

  private static Operand<TFloating> product(
      GraphOps ops,
      Map<String, Node> weights,
      Map<String, Operand<TFloating>> a,
      Map<String, Operand<TFloating>> b) {
    List<Operand<TFloating>> products = new ArrayList<>(List.of(ops.constant(0)));
    a.forEach(
        (name, gradient) -> {
          if (name.startsWith(MAIN) && b.containsKey(name)) {
            Operand<TFloating> product = ops.mul(gradient, b.get(name));
            products.add(ops.total(product, weights.get(name).elements()));
          }
        });
    return ops.sum(products);
  }

  /**
   * Measures.
   *
   * @param number the number of the next step, which decides the noise with its seed
   */
  List<PartGradient> run(Session session, TensorBatch batch, StepSettings settings, long number) {
    List<PartGradient> result = new ArrayList<>();
    measured.forEach(
        (part, numbers) -> {
          try (TInt64 seeds = TInt64.vectorOf(settings.noiseSeed(), number);
              TFloat32 share = TFloat32.scalarOf((float) settings.edgeShare());
              Result fetched =
                  session
                      .runner()
                      .fetch(numbers)
                      .feed(objective.image(), batch.imageTensor())
                      .feed(objective.labels(), batch.labelTensor())
                      .feed(objective.seed(), seeds)
                      .feed(objective.edgeShare(), share)
                      .run()) {
            result.add(read(part, (TFloat32) fetched.get(0)));
          }
        });
    return result;
  }

  private static PartGradient read(PartGradient.Part part, TFloat32 numbers) {
    double norms = (double) numbers.getFloat(1) * numbers.getFloat(5);
    return new PartGradient(
        part,
        numbers.getFloat(0),
        numbers.getFloat(1),
        numbers.getFloat(2),
        numbers.getFloat(3),
        norms == 0 ? 0 : numbers.getFloat(4) / norms);
  }
}
