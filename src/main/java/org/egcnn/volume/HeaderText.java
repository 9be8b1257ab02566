/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.egcnn.task.BadInputException;

/** The text with which NRRD and MetaImage files begin. */
final class HeaderText {
  /** No honest header has more lines. */
  static final int MOST_LINES = 10_000;

  /**
   * No honest header's line is longer; a file of another kind might have no line end for gigabytes.
   */
  private static final int LARGEST_LINE = 1 << 16;

  private HeaderText() {}

  /**
   * Reads a line without its line end, byte by byte, so that the stream is left right behind it.
   *
   * @return null at the end of the stream
   * @throws BadInputException if the line does not end
   */
  static String line(InputStream in, Path file) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
      if (line.length() > LARGEST_LINE) {
        throw new BadInputException(file, "its header is no text", "Check what the file is");
      }
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return new String(
        line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /**
   * Numbers separated by blanks or commas.
   *
   * @throws BadInputException if one is no number
   */
  static double[] numbers(String field, String value, Path file) throws BadInputException {
    String[] words = words(value);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        // other languages print it so
        numbers[i] = words[i].equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        throw bad(field, value, file, e);
      }
    }
    return numbers;
  }

  /**
   * Whole numbers separated by blanks or commas.
   *
   * @throws BadInputException if one is no whole number of 64 bits
   */
  static long[] integers(String field, String value, Path file) throws BadInputException {
    try {
      return Arrays.stream(words(value)).mapToLong(Long::parseLong).toArray();
    } catch (NumberFormatException e) {
      throw bad(field, value, file, e);
    }
  }

  private static String[] words(String value) {
    return value.isBlank() ? new String[0] : value.strip().split("[\\s,]+");
  }

  /** A complaint about a field's value. */
  static BadInputException bad(String field, String value, Path file, Throwable cause) {
    return new BadInputException(
        file,
        "its header field " + field + " has the unusable value '" + value + "'",
        "Correct the header",
        cause);
  }
}
