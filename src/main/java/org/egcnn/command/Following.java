/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.IOException;
import java.util.Map;
import org.egcnn.task.BadInputException;

/**
 * A command in which one input, such as a protocol, decides what others are unless they were given.
 * An input was given if a macro or a script names it; in a dialog, if it was changed.
 */
public interface Following {
  /**
   * What the inputs that were not given are to be, asked for once all others are set.
   *
   * @return texts as in macros, by the inputs' names
   * @throws BadInputException if what is followed cannot be used
   * @throws IOException if it cannot be read
   */
  Map<String, String> defaults() throws IOException;
}
