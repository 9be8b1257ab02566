/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

class BatchQueueTest {
  private static final Size CROP = new Size(4, 4, 8);
  private static final TrainingSettings SETTINGS =
      TrainingSettings.builder(CROP).batch(2).augmentation(AugmentationSettings.strong()).build();

  private static List<PreparedCase> cases(VoxelStorage lastStorage) {
    List<PreparedCase> cases = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      PreparedCase c = SyntheticCases.prepared(SyntheticCases.boxes(i, 14, 12, 10));
      VoxelStorage storage = i == 4 && lastStorage != null ? lastStorage : c.storage();
      cases.add(
          new PreparedCase(
              "case" + i,
              c.width(),
              c.height(),
              c.depth(),
              c.channels(),
              c.padding(),
              c.spacing(),
              c.deviation(),
              c.content(),
              c.foreground(),
              storage));
    }
    return cases;
  }

  private static BatchQueue queue(
      FakeNetwork network, List<PreparedCase> cases, long first, int n) {
    return new BatchQueue(network, new BatchFiller(cases, SETTINGS), 2, CROP, first, 12, n);
  }

  private static List<String> contents(long first, int threads) throws Exception {
    FakeNetwork network = new FakeNetwork(1, 3);
    List<String> contents = new ArrayList<>();
    try (BatchQueue queue = queue(network, cases(null), first, threads)) {
      for (long step = first; step < 12; step++) {
        BatchQueue.Filled filled = queue.take();
        FloatBuffer images = filled.batch().images();
        float[] copy = new float[images.capacity()];
        images.get(0, copy);
        contents.add(filled.cases() + " " + java.util.Arrays.hashCode(copy));
        queue.giveBack(filled);
      }
    }
    assertEquals(0, network.openBatches.get());
    return contents;
  }

  @Test
  void handsOutTheSameBatchesInOrderWithAnyNumberOfThreads() throws Exception {
    List<String> one = contents(0, 1);
    assertEquals(12, one.stream().distinct().count());
    assertEquals(one, contents(0, 4));
  }

  @Test
  void startsInTheMiddleAsIfItHadRun() throws Exception {
    assertEquals(contents(0, 1).subList(7, 12), contents(7, 2));
  }

  @Test
  void namesTheCaseThatCannotBeReadAndCloses() throws Exception {
    VoxelStorage broken =
        new VoxelStorage() {
          @Override
          public void append(float[] images, byte[] codes) {}

          @Override
          public void readImages(int z, int from, int count, float[] target, int offset)
              throws IOException {
            throw new IOException("disk gone");
          }

          @Override
          public void readCodes(int z, int from, int count, byte[] target, int offset) {}

          @Override
          public void close() {}
        };
    FakeNetwork network = new FakeNetwork(1, 3);
    try (BatchQueue queue = queue(network, cases(broken), 0, 2)) {
      IOException e =
          assertThrows(
              IOException.class,
              () -> {
                while (true) {
                  queue.giveBack(queue.take());
                }
              });
      assertTrue(e.getMessage().contains("case4"), e.getMessage());
      assertTrue(e.getMessage().contains("disk gone"), e.getMessage());
    }
    assertEquals(0, network.openBatches.get());
    assertFalse(hasCropThreads());
  }

  @Test
  void closingEarlyLeavesNoThreadAndNoBatch() throws InterruptedException {
    FakeNetwork network = new FakeNetwork(1, 3);
    queue(network, cases(null), 0, 3).close();
    assertEquals(0, network.openBatches.get());
    assertFalse(hasCropThreads());
  }

  /** Whether a crop thread outlives its queue; one that is just ending is given time to do so. */
  static boolean hasCropThreads() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("EG-CNN crops")) {
        thread.join(10_000);
        if (thread.isAlive()) {
          return true;
        }
      }
    }
    return false;
  }
}
