/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.function.Supplier;
import org.egcnn.task.BadInputException;

/** Makes settings from options; one out of range is the user's mistake, not the program's. */
final class ValidSetting {
  private ValidSetting() {}

  /**
   * Makes settings.
   *
   * @throws BadInputException with the complaint of the settings' constructor
   */
  static <T> T of(Supplier<T> settings) throws BadInputException {
    try {
      return settings.get();
    } catch (IllegalArgumentException e) {
      throw new BadInputException("A setting cannot be used: " + e.getMessage(), e);
    }
  }
}
