/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcnn.task.BadInputException;

/**
 * What an NRRD header says about axes: two or three in space, and perhaps one of channels before or
 * behind them.
 *
 * @param voxels how the voxels lie
 * @param affine where they lie
 */
record NrrdLayout(RawLayout voxels, Affine affine) {
  private static final Set<String> SPATIAL_KINDS = Set.of("domain", "space", "???", "none");
  private static final Pattern VECTOR = Pattern.compile("\\(([^()]*)\\)|none");

  /**
   * Reads a header's axes.
   *
   * @throws BadInputException if they are not those of a volume
   */
  static NrrdLayout of(NrrdHeader header) throws BadInputException {
    Path file = header.file();
    long[] sizes = HeaderText.integers("sizes", header.require("sizes"), file);
    List<double[]> directions = directions(header, sizes.length);
    int channelAxis = channelAxis(header, sizes.length, directions);
    int first = channelAxis == 0 ? 1 : 0;
    int spatial = sizes.length - (channelAxis < 0 ? 0 : 1);
    VoxelType type = type(header);
    RawLayout voxels =
        new RawLayout(
            type,
            order(header, type),
            sizes[first],
            sizes[first + 1],
            spatial == 3 ? sizes[first + 2] : 1,
            channelAxis < 0 ? 1 : sizes[channelAxis],
            channelAxis == 0);
    voxels.check(file);
    return new NrrdLayout(voxels, affine(header, directions, first, spatial));
  }

  private static VoxelType type(NrrdHeader header) throws BadInputException {
    String name = header.require("type").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "signed char", "int8", "int8_t" -> VoxelType.INT8;
      case "uchar", "unsigned char", "uint8", "uint8_t" -> VoxelType.UINT8;
      case "short", "short int", "signed short", "signed short int", "int16", "int16_t" ->
          VoxelType.INT16;
      case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" ->
          VoxelType.UINT16;
      case "int", "signed int", "int32", "int32_t" -> VoxelType.INT32;
      case "uint", "unsigned int", "uint32", "uint32_t" -> VoxelType.UINT32;
      case "longlong",
          "long long",
          "long long int",
          "signed long long",
          "signed long long int",
          "int64",
          "int64_t" ->
          VoxelType.INT64;
      case "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t" ->
          VoxelType.UINT64;
      case "float" -> VoxelType.FLOAT32;
      case "double" -> VoxelType.FLOAT64;
      default ->
          throw new BadInputException(
              header.file(),
              "its voxel type " + name + " is not supported",
              "Convert it to an integer type or to float");
    };
  }

  private static ByteOrder order(NrrdHeader header, VoxelType type) throws BadInputException {
    boolean matters = type.bytes() > 1 && !NrrdFormat.isText(header.encoding());
    String endian = matters ? header.require("endian") : header.get("endian", "little");
    return switch (endian.toLowerCase(Locale.ROOT)) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default -> throw HeaderText.bad("endian", endian, header.file(), null);
    };
  }

  /** One vector for each axis, null for "none"; empty without the field. */
  private static List<double[]> directions(NrrdHeader header, int axes) throws BadInputException {
    List<double[]> directions = new ArrayList<>();
    if (header.has("space directions")) {
      String text = header.require("space directions");
      for (Matcher m = VECTOR.matcher(text); m.find(); ) {
        directions.add(m.group(1) == null ? null : vector(m.group(1), header.file()));
      }
      if (directions.size() != axes) {
        throw HeaderText.bad("space directions", text, header.file(), null);
      }
    }
    return directions;
  }

  private static double[] vector(String text, Path file) throws BadInputException {
    double[] vector = HeaderText.numbers("space directions", text, file);
    if (vector.length != 3) {
      throw new BadInputException(
          file, "its world has " + vector.length + " axes", "Give directions in three axes");
    }
    return vector;
  }

  /** The axis that holds channels, or -1. */
  private static int channelAxis(NrrdHeader header, int axes, List<double[]> directions)
      throws BadInputException {
    List<Integer> others = new ArrayList<>();
    String[] kinds = header.get("kinds", "").toLowerCase(Locale.ROOT).split("\\s+");
    for (int axis = 0; axis < axes; axis++) {
      boolean spatial =
          directions.isEmpty()
              ? kinds.length != axes || SPATIAL_KINDS.contains(kinds[axis])
              : directions.get(axis) != null;
      if (!spatial) {
        others.add(axis);
      }
    }
    if (others.isEmpty() && axes == 4) {
      others.add(3);
    }
    int spatial = axes - others.size();
    boolean atAnEnd = others.isEmpty() || others.get(0) == 0 || others.get(0) == axes - 1;
    if (others.size() > 1 || spatial < 2 || spatial > 3 || !atAnEnd) {
      throw new BadInputException(
          header.file(),
          "it has " + axes + " axes, of which " + spatial + " are in space",
          "Give two or three axes in space and at most one, first or last, of channels");
    }
    return others.isEmpty() ? -1 : others.get(0);
  }

  private static Affine affine(NrrdHeader header, List<double[]> directions, int first, int spatial)
      throws BadInputException {
    Path file = header.file();
    if (directions.isEmpty()) {
      double[] spacings = HeaderText.numbers("spacings", header.get("spacings", ""), file);
      double[][] steps = new double[3][3];
      for (int i = 0; i < 3; i++) {
        boolean given = i < spatial && first + i < spacings.length;
        steps[i][i] = given && !Double.isNaN(spacings[first + i]) ? spacings[first + i] : 1;
      }
      return WorldAxes.RAS.affine(steps, new double[3], file);
    }
    double[][] steps = new double[3][];
    for (int i = 0; i < spatial; i++) {
      steps[i] = directions.get(first + i);
    }
    if (spatial == 2) {
      steps[2] = normal(steps[0], steps[1]);
    }
    double[] origin = {0, 0, 0};
    if (header.has("space origin")) {
      String text = header.require("space origin");
      origin = vector(text.replace("(", "").replace(")", ""), file);
    }
    double factor = unit(header);
    for (int i = 0; i < 3; i++) {
      origin[i] *= factor;
      for (int j = 0; j < 3; j++) {
        steps[i][j] *= factor;
      }
    }
    return WorldAxes.ofNrrdSpace(header.get("space", "RAS"), file).affine(steps, origin, file);
  }

  private static double[] normal(double[] a, double[] b) {
    double[] n = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
    return new double[] {n[0] / length, n[1] / length, n[2] / length};
  }

  /** The millimetres in the first of the header's space units. */
  private static double unit(NrrdHeader header) {
    Matcher quoted = Pattern.compile("\"([^\"]*)\"").matcher(header.get("space units", ""));
    return quoted.find() ? LengthUnit.inMillimetres(quoted.group(1)) : 1;
  }
}
