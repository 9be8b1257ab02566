/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;

/** One piece of a {@link HtmlReport}; pieces stand one below the other. */
public sealed interface ReportBlock
    permits Paragraph, BulletList, Preformatted, KeyValues, ReportFigure, ReportTable {

  /**
   * Appends the piece's elements.
   *
   * @throws IOException if the text cannot be written
   */
  void writeTo(HtmlWriter html) throws IOException;
}
