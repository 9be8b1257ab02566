/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a few changed bytes make of a header, a reader returns or complains, and soon. */
class MutatedHeadersTest {
  private static final int MUTANTS = 1000;
  private static final Duration SOON = Duration.ofSeconds(1);

  /** More than any mutant may ask for, less than its header could promise. */
  private static final long LARGEST_ALLOCATION = 64L << 20;

  @TempDir Path folder;
  private final VolumeIO io = VolumeIO.standard();
  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();

  @Test
  void onlyBadInputComesOut() throws Exception {
    for (String ending : List.of(".nii", ".nii.gz", ".nrrd", ".mha", ".tif")) {
      Path file = folder.resolve("mutant" + ending);
      io.write(Fixtures.random(VoxelType.INT16, Affine.scaling(1, 2, 3), 1, 6, 5, 4, 2), file);
      byte[] original = Files.readAllBytes(file);
      Random random = new Random(ending.hashCode());
      for (int i = 0; i < MUTANTS; i++) {
        Files.write(file, mutate(original, random));
        read(file, ending + " mutant " + i);
      }
    }
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int header = Math.min(bytes.length, 400);
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(random.nextInt(10) == 0 ? bytes.length : header);
      bytes[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) 0xff;
            case 1 -> (byte) 0x7f;
            case 2 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
            default -> (byte) random.nextInt(256);
          };
    }
    return random.nextInt(20) == 0
        ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
        : bytes;
  }

  private void read(Path file, String what) {
    // Processor time, as other processes may take the machine's.
    long start = threads.getCurrentThreadCpuTime();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    try {
      io.readInfo(file);
      io.read(file);
    } catch (BadInputException e) {
      assertTrue(e.getMessage().contains(file.toString()), what + ": " + e.getMessage());
    } catch (Throwable e) {
      fail(what, e);
    }
    long took = threads.getCurrentThreadCpuTime() - start;
    assertTrue(took < SOON.toNanos(), what + " took " + took + " ns");
    long used = threads.getCurrentThreadAllocatedBytes() - allocated;
    assertTrue(used < LARGEST_ALLOCATION, what + " allocated " + used + " bytes");
  }
}
