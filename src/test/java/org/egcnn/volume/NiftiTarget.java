/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.egcnn.fuzz.FuzzTarget;

/**
 * NIfTI: 0 .nii; 1 .nii.gz, compressed here; 2 .nii.gz as it is; 3 header and voxels in two files;
 * 4 the same, the voxels compressed.
 */
public final class NiftiTarget implements FuzzTarget {
  private static final int FORMS = 5;

  @Override
  public String name() {
    return "nifti";
  }

  @Override
  public List<byte[]> seeds(Path scratch) throws Exception {
    byte[] single = VolumeReading.written(scratch, "a.nii", VoxelType.INT16, 3, 2, 2);
    byte[] channels = VolumeReading.written(scratch, "b.nii", VoxelType.FLOAT32, 2, 2, 2, 2);
    byte[] second = VolumeReading.written(scratch, "c.nii", VoxelType.UINT8, 32768, 1, 1);
    byte[] pair = VolumeReading.joined(Arrays.copyOf(single, 348), new byte[24]);
    pair[345] = 'i';
    pair[344 + 2] = '1';
    Arrays.fill(pair, 108, 112, (byte) 0);
    List<byte[]> seeds = new ArrayList<>();
    for (String name : List.of("i2-big.nii", "i2-little.nii")) {
      seeds.add(FuzzTarget.input(0, Files.readAllBytes(Fixtures.resource("nifti/" + name))));
    }
    seeds.add(FuzzTarget.input(0, single));
    seeds.add(FuzzTarget.input(0, channels));
    seeds.add(FuzzTarget.input(1, channels));
    seeds.add(FuzzTarget.input(2, VolumeReading.gzip(single)));
    seeds.add(FuzzTarget.input(2, VolumeReading.gzip(second)));
    seeds.add(FuzzTarget.input(3, pair));
    seeds.add(FuzzTarget.input(4, pair));
    return seeds;
  }

  @Override
  public Reading place(byte[] input, Path folder) throws IOException {
    byte[] content = FuzzTarget.content(input);
    switch (FuzzTarget.form(input, FORMS)) {
      case 0:
        return VolumeReading.of(Files.write(folder.resolve("v.nii"), content));
      case 1:
        return VolumeReading.of(
            Files.write(folder.resolve("v.nii.gz"), VolumeReading.gzip(content)));
      case 2:
        return VolumeReading.of(Files.write(folder.resolve("v.nii.gz"), content));
      case 3:
        return pair(folder, content, "v");
      default:
        return pair(folder, content, "w");
    }
  }

  private static Reading pair(Path folder, byte[] content, String name) throws IOException {
    int end = Math.min(content.length, NiftiHeader.SIZE_1);
    byte[] voxels = Arrays.copyOfRange(content, end, content.length);
    boolean gzip = name.equals("w");
    Files.write(
        folder.resolve(name + (gzip ? ".img.gz" : ".img")),
        gzip ? VolumeReading.gzip(voxels) : voxels);
    return VolumeReading.of(
        Files.write(folder.resolve(name + ".hdr"), Arrays.copyOf(content, end)));
  }
}
