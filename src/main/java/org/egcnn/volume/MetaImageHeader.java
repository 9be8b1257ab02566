/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.egcnn.task.BadInputException;

/**
 * A MetaImage header.
 *
 * <p>Source: itk.org/Wiki/MetaIO/Documentation, and for the matrix's order ITK's MetaImageIO: the
 * first numbers of TransformMatrix are the world direction of the first axis.
 *
 * @param voxels how the voxels lie
 * @param affine where they lie
 * @param compressed whether the voxels are a zlib or gzip stream
 * @param text whether the voxels are written as decimal numbers
 * @param skip bytes before the voxels in the data file, -1 to count from its end
 * @param dataFile the data file's name, or LOCAL
 */
record MetaImageHeader(
    RawLayout voxels, Affine affine, boolean compressed, boolean text, long skip, String dataFile) {
  /** The data file's name where the voxels follow the header. */
  static final String LOCAL = "LOCAL";

  /**
   * Reads a header.
   *
   * @param in left behind the header
   * @throws BadInputException if it is no header of an image
   */
  static MetaImageHeader read(InputStream in, Path file) throws IOException {
    Map<String, String> fields = fields(in, file);
    int axes = axes(fields, file);
    long[] size = HeaderText.integers("DimSize", require(fields, "DimSize", file), file);
    if (size.length != axes) {
      throw HeaderText.bad("DimSize", fields.get("DimSize"), file, null);
    }
    boolean big =
        isTrue(fields.get("BinaryDataByteOrderMSB")) || isTrue(fields.get("ElementByteOrderMSB"));
    long[] skip = HeaderText.integers("HeaderSize", fields.getOrDefault("HeaderSize", "0"), file);
    if (skip.length != 1 || skip[0] < -1) {
      throw HeaderText.bad("HeaderSize", fields.get("HeaderSize"), file, null);
    }
    long inner = elementChannels(fields, file);
    long outer = axes == 4 ? size[3] : 1;
    if (inner != 1 && outer != 1) {
      throw new BadInputException(
          file, "it has channels in two ways", "Use either a fourth axis or several channels");
    }
    RawLayout voxels =
        new RawLayout(
            type(require(fields, "ElementType", file), file),
            big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
            size[0],
            size[1],
            axes > 2 ? size[2] : 1,
            inner == 1 ? outer : inner,
            inner != 1);
    voxels.check(file);
    return new MetaImageHeader(
        voxels,
        affine(fields, axes, file),
        isTrue(fields.get("CompressedData")),
        fields.containsKey("BinaryData") && !isTrue(fields.get("BinaryData")),
        skip[0],
        require(fields, "ElementDataFile", file));
  }

  private static Map<String, String> fields(InputStream in, Path file) throws IOException {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < HeaderText.MOST_LINES; i++) {
      String line = HeaderText.line(in, file);
      int equals = line == null ? -1 : line.indexOf('=');
      if (equals < 0) {
        throw new BadInputException(
            file, "it has no MetaImage header", "A line 'Key = Value' is missing or damaged");
      }
      String key = line.substring(0, equals).strip();
      fields.put(key, line.substring(equals + 1).strip());
      if (key.equals("ElementDataFile")) {
        return fields;
      }
    }
    throw new BadInputException(file, "its header does not end", "Check what the file is");
  }

  private static String require(Map<String, String> fields, String name, Path file)
      throws BadInputException {
    String value = fields.get(name);
    if (value == null) {
      throw new BadInputException(file, "its header has no field " + name, "Correct the header");
    }
    return value;
  }

  private static int axes(Map<String, String> fields, Path file) throws BadInputException {
    String value = require(fields, "NDims", file);
    long[] axes = HeaderText.integers("NDims", value, file);
    if (axes.length != 1 || axes[0] < 2 || axes[0] > 4) {
      throw new BadInputException(file, "it has " + value + " axes", "Give two to four axes");
    }
    return (int) axes[0];
  }

  private static long elementChannels(Map<String, String> fields, Path file)
      throws BadInputException {
    String value = fields.getOrDefault("ElementNumberOfChannels", "1");
    long[] channels = HeaderText.integers("ElementNumberOfChannels", value, file);
    if (channels.length != 1) {
      throw HeaderText.bad("ElementNumberOfChannels", value, file, null);
    }
    return channels[0];
  }

  private static boolean isTrue(String value) {
    return value != null && Arrays.asList("true", "1").contains(value.toLowerCase(Locale.ROOT));
  }

  /** MetaIO defines long as 4 bytes on every machine. */
  private static VoxelType type(String name, Path file) throws BadInputException {
    return switch (name) {
      case "MET_CHAR" -> VoxelType.INT8;
      case "MET_UCHAR" -> VoxelType.UINT8;
      case "MET_SHORT" -> VoxelType.INT16;
      case "MET_USHORT" -> VoxelType.UINT16;
      case "MET_INT", "MET_LONG" -> VoxelType.INT32;
      case "MET_UINT", "MET_ULONG" -> VoxelType.UINT32;
      case "MET_LONG_LONG" -> VoxelType.INT64;
      case "MET_ULONG_LONG" -> VoxelType.UINT64;
      case "MET_FLOAT" -> VoxelType.FLOAT32;
      case "MET_DOUBLE" -> VoxelType.FLOAT64;
      default ->
          throw new BadInputException(
              file,
              "its voxel type " + name + " is not supported",
              "Convert it to an integer type or to MET_FLOAT");
    };
  }

  private static Affine affine(Map<String, String> fields, int axes, Path file)
      throws BadInputException {
    double unit = LengthUnit.inMillimetres(fields.get("DistanceUnits"));
    double[] spacing = first(fields, axes, file, "ElementSpacing", "ElementSize");
    double[] offset = first(fields, axes, file, "Offset", "Position", "Origin");
    double[] matrix =
        first(fields, axes * axes, file, "TransformMatrix", "Rotation", "Orientation");
    double[][] steps = new double[3][3];
    double[] origin = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      boolean given = axis < axes;
      origin[axis] = given && offset.length > 0 ? offset[axis] * unit : 0;
      double size = (given && spacing.length > 0 ? spacing[axis] : 1) * unit;
      for (int i = 0; i < 3; i++) {
        boolean inMatrix = given && i < axes && matrix.length > 0;
        double cosine = inMatrix ? matrix[axis * axes + i] : i == axis ? 1 : 0;
        steps[axis][i] = cosine * size;
      }
    }
    return WorldAxes.LPS.affine(steps, origin, file);
  }

  /** The numbers of the first field present, so many of them; empty if none is. */
  private static double[] first(Map<String, String> fields, int count, Path file, String... names)
      throws BadInputException {
    for (String name : names) {
      if (fields.containsKey(name)) {
        double[] numbers = HeaderText.numbers(name, fields.get(name), file);
        if (numbers.length != count) {
          throw HeaderText.bad(name, fields.get(name), file, null);
        }
        return numbers;
      }
    }
    return new double[0];
  }
}
