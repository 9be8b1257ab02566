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
import java.util.function.Supplier;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.EngineMemoryException;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.MachineMemory;
import org.egcnn.engine.Network;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

/**
 * A network in one TensorFlow graph and session. The graph grows by a program whenever a new crop
 * size or batch count comes; all programs share the weights.
 */
final class TensorFlowNetwork implements Network {

  /** What a program is built for. */
  private record Key(int count, Size size) {}

  private final Architecture architecture;
  private final Optional<LossSettings> losses;
  private final Graph graph = new Graph();
  private final Session session;
  private final int devices;
  private final int machines;
  private final EngineOptions.Recomputation recomputation;
  private final Programs programs;
  private final VariableStore variables;
  private final Adam adam = new Adam();
  private final Map<Key, Programs.Predict> predictions = new HashMap<>();
  private final Map<Key, TrainingStep> steps = new HashMap<>();
  private long stepsTaken;

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
    recomputation = options.recomputation();
    session = sessions.apply(graph);
    GraphOps anywhere =
        new GraphOps(Ops.create(graph), TFloat32.class, convolutionType(options.precision()));
    List<GraphOps> placed =
        spread.devices().isEmpty()
            ? List.of(anywhere)
            : spread.devices().stream().map(anywhere::on).toList();
    devices = placed.size();
    machines = spread.apart() ? devices : 1;
    Weights weights = new Weights(placed.get(0));
    programs = new Programs(placed, anywhere.on(spread.processor()), weights, architecture);
    int side = architecture.step();
    Size smallest = new Size(side, side, side);
    // building the smallest prediction makes all weights known
    predictions.put(new Key(1, smallest), programs.predict(1, smallest));
    if (losses.isPresent()) {
      weights.byName().keySet().forEach(name -> adam.track(weights, name));
    }
    variables = new VariableStore(session, placed.get(0), weights.byName(), adam.slots());
  }

  private static Class<? extends TFloating> convolutionType(EngineOptions.Precision precision) {
    return switch (precision) {
      case FLOAT32 -> TFloat32.class;
      case BFLOAT16 -> TBfloat16.class;
    };
  }

  @Override
  public void initialise(long seed) {
    guarded(
        () -> {
          variables.initialise(seed);
          return null;
        });
    stepsTaken = 0;
  }

  @Override
  public Batch allocate(int count, Size size) {
    return new TensorBatch(count, size, architecture.inputChannels());
  }

  @Override
  public StepLosses step(Batch batch, StepSettings settings) {
    LossSettings loss =
        losses.orElseThrow(
            () -> new IllegalStateException("this network was created without a loss"));
    TensorBatch tensors = (TensorBatch) batch;
    Key key = key(batch);
    StepLosses result =
        guarded(
            () -> {
              TrainingStep step =
                  steps.computeIfAbsent(
                      key,
                      k ->
                          programs.step(
                              k.count(), k.size(), loss, adam, recomputes(k.count(), k.size())));
              return step.run(session, tensors, settings, stepsTaken + 1);
            });
    stepsTaken++;
    return result;
  }

  @Override
  public Prediction predict(Batch batch) {
    Key key = key(batch);
    return guarded(
        () -> {
          Programs.Predict program =
              predictions.computeIfAbsent(key, k -> programs.predict(k.count(), k.size()));
          Session.Runner runner =
              session
                  .runner()
                  .feed(program.image(), ((TensorBatch) batch).imageTensor())
                  .fetch(program.outputs().probabilities().value());
          program.edges().ifPresent(runner::fetch);
          return new TensorPrediction(runner.run());
        });
  }

  @Override
  public Map<String, WeightTensor> weights() {
    return guarded(() -> variables.read(false));
  }

  @Override
  public Map<String, WeightTensor> state() {
    Map<String, WeightTensor> state = guarded(() -> variables.read(true));
    state.put(VariableStore.STEP, new WeightTensor(new long[0], new float[] {stepsTaken}));
    return state;
  }

  @Override
  public void restore(Map<String, WeightTensor> state) {
    guarded(
        () -> {
          variables.restore(state);
          return null;
        });
    WeightTensor step = state.get(VariableStore.STEP);
    stepsTaken = step == null ? 0 : (long) step.values()[0];
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
    MemoryEstimate.Kind kind =
        !training
            ? MemoryEstimate.Kind.PREDICTION
            : recomputes(count, size)
                ? MemoryEstimate.Kind.RECOMPUTING_STEP
                : MemoryEstimate.Kind.STEP;
    return MemoryEstimate.bytes(
        architecture, parameters(), training ? share(count) : count, size, kind);
  }

  /** The most crops of a step that one machine gets. */
  private int share(int count) {
    return (count + machines - 1) / machines;
  }

  private boolean recomputes(int count, Size size) {
    return switch (recomputation) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        long memory = MachineMemory.forEngine();
        yield memory > 0
            && MemoryEstimate.bytes(
                    architecture, parameters(), share(count), size, MemoryEstimate.Kind.STEP)
                > memory;
      }
    };
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  private Key key(Batch batch) {
    Size size = batch.size();
    if (!size.roundUp(architecture.step()).equals(size)) {
      throw new IllegalArgumentException(
          "the sides of " + size + " must be multiples of " + architecture.step());
    }
    return new Key(batch.count(), size);
  }

  /** Translates TensorFlow's exceptions, which have no common ancestor, into the engine's. */
  private static <T> T guarded(Supplier<T> action) {
    try {
      return action.get();
    } catch (TFResourceExhaustedException | OutOfMemoryError e) {
      throw new EngineMemoryException("there is not enough memory for this crop", e);
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw new EngineException("TensorFlow failed: " + e.getMessage(), e);
    }
  }
}
