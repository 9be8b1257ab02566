/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.egcnn.task.BadInputException;

/**
 * Checks a TIFF file's directories before ImageJ's decoder, which trusts them, allocates what they
 * ask for or follows them in a circle.
 *
 * <p>Source: TIFF 6.0, section 2.
 */
final class TiffStructure {
  private static final int CLASSIC = 42;
  private static final int BIG = 43;
  private static final int ENTRY_BYTES = 12;

  /** ImageJ's private tags: the sizes of the pieces of its own data, and the pieces. */
  private static final int IMAGEJ_SIZES = 50838;

  private static final int IMAGEJ_DATA = 50839;

  /** The bytes of one value of TIFF's types 1 to 13. */
  private static final int[] TYPE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private final Path file;
  private final RandomAccessFile in;
  private final long length;
  private boolean littleEndian;
  private long pieces;
  private long headerBytes;
  private long directoryBytes;

  private TiffStructure(Path file, RandomAccessFile in) throws IOException {
    this.file = file;
    this.in = in;
    this.length = in.length();
  }

  /**
   * Follows the directories.
   *
   * @throws UnsupportedTiffException if it is a BigTIFF
   * @throws BadInputException if the file is no TIFF, or a directory is outside the file, seen
   *     before, or has an entry larger than the file
   */
  static void check(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      new TiffStructure(file, in).check();
    } catch (EOFException e) {
      throw new BadInputException(file, "it is cut short", "Copy or download it again", e);
    }
  }

  private void check() throws IOException {
    int order = in.readUnsignedShort();
    littleEndian = order == 0x4949;
    int version = number(2);
    boolean ordered = littleEndian || order == 0x4d4d;
    if (ordered && version == BIG) {
      throw new UnsupportedTiffException(file, "it is a BigTIFF", "Save it as TIFF from ImageJ");
    }
    if (!ordered || version != CLASSIC) {
      throw new BadInputException(file, "it is no TIFF", "Save it as TIFF from ImageJ");
    }
    Set<Long> seen = new HashSet<>();
    for (long directory = offset(); directory != 0; directory = offset()) {
      if (!seen.add(directory) || directory > length) {
        throw damaged();
      }
      checkDirectory(directory);
    }
  }

  private void checkDirectory(long at) throws IOException {
    in.seek(at);
    int entries = number(2);
    long bytes = 2 + (long) entries * ENTRY_BYTES + 4;
    directoryBytes += bytes;
    // Directories that overlap could be as many as the file has bytes.
    if (at + bytes > length || directoryBytes > length) {
      throw damaged();
    }
    for (int i = 0; i < entries; i++) {
      in.seek(at + 2 + (long) i * ENTRY_BYTES);
      int tag = number(2);
      int type = number(2);
      long count = offset();
      if (count * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1) > length) {
        throw damaged();
      }
      if (tag == IMAGEJ_SIZES) {
        checkImageJSizes(count, offset());
      } else if (tag == IMAGEJ_DATA) {
        checkImageJKinds(offset());
      }
    }
    in.seek(at + 2 + (long) entries * ENTRY_BYTES);
  }

  /** The entry holds the sizes in bytes of the pieces of ImageJ's own data, or points to them. */
  private void checkImageJSizes(long count, long value) throws IOException {
    pieces = count;
    headerBytes = value;
    long sum = value;
    if (count > 1) {
      if (value + 4 * count > length) {
        throw damaged();
      }
      in.seek(value);
      headerBytes = offset();
      sum = headerBytes;
      for (long i = 1; i < count; i++) {
        sum += offset();
      }
    }
    if (sum > length) {
      throw damaged();
    }
  }

  /** The first piece says how many pieces each kind of data has, behind a magic number. */
  private void checkImageJKinds(long at) throws IOException {
    if (at + headerBytes > length) {
      throw damaged();
    }
    for (long kind = at + 4; kind + 8 <= at + headerBytes; kind += 8) {
      in.seek(kind + 4);
      if (offset() > pieces) {
        throw damaged();
      }
    }
  }

  private long offset() throws IOException {
    return Integer.toUnsignedLong(number(4));
  }

  private int number(int bytes) throws IOException {
    int value = bytes == 2 ? in.readUnsignedShort() : in.readInt();
    if (littleEndian) {
      return bytes == 2
          ? Short.toUnsignedInt(Short.reverseBytes((short) value))
          : Integer.reverseBytes(value);
    }
    return value;
  }

  private BadInputException damaged() {
    return new BadInputException(
        file, "its TIFF directories are damaged", "Copy or download it again");
  }
}
