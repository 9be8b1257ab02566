/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.egcnn.fuzz.FuzzTarget;

/** TIFF, which this project checks and ImageJ reads. */
public final class TiffTarget implements FuzzTarget {

  @Override
  public String name() {
    return "tiff";
  }

  @Override
  public boolean isForeign() {
    return true;
  }

  @Override
  public List<byte[]> seeds(Path scratch) throws Exception {
    return List.of(
        FuzzTarget.input(0, VolumeReading.written(scratch, "a.tif", VoxelType.UINT16, 3, 2, 2, 2)),
        FuzzTarget.input(0, VolumeReading.written(scratch, "b.tif", VoxelType.UINT8, 3, 2, 1)));
  }

  @Override
  public Reading place(byte[] input, Path folder) throws IOException {
    byte[] content = FuzzTarget.content(input);
    return VolumeReading.of(Files.write(folder.resolve("v.tif"), content));
  }
}
