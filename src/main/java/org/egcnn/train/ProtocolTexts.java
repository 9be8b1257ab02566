/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.egcnn.task.BadInputException;

/** Settings as texts, read strictly: every one must be asked for by somebody, and understood. */
final class ProtocolTexts implements NamedValues {
  private final String place;
  private final Map<String, Protocol.Setting> settings;
  private final Set<String> known = new TreeSet<>();

  /**
   * Settings.
   *
   * @param place what complaints put before a key
   */
  ProtocolTexts(String place, Map<String, Protocol.Setting> settings) {
    this.place = place;
    this.settings = settings;
  }

  @Override
  public <T> Optional<T> parsed(String key, Function<String, T> parse) throws BadInputException {
    known.add(key);
    if (!settings.containsKey(key)) {
      return Optional.empty();
    }
    String text = settings.get(key).value();
    try {
      return Optional.of(parse.apply(text));
    } catch (NumberFormatException e) {
      throw new BadInputException(place + key + ": '" + text + "' is no number. Correct it", e);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(place + key + ": " + e.getMessage() + ". Correct it", e);
    }
  }

  @Override
  public Optional<Double> number(String key) throws BadInputException {
    return parsed(key, Double::valueOf);
  }

  @Override
  public Optional<Integer> integer(String key) throws BadInputException {
    return parsed(key, Integer::valueOf);
  }

  @Override
  public Optional<Boolean> flag(String key) throws BadInputException {
    return parsed(key, ProtocolTexts::isTrue);
  }

  /** A complaint about values that do not suit each other, or are out of their range. */
  BadInputException problem(IllegalArgumentException e) {
    return new BadInputException(place + " " + e.getMessage() + ". Correct it", e);
  }

  private static boolean isTrue(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    }
    return text.equals("true");
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
