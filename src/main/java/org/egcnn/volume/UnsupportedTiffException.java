/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.file.Path;
import org.egcnn.task.BadInputException;

/** A TIFF file that is whole, but of a kind that only other readers than ours understand. */
final class UnsupportedTiffException extends BadInputException {
  private static final long serialVersionUID = 1L;

  /** A complaint as {@link BadInputException} says. */
  UnsupportedTiffException(Path file, String problem, String remedy) {
    super(file, problem, remedy);
  }
}
