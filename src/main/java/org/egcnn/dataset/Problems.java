/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.task.BadInputException;

/**
 * Collects what is wrong with many cases, so that the user learns of all of it at once. Not thread
 * safe.
 */
final class Problems {
  /** More lines than this do not help anybody. */
  static final int SHOWN = 20;

  private final List<String> lines = new ArrayList<>();

  void add(String line) {
    lines.add(line);
  }

  int count() {
    return lines.size();
  }

  /**
   * Throws if anything was added: the summary as first line, then one line a problem, at most
   * {@link #SHOWN} of them.
   */
  void throwIfAny(String summary) throws BadInputException {
    if (lines.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder(summary);
    lines.stream().limit(SHOWN).forEach(line -> message.append("\n  ").append(line));
    if (lines.size() > SHOWN) {
      message.append("\n  ... and ").append(lines.size() - SHOWN).append(" more");
    }
    throw new BadInputException(message.toString());
  }
}
