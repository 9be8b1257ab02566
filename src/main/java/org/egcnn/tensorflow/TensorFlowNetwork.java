/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.engine.PartGradient;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

/**
 * A network in one TensorFlow graph and session. The graph grows by a program whenever a new crop
 * size or batch count comes; all programs share the weights.
 */
final class TensorFlowNetwork implements Network {

  /**
   * What a program is built for.
   *
   * @param averaged whether a prediction uses the mean of the weights
   */
  private record Key(int count, Size size, boolean averaged) {}

  private final Architecture architecture;
  private final Optional<LossSettings> losses;
  private final Graph graph = new Graph();
  private final Session session;
  private final int devices;
  private final StepMemory memory;
  private final Programs programs;
  private final VariableStore variables;
  private final Weights weights;
  private final Adam adam = new Adam();
  private final WeightMean mean = new WeightMean();
  private final Map<Key, Programs.Predict> predictions = new HashMap<>();
  private final Map<Key, TrainingStep> steps = new HashMap<>();
  private final Map<Key, GradientProbe> probes = new HashMap<>();
  private long stepsTaken;

  /** The steps that have kept a mean of the weights, 0 if the last one kept none. */
  private long stepsAveraged;

  /**
   * Builds it.
   *
   * @param sessions opens the graph's session
   * @param spread where it computes
   */
  TensorFlowNetwork(
      Architecture architecture,
      Optional<LossSettings> losses,
      Function<Graph, Session> sessions,
      Spread spread,
      EngineOptions options) {
    this.architecture = architecture;
    this.losses = losses;
    session = sessions.apply(graph);
    GraphOps anywhere =
        new GraphOps(Ops.create(graph), TFloat32.class, convolutionType(options.precision()));
    List<GraphOps> placed =
        spread.devices().isEmpty()
            ? List.of(anywhere)
            : spread.devices().stream().map(anywhere::on).toList();
    devices = placed.size();
    weights = new Weights(placed.get(0));
    programs = new Programs(placed, anywhere.on(spread.processor()), weights, architecture);
    int side = architecture.step();
    Size smallest = new Size(side, side, side);
    // building the smallest prediction makes all weights known
    Key first = new Key(1, smallest, false);
    predictions.put(first, prediction(first));
    if (losses.isPresent()) {
      weights.byName().keySet().forEach(name -> adam.track(weights, name));
      mean.track(weights);
    }
    variables =
        new VariableStore(session, placed.get(0), weights.byName(), adam.slots(), mean.byWeight());
    memory =
        new StepMemory(
            architecture,
            variables.parameters(),
            spread.apart() ? devices : 1,
            options.recomputation());
  }

  private static Class<? extends TFloating> convolutionType(EngineOptions.Precision precision) {
    return switch (precision) {
      case FLOAT32 -> TFloat32.class;
      case BFLOAT16 -> TBfloat16.class;
    };
  }

  @Override
  public void initialise(long seed) {
    TensorFlowFailure.translated(
        () -> {
          variables.initialise(seed);
          return null;
        });
    stepsTaken = 0;
    stepsAveraged = 0;
  }

  @Override
  public Batch allocate(int count, Size size) {
    return new TensorBatch(count, size, architecture.inputChannels());
  }

  @Override
  public StepLosses step(Batch batch, StepSettings settings) {
    LossSettings loss = loss();
    TensorBatch tensors = (TensorBatch) batch;
    Key key = key(batch, false);
    long averaged = settings.averageDecay() > 0 ? stepsAveraged + 1 : 0;
    StepLosses result =
        TensorFlowFailure.translated(
            () -> {
              TrainingStep step =
                  steps.computeIfAbsent(
                      key,
                      k ->
                          programs.step(
                              k.count(),
                              k.size(),
                              loss,
                              adam,
                              mean,
                              memory.recomputes(k.count(), k.size())));
              return step.run(session, tensors, settings, stepsTaken + 1, Math.max(1, averaged));
            });
    stepsTaken++;
    stepsAveraged = averaged;
    return result;
  }

  private LossSettings loss() {
    return losses.orElseThrow(
        () -> new IllegalStateException("this network was created without a loss"));
  }

  @Override
  public List<PartGradient> gradients(Batch batch, StepSettings settings) {
    LossSettings loss = loss();
    Key key = key(batch, false);
    return TensorFlowFailure.translated(
        () ->
            probes
                .computeIfAbsent(
                    key,
                    k ->
                        programs.probe(
                            k.count(), k.size(), loss, memory.recomputes(k.count(), k.size())))
                .run(session, (TensorBatch) batch, settings, stepsTaken + 1));
  }

  @Override
  public Prediction predict(Batch batch) {
    return predict(batch, false);
  }

  @Override
  public Prediction predictWithGates(Batch batch) {
    if (architecture.gates() == 0) {
      throw new IllegalStateException("this network has no gates");
    }
    return predict(batch, true);
  }

  private Prediction predict(Batch batch, boolean gates) {
    Key key = key(batch, stepsAveraged > 0);
    return TensorFlowFailure.translated(
        () -> {
          Programs.Predict program = predictions.computeIfAbsent(key, this::prediction);
          Session.Runner runner =
              session
                  .runner()
                  .feed(program.image(), ((TensorBatch) batch).imageTensor())
                  .fetch(program.outputs().probabilities().value());
          program.edges().ifPresent(runner::fetch);
          if (gates) {
            runner.fetch(program.gates().orElseThrow());
          }
          return new TensorPrediction(runner.run());
        });
  }

  private Programs.Predict prediction(Key key) {
    GraphOps ops = programs.ops();
    return programs.predict(
        key.count(),
        key.size(),
        key.averaged() ? weights.reader(ops, mean.byWeight()) : weights.reader(ops));
  }

  @Override
  public Map<String, WeightTensor> weights() {
    return TensorFlowFailure.translated(
        () -> stepsAveraged > 0 ? variables.means() : variables.weights());
  }

  @Override
  public Map<String, WeightTensor> state() {
    Map<String, WeightTensor> state =
        TensorFlowFailure.translated(() -> variables.state(stepsAveraged > 0));
    state.put(VariableStore.STEP, number(stepsTaken));
    if (stepsAveraged > 0) {
      state.put(VariableStore.MEAN_STEP, number(stepsAveraged));
    }
    return state;
  }

  @Override
  public void restore(Map<String, WeightTensor> state) {
    TensorFlowFailure.translated(
        () -> {
          variables.restore(state);
          return null;
        });
    stepsTaken = number(state, VariableStore.STEP);
    stepsAveraged = losses.isPresent() ? number(state, VariableStore.MEAN_STEP) : 0;
  }

  private static WeightTensor number(long value) {
    return new WeightTensor(new long[0], new float[] {value});
  }

  private static long number(Map<String, WeightTensor> state, String name) {
    return state.containsKey(name) ? (long) state.get(name).values()[0] : 0;
  }

  @Override
  public int devices() {
    return devices;
  }

  @Override
  public long parameters() {
    return variables.parameters();
  }

  @Override
  public long estimateBytes(int count, Size size, boolean training) {
    return memory.bytes(count, size, training);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  private Key key(Batch batch, boolean averaged) {
    Size size = batch.size();
    if (!size.roundUp(architecture.step()).equals(size)) {
      throw new IllegalArgumentException(
          "the sides of " + size + " must be multiples of " + architecture.step());
    }
    return new Key(batch.count(), size, averaged);
  }
}
