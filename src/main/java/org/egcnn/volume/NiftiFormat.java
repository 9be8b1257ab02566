/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * NIfTI-1 and NIfTI-2, in one file (.nii, .nii.gz) or a pair (.hdr and .img); whether a file is
 * compressed is seen from its content. Header extensions are skipped. Axes beyond the third are
 * channels. Writes little-endian single files.
 */
final class NiftiFormat implements VolumeFormat {
  private static final List<String> WRITTEN = List.of(".nii", ".nii.gz");

  @Override
  public boolean accepts(Path file) {
    return FileNames.endsWith(file, NiftiFiles.ENDINGS);
  }

  @Override
  public boolean canWrite(Path file) {
    return FileNames.endsWith(file, WRITTEN);
  }

  @Override
  public VolumeInfo readInfo(Path file) throws IOException {
    NiftiFiles files = NiftiFiles.of(file);
    NiftiHeader header = header(files);
    RawLayout layout = NiftiLayout.of(header, file);
    NiftiFiles.checkExists(files.data(), files.header());
    long offset = offset(header, files);
    VoxelData.checkHolds(files.data(), offset, VoxelData.isGzip(files.data()), layout);
    return new VolumeInfo(
        grid(header, layout, file), Math.toIntExact(layout.channels()), layout.type());
  }

  @Override
  public Volume read(Path file) throws IOException {
    NiftiFiles files = NiftiFiles.of(file);
    NiftiHeader header = header(files);
    RawLayout layout = NiftiLayout.of(header, file);
    NiftiFiles.checkExists(files.data(), files.header());
    Grid grid = grid(header, layout, file);
    RandomAccessibleInterval<? extends RealType<?>> image =
        VoxelData.read(files.data(), offset(header, files), layout);
    return new Volume(
        LinearScaling.apply(image, layout.type(), header.slope(), header.intercept()),
        grid,
        Optional.of(file),
        Optional.of(header.forms()));
  }

  @Override
  public void write(Volume volume, Path file) throws IOException {
    try (OutputStream out = GzipOutput.open(file)) {
      VoxelType type = VoxelType.of(volume.image().firstElement());
      out.write(NiftiEncoder.header(volume, type));
      RawWriter.write(volume.image(), type, out);
    }
  }

  private static NiftiHeader header(NiftiFiles files) throws IOException {
    NiftiFiles.checkExists(files.header(), files.data());
    try (InputStream in = VoxelData.open(files.header())) {
      return NiftiHeader.read(in, files.header());
    }
  }

  /** Single files that leave the offset out have their voxels right behind the header. */
  private static long offset(NiftiHeader header, NiftiFiles files) {
    long least = files.isPair() ? 0 : header.bytes() + NiftiHeader.EXTENDER_BYTES;
    return header.offset() == 0 ? least : header.offset();
  }

  private static Grid grid(NiftiHeader header, RawLayout layout, Path file) throws IOException {
    return new Grid(
        layout.width(),
        layout.height(),
        layout.depth(),
        NiftiPlacement.affine(header.forms(), file));
  }
}
