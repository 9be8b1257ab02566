/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * MetaImage with its voxels behind the header (.mha) or in one file beside it (.mhd with .raw or
 * .zraw). World coordinates in the file are LPS. Writes .mha, compressed.
 */
final class MetaImageFormat implements VolumeFormat {
  private static final int BUFFER_BYTES = 1 << 16;

  /** As wide as any size, to be overwritten once the size is known. */
  private static final String NO_SIZE_YET = "0".repeat(19);

  @Override
  public boolean accepts(Path file) {
    return FileNames.endsWith(file, List.of(".mha", ".mhd"));
  }

  @Override
  public boolean canWrite(Path file) {
    return FileNames.endsWith(file, List.of(".mha"));
  }

  @Override
  public VolumeInfo readInfo(Path file) throws IOException {
    try (InputStream in = open(file)) {
      MetaImageHeader header = MetaImageHeader.read(in, file);
      RawLayout voxels = header.voxels();
      return new VolumeInfo(grid(header), Math.toIntExact(voxels.channels()), voxels.type());
    }
  }

  @Override
  public Volume read(Path file) throws IOException {
    try (InputStream in = open(file)) {
      MetaImageHeader header = MetaImageHeader.read(in, file);
      if (header.dataFile().equalsIgnoreCase(MetaImageHeader.LOCAL)) {
        return read(in, file, file, header);
      }
      Path data = DetachedData.of(file, header.dataFile(), "Save it as one .mha file");
      try (InputStream detached = open(data)) {
        return read(detached, data, file, header);
      }
    }
  }

  @Override
  public void write(Volume volume, Path file) throws IOException {
    VoxelType type = VoxelType.of(volume.image().firstElement());
    String before = header(volume);
    byte[] header =
        (before + NO_SIZE_YET + "\nElementType = " + name(type) + "\nElementDataFile = LOCAL\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(header);
      Deflater deflater = new Deflater(Deflater.BEST_SPEED);
      try (OutputStream zlib = new DeflaterOutputStream(out, deflater, BUFFER_BYTES)) {
        RawWriter.write(volume.image(), type, zlib);
      } finally {
        deflater.end();
      }
    }
    try (RandomAccessFile again = new RandomAccessFile(file.toFile(), "rw")) {
      again.seek(before.length());
      again.writeBytes(String.format(Locale.ROOT, "%019d", Files.size(file) - header.length));
    }
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
  }

  private static Grid grid(MetaImageHeader header) {
    RawLayout voxels = header.voxels();
    return new Grid(voxels.width(), voxels.height(), voxels.depth(), header.affine());
  }

  private static Volume read(InputStream in, Path data, Path file, MetaImageHeader header)
      throws IOException {
    RawLayout voxels = header.voxels();
    if (header.text()) {
      VoxelData.checkHoldsText(data, voxels);
    } else {
      VoxelData.checkHolds(data, Math.max(0, header.skip()), header.compressed(), voxels);
    }
    if (header.skip() == -1 && !header.compressed() && !header.text()) {
      try (InputStream again = open(data)) {
        again.skipNBytes(Files.size(data) - voxels.bytes());
        return volume(again, data, file, header);
      }
    }
    in.skipNBytes(Math.max(0, header.skip()));
    InputStream raw = header.compressed() ? inflate(in) : in;
    return volume(header.text() ? new TextNumbers(raw, voxels) : raw, data, file, header);
  }

  private static Volume volume(InputStream in, Path data, Path file, MetaImageHeader header)
      throws IOException {
    return new Volume(
        VoxelData.read(in, data, header.voxels()),
        grid(header),
        Optional.of(file),
        Optional.empty());
  }

  /** The format says zlib, but gzip is found too. */
  private static InputStream inflate(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GzipInput(in) : new InflaterInputStream(in);
  }

  /** The header up to the compressed size's value. */
  private static String header(Volume volume) {
    Grid grid = volume.grid();
    Affine affine = grid.affine();
    double[] spacing = grid.spacing();
    boolean several = volume.channels() > 1;
    String matrix =
        IntStream.range(0, 3)
            .mapToObj(axis -> row(WorldAxes.LPS.column(affine, axis), spacing[axis], several))
            .collect(Collectors.joining(" "));
    return "ObjectType = Image\nNDims = "
        + (several ? 4 : 3)
        + "\nBinaryData = True\nBinaryDataByteOrderMSB = False\nCompressedData = True"
        + "\nTransformMatrix = "
        + matrix
        + (several ? " 0 0 0 1" : "")
        + "\nOffset = "
        + row(WorldAxes.LPS.column(affine, 3), 1, several)
        + "\nElementSpacing = "
        + row(spacing, 1, false)
        + (several ? " 1" : "")
        + "\nDimSize = "
        + grid.width()
        + " "
        + grid.height()
        + " "
        + grid.depth()
        + (several ? " " + volume.channels() : "")
        + "\nCompressedDataSize = ";
  }

  private static String row(double[] v, double divisor, boolean fourth) {
    return v[0] / divisor + " " + v[1] / divisor + " " + v[2] / divisor + (fourth ? " 0" : "");
  }

  private static String name(VoxelType type) {
    return switch (type) {
      case INT8 -> "MET_CHAR";
      case UINT8 -> "MET_UCHAR";
      case INT16 -> "MET_SHORT";
      case UINT16 -> "MET_USHORT";
      case INT32 -> "MET_INT";
      case UINT32 -> "MET_UINT";
      case INT64 -> "MET_LONG_LONG";
      case UINT64 -> "MET_ULONG_LONG";
      case FLOAT32 -> "MET_FLOAT";
      case FLOAT64 -> "MET_DOUBLE";
    };
  }
}
