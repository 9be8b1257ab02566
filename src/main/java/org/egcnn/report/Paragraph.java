/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;
import java.util.Map;

/**
 * Running text.
 *
 * @param text plain text, not markup
 * @param warning whether it says something that the reader must not overlook
 */
public record Paragraph(String text, boolean warning) implements ReportBlock {

  /** Ordinary text. */
  public static Paragraph of(String text) {
    return new Paragraph(text, false);
  }

  /** Text that stands out, such as what is missing from the results. */
  public static Paragraph warning(String text) {
    return new Paragraph(text, true);
  }

  @Override
  public void writeTo(HtmlWriter html) throws IOException {
    html.element("p", warning ? Map.of("class", "warning") : Map.of(), text);
  }
}
