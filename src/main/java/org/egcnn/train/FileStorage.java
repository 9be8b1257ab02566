/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.egcnn.task.BadInputException;
import org.egcnn.task.FailureReason;

/**
 * Voxels in a temporary file that disappears when it is closed, and where the system can delete an
 * open file, also when the process is killed. Rows are read by position, which works everywhere;
 * see {@link MappedStorage} for the faster way.
 */
final class FileStorage implements VoxelStorage {
  private final Path file;
  private final FileChannel channel;
  private final int voxels;
  private final int values;

  /**
   * An empty storage.
   *
   * @param file a file that does not exist yet; its folder is made if missing
   * @param voxels voxels of a slice
   * @param channels channels of a voxel
   * @throws BadInputException if the file cannot be made
   */
  FileStorage(Path file, int voxels, int channels) throws IOException {
    this.file = file;
    this.voxels = voxels;
    this.values = Math.multiplyExact(voxels, channels);
    try {
      Files.createDirectories(file.getParent());
      this.channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw unwritable(e);
    }
    try {
      Files.delete(file);
    } catch (IOException e) {
      // then it is deleted when it is closed
    }
  }

  private BadInputException unwritable(IOException e) {
    return new BadInputException(
        file.getParent(),
        "prepared cases that do not fit into Java's memory cannot be kept there ("
            + FailureReason.of(e)
            + ")",
        "Free space on its disk, or give Java more memory",
        e);
  }

  @Override
  public void append(float[] images, byte[] codes) throws IOException {
    ByteBuffer bytes = buffer(images.length * Float.BYTES);
    bytes.asFloatBuffer().put(images);
    write(bytes);
    write(ByteBuffer.wrap(codes));
  }

  private void write(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void readImages(int z, int from, int count, float[] target, int offset)
      throws IOException {
    ByteBuffer bytes = buffer(count * Float.BYTES);
    read(bytes, start(z) + (long) from * Float.BYTES);
    bytes.flip().asFloatBuffer().get(target, offset, count);
  }

  @Override
  public void readCodes(int z, int from, int count, byte[] target, int offset) throws IOException {
    read(ByteBuffer.wrap(target, offset, count), start(z) + (long) values * Float.BYTES + from);
  }

  /** The bytes of a slice, first its intensities, then its codes. */
  long sliceBytes() {
    return (long) values * Float.BYTES + voxels;
  }

  /** The bytes of a slice's intensities. */
  int imageBytes() {
    return Math.multiplyExact(values, Float.BYTES);
  }

  /** Slices written so far. */
  int slices() throws IOException {
    return (int) (channel.size() / sliceBytes());
  }

  /** Maps some slices into memory, in native byte order; at most 2 GB of them. */
  ByteBuffer map(int firstSlice, int count) throws IOException {
    return channel
        .map(FileChannel.MapMode.READ_ONLY, start(firstSlice), count * sliceBytes())
        .order(ByteOrder.nativeOrder());
  }

  /** Gives the disk's space back, even while maps exist; they must not be read any more. */
  void clear() throws IOException {
    channel.truncate(0);
  }

  private long start(int z) {
    return z * sliceBytes();
  }

  private void read(ByteBuffer bytes, long position) throws IOException {
    long next = position;
    while (bytes.hasRemaining()) {
      int n = channel.read(bytes, next);
      if (n < 0) {
        throw new EOFException("a cached case ends early");
      }
      next += n;
    }
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
