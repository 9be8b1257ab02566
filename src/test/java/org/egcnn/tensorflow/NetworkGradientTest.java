/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TType;

/**
 * The gradient of the whole loss of a tiny network by its weights against central differences along
 * random directions, each of which mixes all weights of one layer, or of all layers. In float64;
 * only U-Net, since TensorFlow has no max-pooling in float64, in float32: there the loss is known
 * to about 1e-7, the step is 3e-4 of a unit direction, so that a difference is good to about 3e-4.
 */
class NetworkGradientTest {
  private static final Size CROP = new Size(8, 8, 12);

  @ParameterizedTest
  @CsvSource({
    "SEG_NET,true,true", "SEG_NET,false,true", "U_NET,true,true", "U_NET,false,true",
    "V_NET,true,true", "V_NET,false,true", "SEG_NET,true,false", "U_NET,true,false"
  })
  void wholeLoss(Backbone backbone, boolean edgeStream, boolean exclusive) {
    Optional<EdgeStream> stream =
        edgeStream ? Optional.of(new EdgeStream(EdgeStream.Fusion.PLAIN, true)) : Optional.empty();
    check(new Architecture(backbone, 2, 2, exclusive, 2, 3, 3, stream), false);
  }

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void withMapsComputedAgain(Backbone backbone) {
    Optional<EdgeStream> stream = Optional.of(new EdgeStream(EdgeStream.Fusion.PLAIN, true));
    check(new Architecture(backbone, 2, 2, true, 2, 3, 3, stream), true);
  }

  @ParameterizedTest
  @CsvSource({"ZERO_START,true", "CONVOLVED,true", "PLAIN,false"})
  void variantsOfTheStream(EdgeStream.Fusion fusion, boolean gated) {
    Optional<EdgeStream> stream = Optional.of(new EdgeStream(fusion, gated));
    check(new Architecture(Backbone.SEG_NET, 2, 2, true, 2, 3, 3, stream), false);
  }

  @Test
  void narrowStream() {
    Optional<EdgeStream> stream = Optional.of(new EdgeStream(EdgeStream.Fusion.PLAIN, true, 2));
    check(new Architecture(Backbone.SEG_NET, 2, 2, true, 4, 3, 3, stream), false);
  }

  @Test
  void plainAttention() {
    EdgeStream stream =
        new EdgeStream(
            EdgeStream.Fusion.PLAIN, true, 0, EdgeStream.Stop.NONE, EdgeStream.Attention.PLAIN);
    check(new Architecture(Backbone.SEG_NET, 2, 2, true, 2, 3, 3, Optional.of(stream)), false);
  }

  private static void check(Architecture architecture, boolean recompute) {
    boolean single = architecture.backbone() == Backbone.U_NET;
    double step = single ? 3e-4 : 1e-6;
    double relative = single ? 2e-2 : 1e-5;
    double absolute = single ? 1e-3 : 1e-7;
    try (Graph graph = new Graph();
        Session session = new Session(graph, false)) {
      GraphOps ops = new GraphOps(Ops.create(graph), single ? TFloat32.class : TFloat64.class);
      Evaluation evaluation = new Evaluation(session, ops, architecture, recompute);
      Map<String, double[]> gradients = evaluation.gradients();
      List<List<String>> groups = new ArrayList<>();
      gradients.keySet().forEach(name -> groups.add(List.of(name)));
      groups.add(List.copyOf(gradients.keySet()));
      Random random = new Random(5);
      for (List<String> group : groups) {
        Map<String, double[]> direction = direction(group, gradients, random);
        double analytic = 0;
        for (String name : group) {
          for (int i = 0; i < gradients.get(name).length; i++) {
            analytic += direction.get(name)[i] * gradients.get(name)[i];
          }
        }
        double numeric =
            (evaluation.loss(direction, step) - evaluation.loss(direction, -step)) / (2 * step);
        assertTrue(analytic > (group.size() > 1 ? 0.02 : 0), group + " has no gradient");
        assertEquals(numeric, analytic, absolute + relative * analytic, architecture + " " + group);
      }
    }
  }

  /** A random unit direction in which every weight moves so that the loss grows. */
  private static Map<String, double[]> direction(
      List<String> group, Map<String, double[]> gradients, Random random) {
    Map<String, double[]> direction = new LinkedHashMap<>();
    double square = 0;
    for (String name : group) {
      double[] gradient = gradients.get(name);
      double[] d = new double[gradient.length];
      for (int i = 0; i < d.length; i++) {
        d[i] = random.nextDouble() * Math.signum(gradient[i]);
        square += d[i] * d[i];
      }
      direction.put(name, d);
    }
    double length = Math.sqrt(square);
    direction.values().forEach(d -> Arrays.setAll(d, i -> d[i] / length));
    return direction;
  }

  /** A network's loss as a function of its weights. */
  private static final class Evaluation {
    private final Session session;
    private final boolean single;
    private final Weights weights;
    private final Weights.Reader reader;
    private final Node loss;
    private final Map<Node, Operand<TFloating>> gradients;
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final Map<String, Placeholder<TFloating>> fed = new LinkedHashMap<>();
    private final Map<String, Op> assign = new LinkedHashMap<>();
    private final Random random = new Random(3);

    Evaluation(Session session, GraphOps ops, Architecture architecture, boolean recompute) {
      this.session = session;
      single = ops.type().equals(TFloat32.class);
      weights = new Weights(ops);
      reader = weights.reader(ops);
      long[] shape = {2, CROP.depth(), CROP.height(), CROP.width(), architecture.inputChannels()};
      double[] image = random.doubles(2 * 2 * CROP.voxels(), -1, 1).toArray();
      EdgeGatedNetwork.Outputs outputs =
          EdgeGatedNetwork.build(
              new Layers(ops, reader, "", recompute),
              Node.constant(ops.constant(image, shape), shape),
              architecture);
      Reference reference = Reference.of(ops, architecture, labels(ops), outputs.logits().shape());
      TotalLoss.Part part = new TotalLoss.Part(ops, outputs, reference, Optional.empty());
      LossSettings settings =
          new LossSettings(0.5, 1, 0.5, 0.1, 0.5, 0, true, 0, List.of(1.0, 1.0, 1.5));
      loss = TotalLoss.build(ops, architecture, settings, List.of(part), ops.constant(0.8)).total();
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
      return fetch(List.of(loss.value())).get(0)[0];
    }

    Map<String, double[]> gradients() {
      assign(Map.of(), 0);
      Map<String, double[]> result = new LinkedHashMap<>();
      List<Node> nodes = List.copyOf(reader.nodes().values());
      List<double[]> fetched = fetch(nodes.stream().map(gradients::get).toList());
      int i = 0;
      for (String name : reader.nodes().keySet()) {
        result.put(name, fetched.get(i++));
      }
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
            Tensor tensor = tensor(shape, moved);
            tensors.add(tensor);
            runner.feed(fed.get(name), tensor).addTarget(assign.get(name));
          });
      runner.run().close();
      tensors.forEach(Tensor::close);
    }

    private Tensor tensor(Shape shape, double[] numbers) {
      if (!single) {
        return TFloat64.tensorOf(shape, DataBuffers.of(numbers));
      }
      float[] narrow = new float[numbers.length];
      for (int i = 0; i < narrow.length; i++) {
        narrow[i] = (float) numbers[i];
      }
      return TFloat32.tensorOf(shape, DataBuffers.of(narrow));
    }

    /** The values of tensors at the assigned weights, from one run. */
    private List<double[]> fetch(List<Operand<TFloating>> wanted) {
      Session.Runner runner = session.runner();
      wanted.forEach(runner::fetch);
      List<double[]> fetched = new ArrayList<>();
      try (Result result = runner.run()) {
        for (int k = 0; k < result.size(); k++) {
          ByteBuffer bytes = TensorMemory.bytes(result.get(k));
          double[] numbers = new double[bytes.remaining() / (single ? 4 : 8)];
          Arrays.setAll(numbers, i -> single ? bytes.getFloat(4 * i) : bytes.getDouble(8 * i));
          fetched.add(numbers);
        }
      }
      return fetched;
    }
  }
}
