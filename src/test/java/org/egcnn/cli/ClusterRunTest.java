/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What takes longer or more processes: four of them, and all ways in which one can go. */
@Tag("cluster")
@Timeout(900)
class ClusterRunTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path data;

  @BeforeAll
  static void write() {
    data = TinyJob.data(shared.resolve("data"));
  }

  @Test
  void fourProcessesLearnLikeOne() throws Exception {
    Path one = folder.resolve("one");
    TinyCluster.alone(data, one, 4);
    Path four = folder.resolve("four");
    try (TinyCluster cluster = TinyCluster.start(data, four, 4)) {
      cluster.finish();
    }
    TinyCluster.assertSameCurve(one, four);
  }

  @Test
  void aWorkerThatHangsIsNamedAndOthersGoOn() throws Exception {
    Path model = folder.resolve("hung");
    try (TinyCluster cluster = TinyCluster.start(data, model, 4, "--checkpoint-seconds=0")) {
      cluster.chief.awaitLine("Epoch 1: ");
      cluster.workers.get(1).signal("-STOP");
      long start = System.nanoTime();
      assertEquals(1, cluster.chief.exitCode(), cluster.chief.text());
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("a hung worker was reported after %.1f s%n", seconds);
      assertTrue(seconds < 30, "it took " + seconds + " s");
      String text = cluster.chief.text();
      assertTrue(text.matches("(?s).*eg-cnn: Worker \\S+ \\(task 2\\) was lost: nothing.*"), text);
      assertEquals(1, cluster.workers.get(0).exitCode());
      assertEquals(1, cluster.workers.get(2).exitCode());
      assertTrue(cluster.workers.get(0).text().contains("eg-cnn: The chief failed"));
    }
    Path one = folder.resolve("one");
    TinyCluster.alone(data, one, 4);
    // fewer processes than before, with two crops each
    try (TinyCluster cluster = TinyCluster.start(data, model, 2, "--resume")) {
      cluster.finish();
    }
    TinyCluster.assertSameCurve(one, model);
  }

  @Test
  void aWorkerWithoutItsChiefEnds() throws Exception {
    try (TinyCluster cluster = TinyCluster.start(data, folder.resolve("m"), 2)) {
      cluster.chief.awaitLine("Epoch 1: ");
      cluster.chief.signal("-KILL");
      ProgramRun worker = cluster.workers.get(0);
      assertEquals(1, worker.exitCode(), worker.text());
      assertTrue(worker.text().contains("eg-cnn: The chief 127.0.0.1"), worker.text());
    }
  }

  @Test
  void stoppingAWorkerStopsAll() throws Exception {
    stopsAll(cluster -> cluster.workers.get(0));
  }

  @Test
  void stoppingTheChiefStopsAll() throws Exception {
    stopsAll(cluster -> cluster.chief);
  }

  private interface Choice {
    ProgramRun of(TinyCluster cluster);
  }

  private void stopsAll(Choice asked) throws Exception {
    try (TinyCluster cluster = TinyCluster.start(data, folder.resolve("m"), 2, "--epochs=90000")) {
      cluster.chief.awaitLine("Epoch 1: ");
      asked.of(cluster).signal("-TERM");
      assertEquals(130, cluster.chief.exitCode(), cluster.chief.text());
      ProgramRun worker = cluster.workers.get(0);
      assertEquals(130, worker.exitCode(), worker.text());
    }
  }
}
