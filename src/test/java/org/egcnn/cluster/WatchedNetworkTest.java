/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.EngineMemoryException;
import org.egcnn.engine.Network;
import org.egcnn.engine.PartGradient;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchedNetworkTest {
  private static final StepLosses LOSSES = new StepLosses(1, 2, 3, 4, 5);
  private static final String TROUBLE = "Worker node2:5 (task 1) was lost: its process ended";

  private final AtomicReference<String> trouble = new AtomicReference<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A network whose steps do what a test says. */
  private final class Steps implements Network {
    private final Runnable before;

    Steps(Runnable before) {
      this.before = before;
    }

    @Override
    public StepLosses step(Batch batch, StepSettings settings) {
      before.run();
      return LOSSES;
    }

    @Override
    public void initialise(long seed) {}

    @Override
    public Batch allocate(int count, Size size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Prediction predict(Batch batch) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Prediction predictWithGates(Batch batch) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<PartGradient> gradients(Batch batch, StepSettings settings) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, WeightTensor> weights() {
      return Map.of();
    }

    @Override
    public Map<String, WeightTensor> state() {
      return Map.of();
    }

    @Override
    public void restore(Map<String, WeightTensor> state) {}

    @Override
    public long parameters() {
      return 7;
    }

    @Override
    public long estimateBytes(int count, Size size, boolean training) {
      return 8;
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }

  private WatchedNetwork watched(Runnable before) {
    return WatchedNetwork.create(() -> new Steps(before), () -> Optional.ofNullable(trouble.get()));
  }

  private static StepLosses step(Network network) {
    return network.step(null, new StepSettings(1, 0, 0));
  }

  @Test
  void passesOn() {
    try (WatchedNetwork network = watched(() -> {})) {
      network.initialise(1);
      assertEquals(LOSSES, step(network));
      assertEquals(7, network.parameters());
      assertEquals(8, network.estimateBytes(1, new Size(1, 1, 1), true));
    }
    assertTrue(closed.get());
  }

  @Test
  void aStepThatHangsEndsWithTheLostWorker() {
    CountDownLatch never = new CountDownLatch(1);
    WatchedNetwork network =
        watched(
            () -> {
              trouble.set(TROUBLE);
              try {
                never.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    ClusterException e = assertThrows(ClusterException.class, () -> step(network));
    assertTrue(e.getMessage().startsWith(TROUBLE + ". The training stopped"), e.getMessage());
    assertThrows(ClusterException.class, network::state);
    network.close();
    assertTrue(!closed.get(), "it waits for the step that hangs");
    never.countDown();
  }

  @Test
  void aStepThatFailsIsExplainedByTheLostWorker() {
    EngineException unavailable = new EngineException("UNAVAILABLE", null);
    WatchedNetwork network =
        watched(
            () -> {
              new Thread(
                      () -> {
                        try {
                          Thread.sleep(300);
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                        trouble.set(TROUBLE);
                      })
                  .start();
              throw unavailable;
            });
    ClusterException e = assertThrows(ClusterException.class, () -> step(network));
    assertTrue(e.getMessage().startsWith(TROUBLE), e.getMessage());
    assertSame(unavailable, e.getCause());
  }

  /** One that was lost while the chief read its data. */
  @Test
  void nothingIsBegunWithoutTheLostWorker() {
    WatchedNetwork network = watched(() -> {});
    trouble.set(TROUBLE);
    assertThrows(ClusterException.class, () -> network.initialise(1));
    network.close();
  }

  @Test
  void otherFailuresAreItsOwn() {
    EngineMemoryException memory = new EngineMemoryException("too large", null);
    try (WatchedNetwork network =
        watched(
            () -> {
              throw memory;
            })) {
      assertSame(memory, assertThrows(EngineMemoryException.class, () -> step(network)));
    }
    assertTrue(closed.get());
  }
}
