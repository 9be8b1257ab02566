/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

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

  private final Architecture architecture;
  private final Optional<LossSettings> losses;
  private final Graph graph = new Graph();
  private final LazySession session;
  private final int devices;
  private final StepMemory memory;
  private final ProgramCache programs;
  private final VariableStore variables;
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
    session = new LazySession(() -> sessions.apply(graph));
    GraphOps anywhere =
        new GraphOps(Ops.create(graph), TFloat32.class, convolutionType(options.precision()));
    List<GraphOps> placed =
        spread.devices().isEmpty()
            ? List.of(anywhere)
            : spread.devices().stream().map(anywhere::on).toList();
    devices = placed.size();
    Weights weights = new Weights(placed.get(0));
    Adam adam = new Adam();
    WeightMean mean = new WeightMean();
    programs =
        new ProgramCache(
            new Programs(placed, anywhere.on(spread.processor()), weights, architecture),
            weights,
            losses,
            adam,
            mean);
    int side = architecture.step();
    Size smallest = new Size(side, side, side);
    // building the smallest prediction makes all weights known
    programs.prediction(1, smallest, false);
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
    TensorBatch tensors = (TensorBatch) batch;
    Size size = size(batch);
    long averaged = settings.averageDecay() > 0 ? stepsAveraged + 1 : 0;
    StepLosses result =
        TensorFlowFailure.translated(
            () -> {
              TrainingStep step = programs.step(batch.count(), size, memory);
              return step.run(
                  session.get(), tensors, settings, stepsTaken + 1, Math.max(1, averaged));
            });
    stepsTaken++;
    stepsAveraged = averaged;
    return result;
  }

  @Override
  public List<PartGradient> gradients(Batch batch, StepSettings settings) {
    Size size = size(batch);
    return TensorFlowFailure.translated(
        () ->
            programs
                .probe(batch.count(), size, memory)
                .run(session.get(), (TensorBatch) batch, settings, stepsTaken + 1));
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
    Size size = size(batch);
    return TensorFlowFailure.translated(
        () -> {
          Programs.Predict program = programs.prediction(batch.count(), size, stepsAveraged > 0);
          Session.Runner runner =
              session
                  .get()
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

  private Size size(Batch batch) {
    Size size = batch.size();
    if (!size.roundUp(architecture.step()).equals(size)) {
      throw new IllegalArgumentException(
          "the sides of " + size + " must be multiples of " + architecture.step());
    }
    return size;
  }
}
