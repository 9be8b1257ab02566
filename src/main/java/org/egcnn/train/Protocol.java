/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcnn.task.BadInputException;

/**
 * The settings of a published experiment, each with where it is from. Settings are named like the
 * options of the command line, without the leading hyphens, and hold the text that would be given
 * there.
 *
 * @param place the file, or the name of a built-in protocol, for messages
 * @param name what it is called
 * @param training settings of {@code train}, in the file's order
 * @param evaluation settings of {@code evaluate}, in the file's order
 */
public record Protocol(
    String place, String name, Map<String, Setting> training, Map<String, Setting> evaluation) {

  /** The protocols that are part of the program. */
  public static final List<String> BUILT_IN = List.of("brats2019", "kits2019");

  /** What a protocol may say of an evaluation; all else there is about files and figures. */
  public static final List<String> EVALUATION =
      List.of("empty-policy", "mean-name", "regions", "tolerance");

  /** Who decided a setting. */
  public enum Origin {
    /** The paper says it. */
    PAPER,
    /** Related work of the same authors, or work that the paper builds on. */
    RELATED,
    /** A choice of this project's, where both are silent. */
    CHOICE
  }

  /**
   * One setting.
   *
   * @param value the text of its value
   * @param from who decided it
   * @param note what there is to say about it
   */
  public record Setting(String value, Origin from, Optional<String> note) {}

  /** Copies the settings. */
  public Protocol {
    training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
    evaluation = Collections.unmodifiableMap(new LinkedHashMap<>(evaluation));
  }

  /**
   * Opens a built-in protocol or a file.
   *
   * @param nameOrFile one of {@link #BUILT_IN}, or the path of a JSON file
   * @throws BadInputException if it is neither, or the file holds what a protocol must not; the
   *     message names file and key
   * @throws IOException if the file cannot be read
   */
  public static Protocol open(String nameOrFile) throws IOException {
    if (BUILT_IN.contains(nameOrFile)) {
      try (InputStream in =
          Protocol.class.getResourceAsStream("protocols/" + nameOrFile + ".json")) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new ProtocolReader(nameOrFile).read(text);
      }
    }
    if (!nameOrFile.endsWith(".json")) {
      throw new BadInputException(
          "There is no protocol '"
              + nameOrFile
              + "'. Give "
              + String.join(", ", BUILT_IN)
              + " or a .json file");
    }
    return ProtocolReader.ofFile(Path.of(nameOrFile));
  }

  /** How many settings of training and evaluation are from somewhere. */
  public long count(Origin from) {
    return Stream.of(training, evaluation)
        .flatMap(settings -> settings.values().stream())
        .filter(setting -> setting.from() == from)
        .count();
  }
}
