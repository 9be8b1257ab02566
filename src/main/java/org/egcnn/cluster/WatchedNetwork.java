/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineMemoryException;
import org.egcnn.engine.Network;
import org.egcnn.engine.PartGradient;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;

/**
 * A network whose calls end when a process that computes for it is lost: the engine itself waits
 * for ever for one that hangs. After that the network cannot be used, and what still runs in it is
 * left to the end of the process.
 */
final class WatchedNetwork implements Network {
  /** An engine's failure may come a moment before the news of the lost process. */
  private static final Duration NEWS = Duration.ofSeconds(5);

  private static final long LOOK_MILLIS = 100;

  private final Network network;
  private final Supplier<Optional<String>> trouble;
  private final ExecutorService thread;
  private boolean broken;

  private WatchedNetwork(
      ExecutorService thread, Network network, Supplier<Optional<String>> trouble) {
    this.thread = thread;
    this.network = network;
    this.trouble = trouble;
  }

  /**
   * Creates a network and watches it.
   *
   * @param creation creates it
   * @param trouble which process was lost and why, if any
   * @throws ClusterException if one was lost meanwhile
   */
  static WatchedNetwork create(Supplier<Network> creation, Supplier<Optional<String>> trouble) {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread computing = new Thread(task, "EG-CNN steps");
              computing.setDaemon(true);
              return computing;
            });
    WatchedNetwork waiting = new WatchedNetwork(thread, null, trouble);
    return new WatchedNetwork(thread, waiting.call(creation::get), trouble);
  }

  private <T> T call(Supplier<T> action) {
    if (broken || trouble.get().isPresent()) {
      throw lost(null);
    }
    Future<T> result = thread.submit(action::get);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (trouble.get().isPresent()) {
            throw lost(null);
          }
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw failure(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private RuntimeException failure(Throwable cause) {
    if (!(cause instanceof EngineMemoryException)) {
      long start = System.nanoTime();
      while (trouble.get().isEmpty() && System.nanoTime() - start < NEWS.toNanos()) {
        try {
          Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
      }
      if (trouble.get().isPresent()) {
        return lost(cause);
      }
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }

  private ClusterException lost(Throwable cause) {
    broken = true;
    return new ClusterException(
        trouble.get().orElse("A process of the cluster was lost")
            + ". The training stopped: go on from its last checkpoint by --resume, with fewer or"
            + " other workers",
        cause);
  }

  @Override
  public void initialise(long seed) {
    call(
        () -> {
          network.initialise(seed);
          return null;
        });
  }

  @Override
  public Batch allocate(int count, Size size) {
    return network.allocate(count, size);
  }

  @Override
  public StepLosses step(Batch batch, StepSettings settings) {
    return call(() -> network.step(batch, settings));
  }

  @Override
  public Prediction predict(Batch batch) {
    return call(() -> network.predict(batch));
  }

  @Override
  public Prediction predictWithGates(Batch batch) {
    return call(() -> network.predictWithGates(batch));
  }

  @Override
  public List<PartGradient> gradients(Batch batch, StepSettings settings) {
    return call(() -> network.gradients(batch, settings));
  }

  @Override
  public Map<String, WeightTensor> weights() {
    return call(network::weights);
  }

  @Override
  public Map<String, WeightTensor> state() {
    return call(network::state);
  }

  @Override
  public void restore(Map<String, WeightTensor> state) {
    call(
        () -> {
          network.restore(state);
          return null;
        });
  }

  @Override
  public int devices() {
    return network.devices();
  }

  @Override
  public long parameters() {
    return network.parameters();
  }

  @Override
  public long estimateBytes(int count, Size size, boolean training) {
    return network.estimateBytes(count, size, training);
  }

  @Override
  public void close() {
    try {
      call(
          () -> {
            network.close();
            return null;
          });
    } catch (ClusterException e) {
      // what it holds ends with the process
    }
    thread.shutdown();
  }
}
