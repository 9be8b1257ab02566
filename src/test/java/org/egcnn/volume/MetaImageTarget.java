/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.egcnn.fuzz.FuzzTarget;

/**
 * MetaImage: 0 .mha as it is; 1 .mha, what is behind the header compressed here; 2 .mhd with what
 * is behind its header in v.raw; 3 the same, compressed in v.zraw.
 */
public final class MetaImageTarget implements FuzzTarget {
  private static final int FORMS = 4;
  private static final String LAST = "ElementDataFile = ";
  private static final String HEADER =
      """
      ObjectType = Image
      NDims = 3
      BinaryDataByteOrderMSB = False
      TransformMatrix = 1 0 0 0 1 0 0 0 1
      Offset = 1 2 3
      ElementSpacing = 0.5 0.5 2
      DistanceUnits = mm
      DimSize = 2 2 2
      %sElementDataFile = %s
      """;

  @Override
  public String name() {
    return "metaimage";
  }

  @Override
  public List<byte[]> seeds(Path scratch) throws Exception {
    return List.of(
        FuzzTarget.input(0, VolumeReading.written(scratch, "a.mha", VoxelType.INT16, 3, 2, 2, 2)),
        FuzzTarget.input(0, header("ElementType = MET_UCHAR\n", "LOCAL") + "01234567"),
        FuzzTarget.input(
            0, header("ElementType = MET_UCHAR\nHeaderSize = -1\n", "LOCAL") + "abc01234567"),
        FuzzTarget.input(
            0,
            header("ElementType = MET_DOUBLE\nBinaryData = False\n", "LOCAL") + "1 2 3 4 5 6 7 8"),
        FuzzTarget.input(
            0,
            header("ElementType = MET_UCHAR\nElementNumberOfChannels = 2\n", "LOCAL")
                + "0123456789abcdef"),
        FuzzTarget.input(
            1, header("ElementType = MET_UCHAR\nCompressedData = True\n", "LOCAL") + "01234567"),
        FuzzTarget.input(2, header("ElementType = MET_UCHAR\n", "v.raw") + "01234567"),
        FuzzTarget.input(
            3, header("ElementType = MET_UCHAR\nCompressedData = True\n", "v.zraw") + "01234567"));
  }

  private static String header(String fields, String data) {
    return String.format(HEADER, fields, data);
  }

  @Override
  public Reading place(byte[] input, Path folder) throws IOException {
    byte[] content = FuzzTarget.content(input);
    int form = FuzzTarget.form(input, FORMS);
    if (form == 0) {
      return VolumeReading.of(Files.write(folder.resolve("v.mha"), content));
    }
    int last = VolumeReading.behind(content, LAST);
    byte[] name = Arrays.copyOfRange(content, last, content.length);
    int end = last + VolumeReading.behind(name, "\n");
    byte[] header = Arrays.copyOf(content, end);
    byte[] voxels = Arrays.copyOfRange(content, end, content.length);
    if (form == 1) {
      byte[] whole = VolumeReading.joined(header, VolumeReading.deflated(voxels));
      return VolumeReading.of(Files.write(folder.resolve("w.mha"), whole));
    }
    Files.write(folder.resolve("v.raw"), form == 2 ? voxels : new byte[0]);
    Files.write(folder.resolve("v.zraw"), form == 3 ? VolumeReading.deflated(voxels) : new byte[0]);
    return VolumeReading.of(Files.write(folder.resolve("v.mhd"), header));
  }
}
