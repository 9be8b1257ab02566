/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import static org.egcnn.report.ReportTable.Direction.ASCENDING;
import static org.egcnn.report.ReportTable.Direction.DESCENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ReportTableTest {

  private static ReportTable.Builder table() {
    return ReportTable.captioned("Scores")
        .text("Case")
        .number("Dice")
        .row(List.of(Cell.of("case_10"), Cell.number(0.5, 4)))
        .row(List.of(Cell.of("case_9"), Cell.number(Double.NaN, 4)))
        .row(List.of(Cell.of("Case_2"), Cell.number(0.25, "0.25 ± 0.01")))
        .row(List.of(Cell.of("b"), Cell.number(0.5, 4)))
        .foot(List.of(Cell.of("mean"), Cell.number(0.4167, 4)))
        .foot(List.of(Cell.of("std"), Cell.number(0.0833, 4)));
  }

  private static List<String> names(ReportTable table) {
    return table.rows().stream().map(row -> row.get(0).text()).toList();
  }

  @Test
  void numbersAreSortedByValueAndMissingOnesComeLast() {
    assertEquals(
        List.of("Case_2", "case_10", "b", "case_9"), names(table().sortedBy("Dice", ASCENDING)));
    assertEquals(
        List.of("case_10", "b", "Case_2", "case_9"), names(table().sortedBy("Dice", DESCENDING)));
    assertEquals(List.of("case_10", "case_9", "Case_2", "b"), names(table().build()));
  }

  @Test
  void namesAreSortedAsPeopleDo() {
    assertEquals(
        List.of("b", "Case_2", "case_9", "case_10"), names(table().sortedBy("Case", ASCENDING)));
    assertEquals(
        List.of("case_10", "case_9", "Case_2", "b"), names(table().sortedBy("Case", DESCENDING)));
    NaturalOrder order = new NaturalOrder();
    assertEquals(
        List.of("", "7", "a", "a1b", "a1b2", "a02", "a10", "B"),
        Stream.of("B", "a10", "a1b2", "a", "7", "a02", "", "a1b").sorted(order).toList());
  }

  @Test
  void markupSaysWhatSortingAndReadingAloudNeed() throws IOException {
    StringBuilder text = new StringBuilder();
    table().sortedBy("Dice", ASCENDING).writeTo(new HtmlWriter(text));
    Document page = Jsoup.parse(text.toString());
    assertEquals("Scores", page.selectFirst("table > caption").text());
    assertEquals(List.of("Case", "Dice"), page.select("thead th[scope=col]").eachText());
    assertEquals("ascending", page.select("thead th").get(1).attr("aria-sort"));
    assertFalse(page.select("thead th").get(0).hasAttr("aria-sort"));
    assertEquals(
        List.of("Case_2", "case_10", "b", "case_9"), page.select("tbody th[scope=row]").eachText());
    assertEquals(
        List.of("0.25", "0.5", "0.5"), page.select("tbody td[data-value]").eachAttr("data-value"));
    assertEquals("0.25 ± 0.01", page.selectFirst("tbody td.number").text());
    assertEquals(Cell.MISSING, page.select("tbody td").last().text());
    assertEquals(List.of("mean", "std"), page.select("tfoot th[scope=row]").eachText());
  }

  @Test
  void refusesRowsAndColumnsThatDoNotFit() {
    assertThrows(
        IllegalArgumentException.class, () -> table().row(List.of(Cell.of("lonely"))).build());
    assertThrows(
        IllegalArgumentException.class, () -> table().foot(List.of(Cell.of("lonely"))).build());
    assertThrows(IllegalArgumentException.class, () -> table().sortedBy("HD95", ASCENDING));
    assertThrows(IllegalArgumentException.class, () -> ReportTable.captioned("none").build());
  }
}
