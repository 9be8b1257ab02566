/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.egcnn.task.BadInputException;

/**
 * The fields of a NIfTI header that matter here, as read, in either version and byte order.
 *
 * <p>Source: the comments of nifti1.h and nifti2.h, NIfTI Data Format Working Group.
 *
 * @param version 1 or 2
 * @param order the byte order of the header and the voxels
 * @param dim the number of axes, then the size along each of up to seven
 * @param datatype the code of the voxel type
 * @param intent the code of what the values mean
 * @param offset where the voxels begin, in bytes; 0 for right after the header
 * @param slope the scaling's factor; 0 or not finite for no scaling
 * @param intercept the scaling's summand
 * @param forms the coordinate forms
 */
record NiftiHeader(
    int version,
    ByteOrder order,
    long[] dim,
    int datatype,
    int intent,
    long offset,
    double slope,
    double intercept,
    NiftiForms forms) {

  /** The bytes of a NIfTI-1 header, and what its first field says. */
  static final int SIZE_1 = 348;

  /** The bytes of a NIfTI-2 header, and what its first field says. */
  static final int SIZE_2 = 540;

  /** The bytes behind a header that say whether extensions follow. */
  static final int EXTENDER_BYTES = 4;

  private static final String REMEDY = "Convert it to NIfTI-1 with the program that made it.";

  /** The bytes this header takes, without extensions. */
  int bytes() {
    return version == 1 ? SIZE_1 : SIZE_2;
  }

  /**
   * Reads a header.
   *
   * @param in positioned at the header
   * @param file named in complaints
   * @throws BadInputException if it is no NIfTI header
   * @throws IOException if the stream fails
   */
  static NiftiHeader read(InputStream in, Path file) throws IOException {
    byte[] start = in.readNBytes(SIZE_1);
    if (start.length < SIZE_1) {
      throw new BadInputException(file, "it is too short for a NIfTI header", REMEDY);
    }
    ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getInt(0) != SIZE_1 && bytes.getInt(0) != SIZE_2) {
      bytes.order(ByteOrder.BIG_ENDIAN);
    }
    return switch (bytes.getInt(0)) {
      case SIZE_1 -> version1(bytes, file);
      case SIZE_2 -> version2(bytes, in.readNBytes(SIZE_2 - SIZE_1), file);
      default -> throw new BadInputException(file, "it has no NIfTI header", REMEDY);
    };
  }

  private static NiftiHeader version1(ByteBuffer in, Path file) throws BadInputException {
    String magic = text(in, 344);
    if (!magic.equals("n+1") && !magic.equals("ni1")) {
      throw new BadInputException(
          file,
          "it is an Analyze 7.5 header, which does not say where left and right are",
          "Convert it to NIfTI with a program that knows how it was made");
    }
    float offset = in.getFloat(108);
    if (!(offset >= 0 && offset < 1L << 40)) {
      throw new BadInputException(
          file, "its header puts the voxels at byte " + offset, "The file is damaged");
    }
    long[] dim = new long[8];
    double[] pixdim = new double[4];
    for (int i = 0; i < 8; i++) {
      dim[i] = in.getShort(40 + 2 * i);
    }
    for (int i = 0; i < 4; i++) {
      pixdim[i] = in.getFloat(76 + 4 * i);
    }
    NiftiForms forms =
        new NiftiForms(
            in.getShort(252),
            in.getShort(254),
            floats(in, 256, 6),
            pixdim,
            floats(in, 280, 12),
            in.get(123));
    return new NiftiHeader(
        1,
        in.order(),
        dim,
        in.getShort(70),
        in.getShort(68),
        (long) offset,
        in.getFloat(112),
        in.getFloat(116),
        forms);
  }

  private static NiftiHeader version2(ByteBuffer start, byte[] rest, Path file) throws IOException {
    String magic = text(start, 4);
    if (!magic.equals("n+2") && !magic.equals("ni2")) {
      throw new BadInputException(file, "it has no NIfTI header", REMEDY);
    }
    if (rest.length < SIZE_2 - SIZE_1) {
      throw new EOFException("the header is cut short");
    }
    ByteBuffer in =
        ByteBuffer.allocate(SIZE_2).put(start.array()).put(rest).flip().order(start.order());
    long[] dim = new long[8];
    for (int i = 0; i < 8; i++) {
      dim[i] = in.getLong(16 + 8 * i);
    }
    NiftiForms forms =
        new NiftiForms(
            in.getInt(344),
            in.getInt(348),
            doubles(in, 352, 6),
            doubles(in, 104, 4),
            doubles(in, 400, 12),
            in.getInt(500));
    return new NiftiHeader(
        2,
        in.order(),
        dim,
        in.getShort(12),
        in.getInt(504),
        in.getLong(168),
        in.getDouble(176),
        in.getDouble(184),
        forms);
  }

  private static String text(ByteBuffer in, int at) {
    return new String(in.array(), at, 4, StandardCharsets.ISO_8859_1).split("\0", 2)[0];
  }

  private static double[] floats(ByteBuffer in, int at, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.getFloat(at + 4 * i);
    }
    return values;
  }

  private static double[] doubles(ByteBuffer in, int at, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.getDouble(at + 8 * i);
    }
    return values;
  }
}
