/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * Voxels in a temporary file that is mapped into memory once it is written. Closing waits for
 * whoever reads, refuses later reads, and empties the file, since Java keeps its maps until it
 * collects garbage.
 */
final class MappedStorage implements VoxelStorage {
  private final FileStorage file;
  private final int slicesPerMap;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile List<ByteBuffer> maps = List.of();
  private boolean closed;

  /**
   * An empty storage.
   *
   * @param path a file that does not exist yet
   * @param voxels voxels of a slice
   * @param channels channels of a voxel
   */
  MappedStorage(Path path, int voxels, int channels) throws IOException {
    this(path, voxels, channels, Integer.MAX_VALUE);
  }

  /**
   * One with smaller maps.
   *
   * @param mapBytes the most bytes of a map; a slice is not divided
   */
  MappedStorage(Path path, int voxels, int channels, int mapBytes) throws IOException {
    file = new FileStorage(path, voxels, channels);
    slicesPerMap = (int) Math.max(1, mapBytes / file.sliceBytes());
  }

  /** Whether a file can be emptied and deleted here while it is mapped: not on Windows. */
  static boolean isSupported() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  @Override
  public void append(float[] images, byte[] codes) throws IOException {
    file.append(images, codes);
  }

  @Override
  public void readImages(int z, int from, int count, float[] target, int offset)
      throws IOException {
    read(
        z,
        map ->
            map.slice(start(z) + from * Float.BYTES, count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .get(target, offset, count));
  }

  @Override
  public void readCodes(int z, int from, int count, byte[] target, int offset) throws IOException {
    read(z, map -> map.get(start(z) + file.imageBytes() + from, target, offset, count));
  }

  private void read(int z, Consumer<ByteBuffer> reading) throws IOException {
    lock.readLock().lock();
    try {
      reading.accept(map(z));
    } catch (InternalError e) {
      // how Java tells that a mapped file could not be read
      throw new IOException("the cache of cases on disk can no longer be read", e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private ByteBuffer map(int z) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    List<ByteBuffer> present = maps;
    return (present.isEmpty() ? mapAll() : present).get(z / slicesPerMap);
  }

  private int start(int z) {
    return (int) (z % slicesPerMap * file.sliceBytes());
  }

  private synchronized List<ByteBuffer> mapAll() throws IOException {
    if (maps.isEmpty()) {
      List<ByteBuffer> all = new ArrayList<>();
      int slices = file.slices();
      for (int z = 0; z < slices; z += slicesPerMap) {
        all.add(file.map(z, Math.min(slicesPerMap, slices - z)));
      }
      maps = List.copyOf(all);
    }
    return maps;
  }

  @Override
  public void close() throws IOException {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        maps = List.of();
        file.clear();
      }
    } finally {
      lock.writeLock().unlock();
      file.close();
    }
  }
}
