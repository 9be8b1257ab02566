/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;

/**
 * Text in a font of fixed width whose line breaks are kept, such as a command or a settings file.
 *
 * @param text plain text
 */
public record Preformatted(String text) implements ReportBlock {

  @Override
  public void writeTo(HtmlWriter html) throws IOException {
    // HTML drops a line feed that comes right after the opening tag.
    html.element("pre", "\n" + text);
  }
}
