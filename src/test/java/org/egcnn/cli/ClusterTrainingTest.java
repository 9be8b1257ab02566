/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Trainings by two real processes on loopback. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only there can ports be closed to strangers")
@Timeout(180)
class ClusterTrainingTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path data;
  private static Path alone;

  @BeforeAll
  static void train() {
    data = TinyJob.data(shared.resolve("data"));
    alone = shared.resolve("alone");
    TinyCluster.alone(data, alone, 2);
  }

  @Test
  void twoProcessesLearnLikeOne() throws Exception {
    Path model = folder.resolve("two");
    try (TinyCluster cluster = TinyCluster.start(data, model, 2)) {
      cluster.finish();
      assertTrue(cluster.workers.get(0).text().contains("(task 1) computes for"));
    }
    TinyCluster.assertSameCurve(alone, model);
  }

  @Test
  void aDeadWorkerIsNamedAndTheTrainingGoesOnWithoutIt() throws Exception {
    Path model = folder.resolve("dead");
    try (TinyCluster cluster = TinyCluster.start(data, model, 2, "--checkpoint-seconds=0")) {
      cluster.chief.awaitLine("Epoch 1: ");
      cluster.workers.get(0).signal("-KILL");
      assertEquals(1, cluster.chief.exitCode(), cluster.chief.text());
      assertTrue(
          cluster
              .chief
              .text()
              .matches("(?s).*eg-cnn: Worker 127.0.0.1:\\d+ \\(task 1\\) was lost: .*--resume.*"),
          cluster.chief.text());
    }
    CliRun resumed = TinyCluster.alone(data, model, 2, "--resume");
    assertTrue(resumed.err().contains("Going on with"), resumed.err());
    TinyCluster.assertSameCurve(alone, model);
  }
}
