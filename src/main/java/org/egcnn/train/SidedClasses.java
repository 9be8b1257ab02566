/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds classes that are the two sides of one, such as {@code left kidney} and {@code right
 * kidney}: crops mirrored from left to right teach each of them both.
 *
 * @param left the one on the left
 * @param right the one on the right
 */
record SidedClasses(String left, String right) {
  private static final Map<String, String> OTHER_SIDE =
      Map.of("left", "right", "l", "r", "lh", "rh", "lt", "rt", "sin", "dex");

  /** Between words: what is neither letter nor digit, and where a capital begins one. */
  private static final Pattern BETWEEN =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  /** The first such pair, if there is one. */
  static Optional<SidedClasses> among(List<String> names) {
    Map<String, String> byWords = new HashMap<>();
    names.forEach(name -> byWords.putIfAbsent(words(name).collect(Collectors.joining(" ")), name));
    for (String name : names) {
      String mirrored =
          words(name)
              .map(word -> OTHER_SIDE.getOrDefault(word, word))
              .collect(Collectors.joining(" "));
      String other = byWords.get(mirrored);
      if (other != null && !other.equals(name)) {
        return Optional.of(new SidedClasses(name, other));
      }
    }
    return Optional.empty();
  }

  private static Stream<String> words(String name) {
    return BETWEEN
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT));
  }
}
