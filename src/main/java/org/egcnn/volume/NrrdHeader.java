/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.egcnn.task.BadInputException;

/**
 * The fields of an NRRD header as text.
 *
 * <p>Source: teem.sourceforge.net/nrrd/format.html.
 *
 * @param fields values by lower-case name; spellings that the format has as alternatives are under
 *     the one its definition lists first
 * @param file the header's file, for messages
 */
record NrrdHeader(Map<String, String> fields, Path file) {
  private static final Map<String, String> ALTERNATIVES =
      Map.of("datafile", "data file", "lineskip", "line skip", "byteskip", "byte skip");

  /**
   * Reads a header.
   *
   * @param in left behind the empty line that ends the header, or at the end of the file
   * @throws BadInputException if it is no NRRD header
   */
  static NrrdHeader read(InputStream in, Path file) throws IOException {
    byte[] magic = in.readNBytes(4);
    if (magic.length < 4
        || magic[0] != 'N'
        || magic[1] != 'R'
        || magic[2] != 'R'
        || magic[3] != 'D') {
      throw new BadInputException(file, "it does not begin with NRRD", "Check what the file is");
    }
    HeaderText.line(in, file);
    Map<String, String> fields = new HashMap<>();
    int lines = 0;
    for (String line = HeaderText.line(in, file);
        line != null && !line.isEmpty();
        line = HeaderText.line(in, file)) {
      if (++lines > HeaderText.MOST_LINES) {
        throw new BadInputException(file, "its header does not end", "Check what the file is");
      }
      int colon = line.indexOf(": ");
      // "key:=value" is for programs' own use, "#" begins a comment.
      if (line.startsWith("#")
          || line.contains(":=") && (colon < 0 || line.indexOf(":=") < colon)) {
        continue;
      }
      if (colon < 0) {
        throw new BadInputException(
            file, "its header has the odd line '" + line + "'", "Correct the header");
      }
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      fields.put(ALTERNATIVES.getOrDefault(name, name), line.substring(colon + 2).strip());
    }
    return new NrrdHeader(Map.copyOf(fields), file);
  }

  /** A field's value, or a default. */
  String get(String name, String otherwise) {
    return fields.getOrDefault(name, otherwise);
  }

  /** Whether the header has a field. */
  boolean has(String name) {
    return fields.containsKey(name);
  }

  /**
   * A field that must be there.
   *
   * @throws BadInputException if it is not
   */
  String require(String name) throws BadInputException {
    String value = fields.get(name);
    if (value == null) {
      throw new BadInputException(
          file, "its header has no field '" + name + "'", "Correct the header");
    }
    return value;
  }

  /** How the voxels are coded, in lower case. */
  String encoding() throws BadInputException {
    return require("encoding").toLowerCase(Locale.ROOT);
  }
}
