/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.egcnn.task.BadInputException;

/**
 * The options of a macro's {@code run("Command...", "options")}, split into keys and values:
 *
 * <ul>
 *   <li>{@code key=value}, the value ending at the next space;
 *   <li>{@code key=[a value]} or {@code key='a value'}; brackets within brackets must be balanced;
 *   <li>{@code key} alone, the same as {@code key=true}.
 * </ul>
 *
 * <p>ImageJ's own reading searches the text for each key it knows, so that it never notices a
 * misspelt one; here every character is accounted for.
 *
 * @param values the values by key, keys in lower case, in the order of the text
 */
public record MacroOptions(Map<String, String> values) {

  /** Copies the values. */
  public MacroOptions {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Reads options.
   *
   * @param text the text; empty means no options
   * @throws BadInputException if a key is missing, malformed or given twice, or a bracket or quote
   *     is not closed
   */
  public static MacroOptions parse(String text) throws BadInputException {
    Map<String, String> values = new LinkedHashMap<>();
    int at = skipSpaces(text, 0);
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isSpace(text.charAt(end)) && text.charAt(end) != '=') {
        end++;
      }
      String key = text.substring(at, end).toLowerCase(Locale.ROOT);
      if (!key.matches("[a-z][a-z0-9_]*")) {
        throw new BadInputException(
            "'"
                + text.substring(at, wordEnd(text, at))
                + "' is no option: write key=value, and values with spaces as key=[a value]");
      }
      String value = "true";
      if (end < text.length() && text.charAt(end) == '=') {
        int start = end + 1;
        end = valueEnd(text, start, key);
        value = unquoted(text.substring(start, end));
      }
      if (values.put(key, value) != null) {
        throw new BadInputException("option " + key + " is given twice: remove one");
      }
      at = skipSpaces(text, end);
    }
    return new MacroOptions(values);
  }

  private static int valueEnd(String text, int start, String key) throws BadInputException {
    char first = start < text.length() ? text.charAt(start) : ' ';
    int end =
        switch (first) {
          case '[' -> closing(text, start);
          case '\'' -> text.indexOf('\'', start + 1) + 1;
          default -> wordEnd(text, start);
        };
    if (end <= 0 && first != ' ') {
      throw new BadInputException(
          "the value of option " + key + " is not closed: add " + (first == '[' ? "]" : "'"));
    }
    if (end < text.length() && !isSpace(text.charAt(end))) {
      throw new BadInputException(
          "there is '"
              + text.substring(end, wordEnd(text, end))
              + "' behind the value of option "
              + key
              + ": separate options by spaces");
    }
    return end;
  }

  /** The place behind the bracket that closes the one at {@code start}, or 0. */
  private static int closing(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) == '[') {
        depth++;
      } else if (text.charAt(i) == ']' && --depth == 0) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String unquoted(String value) {
    boolean quoted = value.startsWith("[") || value.startsWith("'");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int skipSpaces(String text, int start) {
    int at = start;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c);
  }
}
