/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A training by two real processes on loopback; {@link ClusterRunTest} has more. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only there can ports be closed to strangers")
@Timeout(600)
class ClusterTrainingTest {
  @TempDir Path folder;

  @Test
  void twoProcessesLearnLikeOneAlsoIfOneDiesAndIsReplaced() throws Exception {
    Path data = TinyJob.data(folder.resolve("data"));
    Path two = folder.resolve("two");
    try (TinyCluster cluster = TinyCluster.start(data, two, 2, "--checkpoint-seconds=0")) {
      cluster.chief.awaitLine("Epoch 1: ");
      cluster.workers.get(0).signal("-KILL");
      assertEquals(1, cluster.chief.exitCode(), cluster.chief.text());
      String text = cluster.chief.text();
      assertTrue(
          text.matches("(?s).*eg-cnn: Worker 127.0.0.1:\\d+ \\(task 1\\) was lost: .*--resume.*"),
          text);
    }
    try (TinyCluster cluster = TinyCluster.start(data, two, 2, "--resume")) {
      cluster.finish();
      assertTrue(cluster.chief.text().contains("Going on with"), cluster.chief.text());
      assertTrue(cluster.workers.get(0).text().contains("(task 1) computes for"));
    }
    Path one = folder.resolve("one");
    TinyCluster.alone(data, one, 2);
    TinyCluster.assertSameCurve(one, two);
  }
}
