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

  /**
   * A complaint about a setting.
   *
   * @param message what is wrong and what to do, in one line
   */
  public BadInputException(String message) {
    super(message);
  }

  /**
   * A complaint about a setting or input, with the error that revealed it.
   *
   * @param message what is wrong and what to do, in one line
   * @param cause the error underneath, shown only when asked for
   */
  public BadInputException(String message, Throwable cause) {
    super(message, cause);
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
    super(file + ": " + problem + ". " + remedy, cause);
  }
}
