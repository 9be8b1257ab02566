/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A table that the reader can sort by any column, with rows such as means pinned at its foot.
 *
 * @param caption says what the table shows
 * @param columns the columns, of which the first names the rows
 * @param rows the rows in the order in which they are first shown, each with a cell for each column
 * @param foot rows that stay at the foot however the others are sorted
 * @param sorted which column the rows are sorted by as they stand; -1 for none
 * @param direction which way
 */
public record ReportTable(
    String caption,
    List<Column> columns,
    List<List<Cell>> rows,
    List<List<Cell>> foot,
    int sorted,
    Direction direction)
    implements ReportBlock {

  /**
   * A column.
   *
   * @param title the header, with its unit if it has one
   * @param number true: right-aligned and sorted by the cells' values; false: sorted by their texts
   */
  public record Column(String title, boolean number) {}

  /** Which rows come first. */
  public enum Direction {
    /** The smallest. */
    ASCENDING,
    /** The largest. */
    DESCENDING
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a row has another number of cells than there are columns
   */
  public ReportTable {
    columns = List.copyOf(columns);
    rows = copy(rows, columns.size());
    foot = copy(foot, columns.size());
    if (columns.isEmpty() || sorted < -1 || sorted >= columns.size()) {
      throw new IllegalArgumentException("the table '" + caption + "' has no column " + sorted);
    }
  }

  private static List<List<Cell>> copy(List<List<Cell>> rows, int columns) {
    for (List<Cell> row : rows) {
      if (row.size() != columns) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells where the table has " + columns + " columns");
      }
    }
    return rows.stream().map(List::copyOf).toList();
  }

  /**
   * Begins a table.
   *
   * @param caption says what the table shows
   */
  public static Builder captioned(String caption) {
    return new Builder(caption);
  }

  /** Collects columns, rows and the order of a table. */
  public static final class Builder {
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<List<Cell>> foot = new ArrayList<>();

    private Builder(String caption) {
      this.caption = caption;
    }

    /** Adds a column of texts. */
    public Builder text(String title) {
      columns.add(new Column(title, false));
      return this;
    }

    /** Adds a column of numbers. */
    public Builder number(String title) {
      columns.add(new Column(title, true));
      return this;
    }

    /** Adds a row with a cell for each column. */
    public Builder row(List<Cell> cells) {
      rows.add(List.copyOf(cells));
      return this;
    }

    /** Adds a row that stays at the foot. */
    public Builder foot(List<Cell> cells) {
      foot.add(List.copyOf(cells));
      return this;
    }

    /**
     * The table with its rows in the order in which they were added.
     *
     * @throws IllegalArgumentException as the table's constructor
     */
    public ReportTable build() {
      return new ReportTable(caption, columns, rows, foot, -1, Direction.ASCENDING);
    }

    /**
     * The table with its rows sorted; rows of equal value stay in the order in which they were
     * added, and those without a value come last.
     *
     * @param column the title of the column to sort by
     * @throws IllegalArgumentException if there is none of that title, and as the constructor
     */
    public ReportTable sortedBy(String column, Direction direction) {
      int index = columns.stream().map(Column::title).toList().indexOf(column);
      if (index < 0) {
        throw new IllegalArgumentException(
            "the table '" + caption + "' has no column '" + column + "'");
      }
      List<List<Cell>> ordered = new ReportTable(caption, columns, rows, foot, -1, direction).rows;
      return new ReportTable(
          caption,
          columns,
          ordered.stream()
              .sorted(Comparator.comparing(row -> row.get(index), order(index, direction)))
              .toList(),
          foot,
          index,
          direction);
    }

    private Comparator<Cell> order(int column, Direction direction) {
      boolean ascending = direction == Direction.ASCENDING;
      if (!columns.get(column).number()) {
        Comparator<Cell> byText = Comparator.comparing(Cell::text, new NaturalOrder());
        return ascending ? byText : byText.reversed();
      }
      Comparator<Cell> byValue = Comparator.comparingDouble(cell -> cell.value().orElseThrow());
      Comparator<Cell> wanted = ascending ? byValue : byValue.reversed();
      return Comparator.<Cell, Boolean>comparing(cell -> cell.value().isEmpty())
          .thenComparing((a, b) -> a.value().isEmpty() ? 0 : wanted.compare(a, b));
    }
  }

  @Override
  public void writeTo(HtmlWriter html) throws IOException {
    new TableMarkup(this).writeTo(html);
  }
}
