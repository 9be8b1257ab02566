/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;
import org.egcnn.report.Cell;
import org.egcnn.report.ReportTable;

/**
 * A table as it is shown in every kind of output.
 *
 * @param title its title
 * @param content columns and rows; its caption says what the numbers mean
 */
record Table(String title, ReportTable content) {

  /** The columns' titles. */
  List<String> header() {
    return content.columns().stream().map(ReportTable.Column::title).toList();
  }

  /** The cells' texts, row by row. */
  List<List<String>> texts() {
    return content.rows().stream().map(row -> row.stream().map(Cell::text).toList()).toList();
  }

  /** Whether a column holds numbers, which are aligned to the right. */
  boolean isNumber(int column) {
    return content.columns().get(column).number();
  }
}
