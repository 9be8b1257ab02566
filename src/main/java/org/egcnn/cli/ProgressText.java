/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.Locale;
import java.util.OptionalLong;

/** Words progress: {@code Epoch 3 of 20, 12 %, 3 min 05 s left}. */
final class ProgressText {
  private final TimeLeft timeLeft = new TimeLeft();

  /**
   * The words for a report of progress.
   *
   * @param nanos now
   */
  String of(long done, long total, String what, long nanos) {
    OptionalLong left = timeLeft.after(done, total, nanos);
    if (total <= 0) {
      return what;
    }
    String share = String.format(Locale.ROOT, "%s, %d %%", what, 100 * done / total);
    return left.isPresent() && done < total
        ? share + ", " + TimeLeft.text(left.getAsLong()) + " left"
        : share;
  }
}
