/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something the user gave cannot be used: a file, a folder or a setting. The message is one line
 * that names it and says what to do; it is shown as it stands, without a stack trace.
 */
public class BadInputException extends IOException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_PART = 1000;
  private static final int LONGEST_MESSAGE = 8000;

  /**
   * A complaint about a setting.
   *
   * @param message what is wrong and what to do, in one line
   */
  public BadInputException(String message) {
    this(message, null);
  }

  /**
   * A complaint about a setting or input, with the error that revealed it.
   *
   * @param message what is wrong and what to do, in one line
   * @param cause the error underneath, shown only when asked for
   */
  public BadInputException(String message, Throwable cause) {
    super(shown(message, LONGEST_MESSAGE, "\n"), cause);
  }

  /**
   * A complaint about a file or folder.
   *
   * @param file the file or folder
   * @param problem what is wrong with it
   * @param remedy what the user can do
   */
  public BadInputException(Path file, String problem, String remedy) {
    this(file, problem, remedy, null);
  }

  /**
   * A complaint about a file or folder, with the error that revealed it.
   *
   * @param file the file or folder
   * @param problem what is wrong with it
   * @param remedy what the user can do
   * @param cause the error underneath, shown only when asked for
   */
  public BadInputException(Path file, String problem, String remedy, Throwable cause) {
    super(
        shown(file.toString(), LONGEST_MESSAGE, "")
            + ": "
            + shown(problem, LONGEST_PART, "")
            + ". "
            + shown(remedy, LONGEST_PART, ""),
        cause);
  }

  /** Words from a damaged or hostile file may be long, and hold what a terminal obeys. */
  private static String shown(String words, int longest, String kept) {
    String start = words.length() <= longest ? words : words.substring(0, longest) + "...";
    StringBuilder shown = new StringBuilder();
    start
        .chars()
        .forEach(
            c -> shown.append(Character.isISOControl(c) && kept.indexOf(c) < 0 ? '?' : (char) c));
    return shown.toString();
  }
}
