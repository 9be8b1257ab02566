/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.report.Link;
import org.egcnn.report.PngFile;
import org.egcnn.report.ReportFigure;

/**
 * The pictures of an evaluation that go into its report: so many that a browser and a mail still
 * take it. Those that do not fit stay files beside the report.
 */
final class ReportPictures {
  private static final int MOST = 24;
  private static final long MOST_BYTES = 8L << 20;
  private static final int WIDEST = 1000;

  private final Path folder;
  private final List<ReportFigure> inside = new ArrayList<>();
  private long bytes;

  /**
   * No pictures yet.
   *
   * @param folder the report's folder
   */
  ReportPictures(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes in a picture if it exists and there is room.
   *
   * @param file relative to the report's folder; also the figure's name
   * @param description what it shows, for those who cannot see it
   * @param caption stands below it
   * @throws IOException if it cannot be read
   */
  void add(Path file, String description, String caption) throws IOException {
    if (inside.size() == MOST || bytes >= MOST_BYTES || !Files.exists(folder.resolve(file))) {
      return;
    }
    byte[] png = PngFile.readAtMost(folder.resolve(file), WIDEST);
    bytes += png.length;
    inside.add(ReportFigure.of(name(file), png, description, caption).linkedTo(Link.toFile(file)));
  }

  /** The pictures taken in, in the order in which they came. */
  List<ReportFigure> inside() {
    return List.copyOf(inside);
  }

  /** To the picture in the report, or to the file if there was no room for it. */
  Link link(Path file) {
    boolean taken = inside.stream().anyMatch(figure -> figure.name().equals(name(file)));
    return taken ? Link.toFigure(name(file)) : Link.toFile(file);
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }
}
