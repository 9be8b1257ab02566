/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedStorageTest {
  /** Odd, so that most slices' intensities do not lie at multiples of four bytes. */
  private static final int VOXELS = 35;

  private static final int CHANNELS = 2;
  private static final int SLICES = 7;
  private static final int SLICE_BYTES = VOXELS * (CHANNELS * Float.BYTES + 1);

  @TempDir Path folder;

  @BeforeEach
  void needsAFileThatCanBeDeletedWhileMapped() {
    assumeTrue(MappedStorage.isSupported(), "this system keeps mapped files");
  }

  private MappedStorage written(int mapBytes) throws IOException {
    return write(new MappedStorage(folder.resolve("case"), VOXELS, CHANNELS, mapBytes));
  }

  private static <S extends VoxelStorage> S write(S storage) throws IOException {
    for (int z = 0; z < SLICES; z++) {
      float[] images = new float[VOXELS * CHANNELS];
      byte[] codes = new byte[VOXELS];
      for (int i = 0; i < images.length; i++) {
        images[i] = image(z, i);
        codes[i / CHANNELS] = (byte) (z + i / CHANNELS);
      }
      storage.append(images, codes);
    }
    return storage;
  }

  private static float image(int z, int i) {
    return 1000 * z + i + 0.25f;
  }

  private static void checkAll(VoxelStorage storage) throws IOException {
    for (int z = SLICES - 1; z >= 0; z--) {
      float[] images = {-1, 0, 0, 0, -1};
      storage.readImages(z, VOXELS * CHANNELS - 3, 3, images, 1);
      int last = VOXELS * CHANNELS - 1;
      assertArrayEquals(
          new float[] {-1, image(z, last - 2), image(z, last - 1), image(z, last), -1}, images);
      byte[] codes = {-1, 0, 0, -1};
      storage.readCodes(z, 4, 2, codes, 1);
      assertArrayEquals(new byte[] {-1, (byte) (z + 4), (byte) (z + 5), -1}, codes);
    }
  }

  @Test
  void oneMapGivesWhatWasWritten() throws Exception {
    try (MappedStorage storage = written(Integer.MAX_VALUE)) {
      checkAll(storage);
    }
  }

  @Test
  void severalMapsGiveTheSame() throws Exception {
    for (int bytes : new int[] {1, SLICE_BYTES, 3 * SLICE_BYTES, 4 * SLICE_BYTES - 1}) {
      try (MappedStorage storage = written(bytes)) {
        checkAll(storage);
      }
    }
  }

  @Test
  void readingByPositionGivesTheSame() throws Exception {
    try (FileStorage storage = new FileStorage(folder.resolve("case"), VOXELS, CHANNELS)) {
      checkAll(write(storage));
    }
    assertFalse(Files.exists(folder.resolve("case")));
  }

  @Test
  void closingDeletesTheFileAndRefusesLaterReads() throws Exception {
    MappedStorage storage = written(2 * SLICE_BYTES);
    checkAll(storage);
    storage.close();
    assertFalse(Files.exists(folder.resolve("case")));
    assertThrows(ClosedChannelException.class, () -> storage.readImages(0, 0, 1, new float[1], 0));
    assertThrows(ClosedChannelException.class, () -> storage.readCodes(0, 0, 1, new byte[1], 0));
    storage.close();
  }

  @Test
  void closingWhileOthersReadHarmsNobody() throws Exception {
    int readers = 4;
    ExecutorService pool = Executors.newFixedThreadPool(readers);
    try {
      for (int repetition = 0; repetition < 20; repetition++) {
        MappedStorage storage = written(2 * SLICE_BYTES);
        CountDownLatch started = new CountDownLatch(readers);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int t = 0; t < readers; t++) {
          counts.add(pool.submit(() -> readUntilClosed(storage, started)));
        }
        started.await();
        storage.close();
        for (Future<Integer> count : counts) {
          assertTrue(count.get() > 0);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static int readUntilClosed(VoxelStorage storage, CountDownLatch started)
      throws IOException {
    float[] value = new float[1];
    int z = 0;
    while (true) {
      try {
        storage.readImages(z % SLICES, 5, 1, value, 0);
      } catch (ClosedChannelException e) {
        return z;
      }
      assertEquals(image(z % SLICES, 5), value[0]);
      if (z++ == 0) {
        started.countDown();
      }
    }
  }

  @Test
  void aRowBeyondTheSlicesIsRefused() throws Exception {
    try (MappedStorage storage = written(Integer.MAX_VALUE)) {
      assertThrows(
          IndexOutOfBoundsException.class, () -> storage.readCodes(SLICES, 0, 1, new byte[1], 0));
    }
  }
}
