/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.util.List;

/**
 * A part of a report with a heading.
 *
 * @param heading unlike every other section's
 * @param blocks its content
 */
public record ReportSection(String heading, List<ReportBlock> blocks) {

  /** Copies the list. */
  public ReportSection {
    blocks = List.copyOf(blocks);
  }
}
