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

  /** The bytes of one value of TIFF's types 1 to 13. */
  private static final int[] TYPE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private final Path file;
  private final RandomAccessFile in;
  private final long length;
  private boolean littleEndian;

  private TiffStructure(Path file, RandomAccessFile in) throws IOException {
    this.file = file;
    this.in = in;
    this.length = in.length();
  }

  /**
   * Follows the directories.
   *
   * @throws BadInputException if the file is no classic TIFF, or a directory is outside the file,
   *     seen before, or has an entry larger than the file
   */
  static void check(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      new TiffStructure(file, in).check();
    } catch (EOFException e) {
      throw new BadInputException(file, "it is cut short", "Copy or download it again.", e);
    }
  }

  private void check() throws IOException {
    int order = in.readUnsignedShort();
    littleEndian = order == 0x4949;
    int version = number(2);
    if (!littleEndian && order != 0x4d4d || version != CLASSIC) {
      throw new BadInputException(
          file,
          version == BIG ? "it is a BigTIFF" : "it is no TIFF",
          "Save it as TIFF from ImageJ.");
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
    if (at + 2 + (long) entries * ENTRY_BYTES > length) {
      throw damaged();
    }
    for (int i = 0; i < entries; i++) {
      in.seek(at + 2 + (long) i * ENTRY_BYTES + 2);
      int type = number(2);
      long count = offset();
      if (count * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1) > length) {
        throw damaged();
      }
      in.skipBytes(4);
    }
    in.seek(at + 2 + (long) entries * ENTRY_BYTES);
    if (at + 2 + (long) entries * ENTRY_BYTES + 4 > length) {
      throw damaged();
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
        file, "its TIFF directories are damaged", "Copy or download it again.");
  }
}
