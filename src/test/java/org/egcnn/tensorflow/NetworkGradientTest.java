/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TType;

/**
 * The gradient of the whole loss of a tiny network by its weights, in float64, against central
 * differences along random directions: each direction mixes every weight of one layer or of all.
 */
class NetworkGradientTest {
  private static final double STEP = 1e-6;
  private static final Size CROP = new Size(8, 8, 12);

  @ParameterizedTest
  @CsvSource({
    "SEG_NET,true,true", "SEG_NET,false,true", "U_NET,true,true", "U_NET,false,true",
    "V_NET,true,true", "V_NET,false,true", "SEG_NET,true,false", "U_NET,true,false"
  })
  void wholeLoss(Backbone backbone, boolean edgeStream, boolean exclusive) {
    Optional<EdgeStream> stream =
        edgeStream ? Optional.of(new EdgeStream(EdgeStream.Fusion.PLAIN, true)) : Optional.empty();
    check(new Architecture(backbone, 2, 2, exclusive, 2, 3, 3, stream));
  }

  @ParameterizedTest
  @CsvSource({"ZERO_START,true", "CONVOLVED,true", "PLAIN,false"})
  void variantsOfTheStream(EdgeStream.Fusion fusion, boolean gated) {
    Optional<EdgeStream> stream = Optional.of(new EdgeStream(fusion, gated));
    check(new Architecture(Backbone.SEG_NET, 2, 2, true, 2, 3, 3, stream));
  }

  private static void check(Architecture architecture) {
    try (Graph graph = new Graph();
        Session session = new Session(graph, false)) {
      GraphOps ops = new GraphOps(Ops.create(graph), TFloat64.class);
      Evaluation evaluation = new Evaluation(session, ops, architecture);
      Map<String, double[]> gradients = evaluation.gradients();
      Random random = new Random(5);
      List<List<String>> groups = new ArrayList<>();
      gradients.keySet().forEach(name -> groups.add(List.of(name)));
      groups.add(List.copyOf(gradients.keySet()));
      for (List<String> group : groups) {
        Map<String, double[]> direction = new LinkedHashMap<>();
        double analytic = 0;
        for (String name : group) {
          double[] gradient = gradients.get(name);
          double[] d = random.doubles(gradient.length, -1, 1).toArray();
          direction.put(name, d);
          for (int i = 0; i < d.length; i++) {
            analytic += d[i] * gradient[i];
          }
        }
        double numeric =
            (evaluation.loss(direction, STEP) - evaluation.loss(direction, -STEP)) / (2 * STEP);
        assertEquals(
            numeric, analytic, 1e-7 + 1e-5 * Math.abs(numeric), architecture + " " + group);
      }
      assertTrue(
          gradients.values().stream().flatMapToDouble(Arrays::stream).filter(g -> g != 0).count()
              > 100);
    }
  }

  /** A network's loss as a function of its weights. */
  private static final class Evaluation {
    private final Session session;
    private final Weights weights;
    private final Weights.Reader reader;
    private final Node loss;
    private final Map<Node, Operand<TFloating>> gradients;
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final Map<String, Placeholder<TFloating>> fed = new LinkedHashMap<>();
    private final Map<String, Op> assign = new LinkedHashMap<>();
    private final Random random = new Random(3);

    Evaluation(Session session, GraphOps ops, Architecture architecture) {
      this.session = session;
      weights = new Weights(ops);
      reader = weights.reader(ops);
      long[] shape = {2, CROP.depth(), CROP.height(), CROP.width(), architecture.inputChannels()};
      double[] image = random.doubles(2 * 2 * CROP.voxels(), -1, 1).toArray();
      EdgeGatedNetwork.Outputs outputs =
          EdgeGatedNetwork.build(
              new Layers(ops, reader, ""),
              Node.constant(ops.constant(image, shape), shape),
              architecture);
      LossSettings settings = new LossSettings(1, 0.5, 0.1, 0.5, 0, 0, List.of(1.0, 1.0, 1.5));
      loss =
          TotalLoss.build(ops, architecture, settings, outputs, labels(ops), Optional.empty())
              .total();
      gradients = ReverseMode.gradients(ops, loss);
      weights
          .byName()
          .forEach(
              (name, weight) -> {
                var value =
                    ops.tf().placeholder(ops.type(), Placeholder.shape(Shape.of(weight.shape())));
                @SuppressWarnings("unchecked")
                var handle = (Operand<? extends TType>) weight.handle();
                fed.put(name, value);
                assign.put(name, ops.tf().assignVariableOp(handle, value));
                // offsets and biases must not be 0, where a ReLU has its kink
                double[] start = new double[weight.size()];
                float[] drawn = weight.draw(name, 7);
                for (int i = 0; i < start.length; i++) {
                  start[i] = drawn[i] + 0.1 * random.nextGaussian();
                }
                values.put(name, start);
              });
    }

    private Operand<TUint8> labels(GraphOps ops) {
      int[] codes = random.ints(2 * CROP.voxels(), 0, 3).toArray();
      return ops.tf()
          .dtypes
          .cast(
              ops.reshape(ops.tf().constant(codes), 2, CROP.depth(), CROP.height(), CROP.width()),
              TUint8.class);
    }

    double loss(Map<String, double[]> direction, double step) {
      assign(direction, step);
      return fetch(loss.value())[0];
    }

    Map<String, double[]> gradients() {
      assign(Map.of(), 0);
      Map<String, double[]> result = new LinkedHashMap<>();
      reader.nodes().forEach((name, node) -> result.put(name, fetch(gradients.get(node))));
      return result;
    }

    private void assign(Map<String, double[]> direction, double step) {
      Session.Runner runner = session.runner();
      List<Tensor> tensors = new ArrayList<>();
      values.forEach(
          (name, start) -> {
            double[] moved = start.clone();
            double[] d = direction.getOrDefault(name, new double[moved.length]);
            for (int i = 0; i < moved.length; i++) {
              moved[i] += step * d[i];
            }
            Shape shape = Shape.of(weights.byName().get(name).shape());
            TFloat64 tensor = TFloat64.tensorOf(shape, DataBuffers.of(moved));
            tensors.add(tensor);
            runner.feed(fed.get(name), tensor).addTarget(assign.get(name));
          });
      runner.run().close();
      tensors.forEach(Tensor::close);
    }

    private double[] fetch(Operand<TFloating> wanted) {
      try (Result result = session.runner().fetch(wanted).run()) {
        TFloat64 tensor = (TFloat64) result.get(0);
        double[] numbers = new double[(int) tensor.size()];
        tensor.asRawTensor().data().asDoubles().read(numbers);
        return numbers;
      }
    }
  }
}
