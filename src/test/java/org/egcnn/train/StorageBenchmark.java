/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.egcnn.model.Size;

/**
 * Times cutting crops of 96x96x96 voxels out of a case of 300x300x200 that is in memory, in a
 * mapped file and in a file read by position; with the files in the system's cache and, for root on
 * Linux, after emptying it.
 */
public final class StorageBenchmark {
  private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");
  private static final int WIDTH = 300;
  private static final int HEIGHT = 300;
  private static final int DEPTH = 200;
  private static final int SIDE = 96;
  private static final int CACHED_CROPS = 100;
  private static final int COLD_CROPS = 10;
  private static final int ROUNDS = 3;

  private final Map<String, VoxelStorage> storages = new LinkedHashMap<>();
  private final int channels;

  private StorageBenchmark(Path folder, int channels) throws IOException {
    this.channels = channels;
    int voxels = WIDTH * HEIGHT;
    storages.put("memory", new MemoryStorage());
    storages.put("mapped", new MappedStorage(folder.resolve("mapped"), voxels, channels));
    storages.put("positional", new FileStorage(folder.resolve("read"), voxels, channels));
    SplittableRandom random = new SplittableRandom(1);
    float[] images = new float[voxels * channels];
    byte[] codes = new byte[voxels];
    for (int z = 0; z < DEPTH; z++) {
      for (int i = 0; i < images.length; i++) {
        images[i] = random.nextInt();
      }
      random.nextBytes(codes);
      for (VoxelStorage storage : storages.values()) {
        storage.append(images, codes);
      }
    }
  }

  /** Prints crops a second, a line for each round. Argument: a folder for the files. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "storage");
    try {
      for (int channels : new int[] {1, 4}) {
        new StorageBenchmark(folder, channels).run();
      }
    } finally {
      Files.delete(folder);
    }
  }

  private void run() throws Exception {
    for (int round = 0; round <= ROUNDS; round++) {
      for (Map.Entry<String, VoxelStorage> storage : storages.entrySet()) {
        double cached = cropsPerSecond(storage.getValue(), CACHED_CROPS);
        System.out.printf(
            "%d channels, %s, %s: %.0f crops a second%n",
            channels, round == 0 ? "warming up" : "cached", storage.getKey(), cached);
      }
    }
    for (int round = 0; round < ROUNDS && Files.isWritable(DROP_CACHES); round++) {
      for (Map.Entry<String, VoxelStorage> storage : storages.entrySet()) {
        new ProcessBuilder("sync").start().waitFor();
        Files.writeString(DROP_CACHES, "1");
        System.out.printf(
            "%d channels, from disk, %s: %.0f crops a second%n",
            channels, storage.getKey(), cropsPerSecond(storage.getValue(), COLD_CROPS));
      }
    }
    for (VoxelStorage storage : storages.values()) {
      storage.close();
    }
  }

  private double cropsPerSecond(VoxelStorage storage, int crops) throws IOException {
    PreparedCase source =
        new PreparedCase(
            "case",
            WIDTH,
            HEIGHT,
            DEPTH,
            channels,
            new float[channels],
            new double[] {1, 1, 1},
            new double[channels],
            VoxelBox.whole(WIDTH, HEIGHT, DEPTH),
            new ForegroundIndex(1, true),
            storage);
    SplittableRandom random = new SplittableRandom(2);
    Crop crop = new Crop(new Size(SIDE, SIDE, SIDE), channels);
    CropReader reader = new CropReader();
    long start = System.nanoTime();
    for (int i = 0; i < crops; i++) {
      int[] origin = {
        random.nextInt(WIDTH - SIDE), random.nextInt(HEIGHT - SIDE), random.nextInt(DEPTH - SIDE)
      };
      reader.read(source, origin, Optional.empty(), crop);
    }
    return crops / ((System.nanoTime() - start) / 1e9);
  }
}
