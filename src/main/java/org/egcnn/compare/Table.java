/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;

/**
 * A table as it is shown in every kind of output.
 *
 * @param title its title
 * @param caption what its numbers mean, in a sentence
 * @param header the columns' titles
 * @param rows the cells' texts
 * @param textColumns how many columns from the left hold words; the others hold numbers
 */
record Table(
    String title, String caption, List<String> header, List<List<String>> rows, int textColumns) {

  /** Copies the lists. */
  Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    int columns = header.size();
    if (rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException("every row needs a cell for each column");
    }
  }
}
