/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.file.Path;
import java.util.Map;
import org.egcnn.task.BadInputException;

/** What a NIfTI header says about its voxels: their type, size and scaling. */
final class NiftiLayout {
  private static final int CIFTI_FIRST_INTENT = 3000;
  private static final int CIFTI_LAST_INTENT = 3099;

  private static final Map<Integer, VoxelType> TYPES =
      Map.of(
          2, VoxelType.UINT8,
          4, VoxelType.INT16,
          8, VoxelType.INT32,
          16, VoxelType.FLOAT32,
          64, VoxelType.FLOAT64,
          256, VoxelType.INT8,
          512, VoxelType.UINT16,
          768, VoxelType.UINT32,
          1024, VoxelType.INT64,
          1280, VoxelType.UINT64);

  private static final Map<Integer, String> UNSUPPORTED =
      Map.of(
          1, "1-bit",
          32, "complex64",
          128, "RGB",
          1536, "float128",
          1792, "complex128",
          2048, "complex256",
          2304, "RGBA");

  private NiftiLayout() {}

  /** The code NIfTI gives a voxel type. */
  static int code(VoxelType type) {
    return TYPES.entrySet().stream()
        .filter(entry -> entry.getValue() == type)
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /**
   * How a header's voxels lie in the file. The axes beyond the third are channels, the fourth
   * running fastest; axes that the header does not count have size 1.
   *
   * @throws BadInputException if the file holds no such image
   */
  static RawLayout of(NiftiHeader header, Path file) throws BadInputException {
    if (header.intent() >= CIFTI_FIRST_INTENT && header.intent() <= CIFTI_LAST_INTENT) {
      throw new BadInputException(
          file, "it is a CIFTI file, whose values lie on surfaces", "Give a NIfTI volume");
    }
    VoxelType type = TYPES.get(header.datatype());
    if (type == null) {
      String name = UNSUPPORTED.getOrDefault(header.datatype(), "code " + header.datatype());
      throw new BadInputException(
          file,
          "its voxel type " + name + " is not supported",
          "Convert it to an integer type or to float32, one channel per number");
    }
    long[] size = size(header, file);
    RawLayout layout =
        new RawLayout(type, header.order(), size[0], size[1], size[2], channels(size, file), false);
    layout.check(file);
    return layout;
  }

  private static long[] size(NiftiHeader header, Path file) throws BadInputException {
    long axes = header.dim()[0];
    if (axes < 1 || axes > 7) {
      throw new BadInputException(
          file, "its header counts " + axes + " axes", "NIfTI has 1 to 7; the file is damaged");
    }
    long[] size = new long[7];
    for (int i = 0; i < 7; i++) {
      size[i] = i < axes ? header.dim()[i + 1] : 1;
      if (size[i] < 1) {
        throw new BadInputException(
            file,
            "its header gives axis " + (i + 1) + " the size " + size[i],
            "Every size must be at least 1; the file is damaged");
      }
    }
    return size;
  }

  private static long channels(long[] size, Path file) throws BadInputException {
    if (size[5] != 1 || size[6] != 1) {
      throw new BadInputException(
          file, "it has more than five axes", "Split it into volumes of three to five axes");
    }
    try {
      return Math.multiplyExact(size[3], size[4]);
    } catch (ArithmeticException e) {
      throw new BadInputException(
          file, "its header counts impossibly many channels", "The file is damaged", e);
    }
  }
}
