/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs on a disk that is full. */
class FullDiskTest {
  @TempDir Path folder;

  private SmallDisk mounted;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    mounted = SmallDisk.mount(folder.resolve("disk"), "32k");
    disk = mounted.path();
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted != null) {
      mounted.close();
    }
  }

  @Test
  void examplesThatDoNotFitAreRefusedByName() throws Exception {
    Path out = disk.resolve("data");
    CliRun run = CliRun.of("example", "--out", out, "--size=48x48x48");
    refuses(run, "example_001.nii.gz");
  }

  @Test
  void aSegmentationThatDoesNotFitIsRefusedAndNothingIsHalfWritten() throws Exception {
    Path data = TinyJob.data(folder.resolve("data"));
    Path model = TinyJob.model(data, folder.resolve("model"));
    CliRun run =
        CliRun.of(
            "segment",
            "--model",
            model,
            "--in",
            data,
            "--out",
            disk,
            "--outputs=probabilities",
            "--ending=.nii");
    refuses(run, "example_004_probabilities.nii");
    try (Stream<Path> files = Files.list(disk)) {
      assertEquals(List.of(disk.resolve(".lock")), files.toList());
    }
  }

  private static void refuses(CliRun run, String file) {
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains(file), run.err());
    assertTrue(run.err().contains("No space left on device"), run.err());
    assertTrue(run.err().contains("space"), run.err());
  }
}
