/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.egcnn.task.BadInputException;

/**
 * NRRD with its voxels attached (.nrrd) or in one file beside it (.nhdr); raw, gzip and text.
 * Writes attached, gzip, in LPS as ITK and 3D Slicer do.
 */
final class NrrdFormat implements VolumeFormat {
  private static final int BUFFER_BYTES = 1 << 16;

  @Override
  public boolean accepts(Path file) {
    return FileNames.endsWith(file, List.of(".nrrd", ".nhdr"));
  }

  @Override
  public boolean canWrite(Path file) {
    return FileNames.endsWith(file, List.of(".nrrd"));
  }

  @Override
  public VolumeInfo readInfo(Path file) throws IOException {
    try (InputStream in = open(file)) {
      NrrdLayout layout = NrrdLayout.of(NrrdHeader.read(in, file));
      return new VolumeInfo(
          grid(layout), Math.toIntExact(layout.voxels().channels()), layout.voxels().type());
    }
  }

  @Override
  public Volume read(Path file) throws IOException {
    try (InputStream in = open(file)) {
      NrrdHeader header = NrrdHeader.read(in, file);
      NrrdLayout layout = NrrdLayout.of(header);
      if (!header.has("data file")) {
        return read(in, file, header, layout);
      }
      Path data = DetachedData.of(file, header.require("data file"), "Save it as one .nrrd file");
      try (InputStream detached = open(data)) {
        return read(detached, data, header, layout);
      }
    }
  }

  @Override
  public void write(Volume volume, Path file) throws IOException {
    VoxelType type = VoxelType.of(volume.image().firstElement());
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(header(volume, type).getBytes(StandardCharsets.US_ASCII));
      try (OutputStream gzip = new GzipOutput(out)) {
        RawWriter.write(volume.image(), type, gzip);
      }
    }
  }

  /** Whether an encoding's numbers are written as text. */
  static boolean isText(String encoding) {
    return List.of("ascii", "text", "txt").contains(encoding);
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
  }

  private static Grid grid(NrrdLayout layout) {
    RawLayout voxels = layout.voxels();
    return new Grid(voxels.width(), voxels.height(), voxels.depth(), layout.affine());
  }

  private static Volume read(InputStream in, Path data, NrrdHeader header, NrrdLayout layout)
      throws IOException {
    Path file = header.file();
    RawLayout voxels = layout.voxels();
    String encoding = header.encoding();
    long lines = skip(header, "line skip");
    for (long i = 0; i < lines && HeaderText.line(in, data) != null; i++) {
      // Each turn passes over one line.
    }
    long bytes = skip(header, "byte skip");
    boolean gzip = encoding.equals("gzip") || encoding.equals("gz");
    if (!gzip && !encoding.equals("raw") && !isText(encoding)) {
      throw new BadInputException(
          file, "its encoding " + encoding + " is not supported", "Use raw, gzip or ascii");
    }
    if (isText(encoding)) {
      VoxelData.checkHoldsText(data, voxels);
    } else {
      VoxelData.checkHolds(data, Math.max(0, bytes), gzip, voxels);
    }
    InputStream raw = gzip ? new GzipInput(in) : in;
    if (bytes == -1 && encoding.equals("raw")) {
      try (InputStream again = open(data)) {
        again.skipNBytes(Files.size(data) - voxels.bytes());
        return volume(again, data, header, layout);
      }
    }
    raw.skipNBytes(Math.max(0, bytes));
    return volume(isText(encoding) ? new TextNumbers(raw, voxels) : raw, data, header, layout);
  }

  private static Volume volume(InputStream in, Path data, NrrdHeader header, NrrdLayout layout)
      throws IOException {
    return new Volume(
        VoxelData.read(in, data, layout.voxels()),
        grid(layout),
        Optional.of(header.file()),
        Optional.empty());
  }

  private static long skip(NrrdHeader header, String field) throws BadInputException {
    String value = header.get(field, "0");
    long[] numbers = HeaderText.integers(field, value, header.file());
    if (numbers.length != 1 || numbers[0] < -1) {
      throw HeaderText.bad(field, value, header.file(), null);
    }
    return numbers[0];
  }

  private static String header(Volume volume, VoxelType type) {
    Grid grid = volume.grid();
    boolean several = volume.channels() > 1;
    StringBuilder directions = new StringBuilder();
    for (int axis = 0; axis < 3; axis++) {
      directions.append(axis == 0 ? "" : " ").append(vector(grid.affine(), axis));
    }
    return String.format(
        Locale.ROOT,
        "NRRD0004\ntype: %s\ndimension: %d\nspace: left-posterior-superior\nsizes: %d %d %d%s\n"
            + "space directions: %s%s\nkinds: domain domain domain%s\nendian: little\n"
            + "encoding: gzip\nspace origin: %s\n\n",
        type.isFloatingPoint() ? (type == VoxelType.FLOAT32 ? "float" : "double") : type,
        several ? 4 : 3,
        grid.width(),
        grid.height(),
        grid.depth(),
        several ? " " + volume.channels() : "",
        directions,
        several ? " none" : "",
        several ? " list" : "",
        vector(grid.affine(), 3));
  }

  private static String vector(Affine affine, int column) {
    double[] v = WorldAxes.LPS.column(affine, column);
    return "(" + v[0] + "," + v[1] + "," + v[2] + ")";
  }
}
