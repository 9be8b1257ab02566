/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.egcnn.report.ReportTable.Column;

/** Writes a {@link ReportTable} as the elements that {@code report.js} makes sortable. */
final class TableMarkup {
  private final ReportTable table;

  TableMarkup(ReportTable table) {
    this.table = table;
  }

  void writeTo(HtmlWriter html) throws IOException {
    // Focusable, so that a table wider than the window can be scrolled by keyboard.
    Map<String, String> scroll = new LinkedHashMap<>();
    scroll.put("class", "scroll");
    scroll.put("tabindex", "0");
    scroll.put("role", "region");
    scroll.put("aria-label", table.caption());
    html.open("div", scroll);
    html.open("table", Map.of("class", "sortable"));
    html.element("caption", table.caption());
    head(html);
    rows(html, "tbody", table.rows());
    if (!table.foot().isEmpty()) {
      rows(html, "tfoot", table.foot());
    }
    html.close();
    html.close();
  }

  private void head(HtmlWriter html) throws IOException {
    html.open("thead").open("tr");
    for (int i = 0; i < table.columns().size(); i++) {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("scope", "col");
      if (table.columns().get(i).number()) {
        attributes.put("class", "number");
      }
      if (i == table.sorted()) {
        boolean ascending = table.direction() == ReportTable.Direction.ASCENDING;
        attributes.put("aria-sort", ascending ? "ascending" : "descending");
      }
      html.element("th", attributes, table.columns().get(i).title());
    }
    html.close().close();
  }

  private void rows(HtmlWriter html, String group, List<List<Cell>> rows) throws IOException {
    html.open(group);
    for (List<Cell> row : rows) {
      html.open("tr");
      for (int i = 0; i < row.size(); i++) {
        cell(html, i, table.columns().get(i), row.get(i));
      }
      html.close();
    }
    html.close();
  }

  private static void cell(HtmlWriter html, int index, Column column, Cell cell)
      throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (index == 0) {
      attributes.put("scope", "row");
    }
    if (column.number()) {
      attributes.put("class", "number");
      cell.value().ifPresent(value -> attributes.put("data-value", Double.toString(value)));
    }
    html.open(index == 0 ? "th" : "td", attributes);
    int inner = 0;
    if (cell.strong()) {
      html.open("strong");
      inner++;
    }
    if (cell.link().isPresent()) {
      html.open("a", Map.of("href", cell.link().get().target()));
      inner++;
    }
    html.text(cell.text());
    for (; inner > 0; inner--) {
      html.close();
    }
    html.close();
  }
}
