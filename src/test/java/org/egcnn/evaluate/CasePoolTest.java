/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.junit.jupiter.api.Test;

class CasePoolTest {
  private static final long MIB = 1 << 20;

  /** A million voxels: 24 MiB with the judged pair, 32 MiB with two masks more. */
  private static final Grid GRID = new Grid(1 << 10, 1 << 10, 1, Affine.scaling(1, 1, 1));

  /** How many of two cases are worked on at the same time. */
  private static int together(long memory, int furtherMasks) throws Exception {
    CasePair pair = new CasePair(new Reference("a", Path.of("a"), List.of()), Path.of("a"));
    CountDownLatch second = new CountDownLatch(2);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    CasePool.Work<Boolean> work =
        one -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          second.countDown();
          try {
            // the first waits for the other to begin, in vain if that has to wait for it
            return second.await(300, TimeUnit.MILLISECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          } finally {
            now.decrementAndGet();
          }
        };
    new CasePool(2, memory)
        .run(
            Collections.nCopies(2, pair),
            Collections.nCopies(2, GRID),
            furtherMasks,
            work,
            "Waiting",
            TaskListener.SILENT);
    return most.get();
  }

  @Test
  void countsTheMasksThatAreDrawnBesideTheJudgedOnes() throws Exception {
    assertEquals(2, together(50 * MIB, 0));
    assertEquals(1, together(50 * MIB, 2));
    assertEquals(2, together(66 * MIB, 2));
  }

  @Test
  void worksOnACaseThatIsTooLargeAlone() throws Exception {
    assertEquals(1, together(MIB, 0));
  }
}
