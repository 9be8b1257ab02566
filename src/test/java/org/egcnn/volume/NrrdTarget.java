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
 * NRRD: 0 .nrrd as it is; 1 .nrrd, what is behind the header compressed here; 2 .nhdr with what is
 * behind its header in v.raw; 3 the same, compressed in v.gz.
 */
public final class NrrdTarget implements FuzzTarget {
  private static final int FORMS = 4;
  private static final String HEADER =
      """
      NRRD0005
      # a comment
      key:=value
      type: %s
      dimension: 4
      space: left-posterior-superior
      sizes: 2 2 2 2
      space directions: none (1,0,0) (0,1,0.5) (0,0,3)
      space units: "mm" "mm" "mm"
      space origin: (1,2,3)
      kinds: list domain domain domain
      endian: little
      encoding: %s
      %s
      """;

  @Override
  public String name() {
    return "nrrd";
  }

  @Override
  public List<byte[]> seeds(Path scratch) throws Exception {
    return List.of(
        FuzzTarget.input(0, VolumeReading.written(scratch, "a.nrrd", VoxelType.INT16, 3, 2, 2, 2)),
        FuzzTarget.input(
            0, header("short", "ascii", "") + "1 2 3 4 5 6 7 8,9 10 11 12 13 14 15 16"),
        FuzzTarget.input(0, header("uchar", "raw", "byte skip: -1\n") + "skipped0123456789abcdef"),
        FuzzTarget.input(0, header("uchar", "raw", "line skip: 1\n") + "a line\n0123456789abcdef"),
        FuzzTarget.input(
            0,
            "NRRD0004\ntype: double\ndimension: 2\nsizes: 2 1\nspacings: 0.5 NaN\nendian: big\n"
                + "encoding: raw\n\n0123456789abcdef"),
        FuzzTarget.input(1, header("uchar", "gzip", "") + "0123456789abcdef"),
        FuzzTarget.input(2, header("uchar", "raw", "data file: v.raw\n") + "0123456789abcdef"),
        FuzzTarget.input(
            2, header("float", "txt", "datafile: ./v.raw\n") + "1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7e7"),
        FuzzTarget.input(3, header("uchar", "gz", "data file: v.gz\n") + "0123456789abcdef"));
  }

  private static String header(String type, String encoding, String more) {
    return String.format(HEADER, type, encoding, more);
  }

  @Override
  public Reading place(byte[] input, Path folder) throws IOException {
    byte[] content = FuzzTarget.content(input);
    int form = FuzzTarget.form(input, FORMS);
    if (form == 0) {
      return VolumeReading.of(Files.write(folder.resolve("v.nrrd"), content));
    }
    int end = VolumeReading.behind(content, "\n\n");
    byte[] header = Arrays.copyOf(content, end);
    byte[] voxels = Arrays.copyOfRange(content, end, content.length);
    if (form == 1) {
      byte[] whole = VolumeReading.joined(header, VolumeReading.gzip(voxels));
      return VolumeReading.of(Files.write(folder.resolve("w.nrrd"), whole));
    }
    Files.write(folder.resolve("v.raw"), form == 2 ? voxels : new byte[0]);
    Files.write(folder.resolve("v.gz"), form == 3 ? VolumeReading.gzip(voxels) : new byte[0]);
    return VolumeReading.of(Files.write(folder.resolve("v.nhdr"), header));
  }
}
