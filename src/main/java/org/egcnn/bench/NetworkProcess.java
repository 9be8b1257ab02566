/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.LossSettings;

/**
 * A process that runs one network whenever it is told to. Each line on standard input is a request,
 * each answer a line that starts with {@link Child#ANSWER}:
 *
 * <ul>
 *   <li>{@code estimate}: the bytes that the network is expected to need;
 *   <li>{@code run}: one step or prediction, answered by its seconds;
 *   <li>{@code peak}: the process's peak of resident bytes, or 0 if the system does not tell;
 *   <li>{@code export FOLDER}: writes weights, an input and the network's answer, for comparisons.
 * </ul>
 *
 * It ends with its input.
 */
final class NetworkProcess implements AutoCloseable {
  private static final double LEARNING_RATE = 1e-4;

  private final NetworkCase work;
  private final Network network;
  private Optional<Batch> batch = Optional.empty();
  private long steps;

  private NetworkProcess(NetworkCase work, int threads) {
    this.work = work;
    network =
        EngineLoader.load()
            .create(
                work.architecture(),
                work.training() ? Optional.of(LossSettings.standard()) : Optional.empty(),
                work.options(threads));
  }

  /** Arguments: the number of threads, then the words of a {@link NetworkCase}. */
  public static void main(String[] arguments) throws IOException {
    List<String> words = Arrays.asList(arguments);
    NetworkCase work = NetworkCase.parse(words.subList(1, words.size()));
    try (NetworkProcess process = new NetworkProcess(work, Integer.parseInt(words.get(0)))) {
      Child.answer(process::answer);
    }
  }

  private String answer(String request) throws IOException {
    String[] words = request.split(" ", 2);
    return switch (words[0]) {
      case "estimate" ->
          Long.toString(network.estimateBytes(work.batch(), work.crop(), work.training()));
      case "run" -> Double.toString(run());
      case "peak" -> Long.toString(ResidentMemory.peak());
      case "export" -> {
        prepare();
        yield ExchangeFiles.write(Path.of(words[1]), network, work.architecture());
      }
      default -> throw new IllegalArgumentException("unknown request " + request);
    };
  }

  private double run() {
    Batch crops = prepare();
    long start = System.nanoTime();
    if (work.training()) {
      network.step(crops, new StepSettings(LEARNING_RATE, 0, ++steps));
    } else {
      network.predict(crops).close();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private Batch prepare() {
    if (batch.isEmpty()) {
      network.initialise(1);
      Batch crops = network.allocate(work.batch(), work.crop());
      SyntheticCrops.fill(crops);
      batch = Optional.of(crops);
    }
    return batch.get();
  }

  @Override
  public void close() {
    batch.ifPresent(Batch::close);
    network.close();
  }
}
