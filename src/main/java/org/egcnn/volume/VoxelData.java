/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.egcnn.task.BadInputException;

/** The bytes of a file, or of a gzip file's content, from which headers and voxels are read. */
final class VoxelData {
  /** Deflate codes at most 258 bytes in 2 bits: what a compressed file can at most expand by. */
  private static final long LARGEST_EXPANSION = 1032;

  /** What may lie behind the voxels and is read for the checksum that follows it. */
  private static final int MOST_BEHIND = 1 << 24;

  private static final int BUFFER_BYTES = 1 << 13;
  private static final int MEBI = 1 << 20;

  private VoxelData() {}

  /** Whether a file begins as gzip files do, whatever its name. */
  static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  /** Opens a file, through gzip if its content says so; all members of a gzip file are read. */
  static InputStream open(Path file) throws IOException {
    boolean gzip = isGzip(file);
    InputStream in = Files.newInputStream(file);
    if (!gzip) {
      return in;
    }
    try {
      return new GzipInput(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * Complains if a file cannot hold the voxels its header promises, or memory cannot.
   *
   * @param data the file with the voxels
   * @param offset where they begin, after decompression
   * @param compressed whether the file is compressed by deflate
   * @param layout a checked layout
   * @throws BadInputException if the file is too short
   */
  static void checkHolds(Path data, long offset, boolean compressed, RawLayout layout)
      throws IOException {
    long size = Files.size(data);
    long most = compressed ? size * LARGEST_EXPANSION : size;
    if (offset < 0 || most - layout.bytes() < offset) {
      throw truncated(data, layout, null);
    }
  }

  /**
   * Complains if a file cannot hold the numbers its header promises as text: a number takes a digit
   * and a separator.
   *
   * @throws BadInputException if the file is too short
   */
  static void checkHoldsText(Path data, RawLayout layout) throws IOException {
    if (Files.size(data) < 2 * (layout.bytes() / layout.type().bytes()) - 1) {
      throw truncated(data, layout, null);
    }
  }

  /**
   * Reads voxels that begin at an offset of a file.
   *
   * @param data the file, gzip or not
   * @param offset where they begin, after decompression
   * @param layout a checked layout
   * @return an image with axes x, y, z, channel
   * @throws BadInputException if the file is too short, its gzip stream is damaged, or the voxels
   *     do not fit into Java's memory
   */
  static RandomAccessibleInterval<? extends RealType<?>> read(
      Path data, long offset, RawLayout layout) throws IOException {
    checkHolds(data, offset, isGzip(data), layout);
    try (InputStream in = open(data)) {
      in.skipNBytes(offset);
      return read(in, data, layout);
    } catch (EOFException e) {
      throw truncated(data, layout, e);
    }
  }

  /**
   * Reads voxels from a stream and, if it is compressed, a little of what follows: so the checksum
   * at its end is verified, but little can be inflated that the header did not ask for.
   *
   * @param in positioned at the first voxel
   * @param data the file behind it, for messages
   * @param layout a checked layout
   * @return an image with axes x, y, z, channel
   * @throws BadInputException if the stream ends early or the voxels do not fit into memory
   */
  static RandomAccessibleInterval<? extends RealType<?>> read(
      InputStream in, Path data, RawLayout layout) throws IOException {
    if (layout.bytes() > Runtime.getRuntime().maxMemory()) {
      throw tooBig(data, layout, null);
    }
    try {
      RandomAccessibleInterval<? extends RealType<?>> image = RawReader.read(in, layout);
      if (in instanceof InflaterInputStream) {
        skipUpTo(in, MOST_BEHIND);
      }
      return image;
    } catch (EOFException e) {
      throw truncated(data, layout, e);
    } catch (OutOfMemoryError e) {
      throw tooBig(data, layout, e);
    }
  }

  private static void skipUpTo(InputStream in, int most) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    int count = 0;
    for (int done = 0; done < most && count >= 0; done += count) {
      count = in.read(buffer);
    }
  }

  private static BadInputException truncated(Path data, RawLayout layout, Throwable cause) {
    return new BadInputException(
        data,
        "it is cut short: its header promises " + layout.bytes() + " bytes of voxels",
        "Copy or download it again",
        cause);
  }

  private static BadInputException tooBig(Path data, RawLayout layout, Throwable cause) {
    return new BadInputException(
        data,
        "its voxels need "
            + (layout.bytes() / MEBI + 1)
            + " MB of memory and Java may use "
            + Runtime.getRuntime().maxMemory() / MEBI
            + " MB in all",
        "Give Java more memory (-Xmx, or Edit > Options > Memory & Threads)",
        cause);
  }
}
