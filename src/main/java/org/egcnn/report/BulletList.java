/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;
import java.util.List;

/**
 * A list of short statements.
 *
 * @param items plain texts, one an item, at least one
 */
public record BulletList(List<String> items) implements ReportBlock {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public BulletList {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a list needs an item");
    }
  }

  @Override
  public void writeTo(HtmlWriter html) throws IOException {
    html.open("ul");
    for (String item : items) {
      html.element("li", item);
    }
    html.close();
  }
}
