/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names with their values, such as settings or versions.
 *
 * @param caption what they are
 * @param values the values by name, shown in the map's order
 */
public record KeyValues(String caption, Map<String, String> values) implements ReportBlock {

  /** Copies the map and keeps its order. */
  public KeyValues {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public void writeTo(HtmlWriter html) throws IOException {
    html.open("div", Map.of("class", "scroll"));
    html.open("table", Map.of("class", "key-values"));
    html.element("caption", caption);
    html.open("tbody");
    for (Map.Entry<String, String> entry : values.entrySet()) {
      html.open("tr");
      html.element("th", Map.of("scope", "row"), entry.getKey());
      html.element("td", entry.getValue());
      html.close();
    }
    html.close();
    html.close();
    html.close();
  }
}
