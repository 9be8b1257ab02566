/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.egcnn.task.BadInputException;

/** Settings as texts, read strictly: every one must be asked for by somebody, and understood. */
final class ProtocolTexts {
  private final String place;
  private final Map<String, Protocol.Setting> settings;
  private final Set<String> known = new TreeSet<>();

  /** Makes a value of a text, or throws IllegalArgumentException. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text);
  }

  /**
   * Settings.
   *
   * @param place what complaints put before a key
   */
  ProtocolTexts(String place, Map<String, Protocol.Setting> settings) {
    this.place = place;
    this.settings = settings;
  }

  /** A value, if it is there. */
  <T> Optional<T> read(String key, Parser<T> parser) throws BadInputException {
    known.add(key);
    if (!settings.containsKey(key)) {
      return Optional.empty();
    }
    String text = settings.get(key).value();
    try {
      return Optional.of(parser.parse(text));
    } catch (NumberFormatException e) {
      throw new BadInputException(place + key + ": '" + text + "' is no number. Correct it", e);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(place + key + ": " + e.getMessage() + ". Correct it", e);
    }
  }

  /** A number, or a default. */
  double number(String key, double standard) throws BadInputException {
    return read(key, Double::valueOf).orElse(standard);
  }

  /** What a supplier makes of values that were read, which it may find out of their range. */
  <T> T valid(Supplier<T> made) throws BadInputException {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(place + " " + e.getMessage() + ". Correct it", e);
    }
  }

  /** Reads true or false. */
  static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    }
    return text.equals("true");
  }

  /** Reads a constant's name in lower case with {@code -}. */
  static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not known"));
  }

  /**
   * Ends the reading.
   *
   * @throws BadInputException if there is a setting that nobody asked for
   */
  void finish() throws BadInputException {
    for (String key : settings.keySet()) {
      if (!known.contains(key)) {
        throw new BadInputException(
            place + key + " is not known. There are " + String.join(", ", known));
      }
    }
  }
}
