/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a click leads: a figure of the same report or a file beside it. A report never points into
 * the network.
 */
public final class Link {
  private final String target;

  private Link(String target) {
    this.target = target;
  }

  /**
   * To a figure of this report.
   *
   * @param name the figure's {@link ReportFigure#name name}
   */
  public static Link toFigure(String name) {
    return new Link("#" + anchor(name));
  }

  /**
   * To a file near the report.
   *
   * @param relative the file's path as seen from the report's folder
   * @throws IllegalArgumentException if the path is absolute
   */
  public static Link toFile(Path relative) {
    if (relative.getRoot() != null) {
      throw new IllegalArgumentException("a report links to files beside it, not to " + relative);
    }
    List<String> names = new ArrayList<>();
    relative.forEach(name -> names.add(name.toString()));
    try {
      // Without "./" a colon in the first name would be taken for the end of a scheme.
      String path = "./" + String.join("/", names);
      return new Link(new URI(null, null, path, null).toASCIIString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no link can be made of " + relative, e);
    }
  }

  /** The value of an {@code href} attribute. */
  String target() {
    return target;
  }

  /** The id of a figure: unlike its name free of spaces and of characters that mean something. */
  static String anchor(String name) {
    StringBuilder id = new StringBuilder("figure-");
    name.codePoints()
        .forEach(
            c -> {
              boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.');
              id.append(plain ? Character.toString(c) : "_" + Integer.toHexString(c) + "_");
            });
    return id.toString();
  }
}
