/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.report.PngFile;
import org.egcnn.task.TaskListener;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {
  private static final Labels LABELS =
      new Labels(true, List.of(new LabelClass("kidney", 1), new LabelClass("<tumour>", 2)));

  @TempDir Path folder;

  /** Dice of kidney and tumour: good 1, 1; case_9 2/3, 0; case_10 2/3, left out. */
  private void writeMasks() throws IOException {
    MaskFiles.write(folder.resolve("ref"), "good", 0, 1, 1, 2);
    MaskFiles.write(folder.resolve("pred"), "good", 0, 1, 1, 2);
    MaskFiles.write(folder.resolve("ref"), "case_9", 0, 1, 1, 2);
    MaskFiles.write(folder.resolve("pred"), "case_9", 0, 1, 0, 0);
    MaskFiles.write(folder.resolve("ref"), "case_10", 0, 1, 1, 0);
    MaskFiles.write(folder.resolve("pred"), "case_10", 0, 1, 0, 0);
    MaskFiles.write(folder.resolve("ref"), "lost & found", 0, 1, 1, 0);
  }

  private Document report(boolean figures) throws Exception {
    writeMasks();
    new EvaluationTask(
            Reference.ofFolder(folder.resolve("ref"), MaskFiles.IO),
            folder.resolve("pred"),
            Optional.of(LABELS),
            folder.resolve("out"),
            new EvaluationSettings(EmptyPolicy.NNUNET, 1, true, figures, false, 2, "Composite"))
        .run(MaskFiles.IO, TaskListener.SILENT);
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    String text = Files.readString(folder.resolve("out").resolve(EvaluationFolder.REPORT));
    Document page = Jsoup.parse(text, "", parser);
    assertEquals(List.of(), parser.getErrors());
    return page;
  }

  private static Element section(Document page, String heading) {
    return page.select("section").stream()
        .filter(section -> section.child(0).text().equals(heading))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasItsPartsInOrder() throws Exception {
    Document page = report(true);
    assertEquals("Evaluation of the masks in “pred”", page.title());
    assertEquals(
        List.of(
            "Scores",
            "Cases",
            "Figures",
            "Empty masks",
            "Missing predictions",
            "Every score",
            "Settings and versions"),
        page.select("section > h2").eachText());
    List<String> summary = page.select("header p").eachText();
    assertTrue(summary.get(0).startsWith("3 cases, 2 classes."), summary.get(0));
    assertTrue(summary.get(0).contains("2 classes. Composite, mean ± "), summary.get(0));
    assertTrue(summary.get(0).contains("Dice 0.6667 ± 0.3333;"), summary.get(0));
    assertEquals("The lowest Dice, 0.3333, has case_9.", summary.get(1));
    assertTrue(page.selectFirst("header p.warning").text().startsWith("1 of 4 references have no"));
    assertEquals(
        List.of("lost & found"), section(page, "Missing predictions").select("li").eachText());
  }

  @Test
  void tablesHoldTheScoresWorstFirst() throws Exception {
    Document page = report(false);
    Element means = section(page, "Scores").selectFirst("table");
    assertEquals(
        List.of(
            "Class",
            "Dice",
            "Jaccard",
            "Sensitivity",
            "Precision",
            "HD95 [mm]",
            "ASSD [mm]",
            "NSD"),
        means.select("thead th").eachText());
    assertEquals(List.of("kidney", "<tumour>"), means.select("tbody th").eachText());
    assertEquals("0.7778 ± 0.1925", means.select("tbody td").get(0).text());
    assertEquals("0.5000 ± 0.7071 (n=2)", means.select("tbody tr").get(1).child(1).text());
    assertEquals("Composite", means.selectFirst("tfoot th").text());
    assertEquals("Dice, Composite", section(page, "Cases").select("thead th").get(1).text());
    assertEquals("0.6667 ± 0.3333", means.select("tfoot td").get(0).text());

    Element cases = section(page, "Cases").selectFirst("table");
    assertEquals(List.of("case_9", "case_10", "good"), cases.select("tbody th").eachText());
    assertEquals("ascending", cases.select("thead th").get(1).attr("aria-sort"));
    assertEquals(
        List.of("0.3333", "0.6667", "1.0000"), cases.select("tbody tr > :nth-child(2)").eachText());
    assertEquals(
        List.of("0.0000", "–", "1.0000"), cases.select("tbody tr > :nth-child(4)").eachText());
    assertEquals(List.of("mean", "std", "median"), cases.select("tfoot th").eachText());
    assertEquals("0.6667", cases.select("tfoot td").get(0).text());

    Element every = section(page, "Every score").selectFirst("table");
    assertEquals(6, every.select("tbody tr").size());
    assertEquals(
        List.of("case_9", "<tumour>", "0.0000"),
        every.select("tbody tr").get(0).children().eachText().subList(0, 3));
    assertTrue(page.select("img, section a").isEmpty());
  }

  @Test
  void saysWhatEmptyMasksWereWorth() throws Exception {
    Element empty = section(report(false), "Empty masks");
    assertTrue(empty.selectFirst("p").text().contains("follows nnunet"));
    assertEquals(
        List.of("both", "reference only", "prediction only"), empty.select("tbody th").eachText());
    assertEquals(
        List.of("–", "0.0000", "0.0000"), empty.select("tbody tr > :nth-child(2)").eachText());
    assertEquals(
        List.of(
            "<tumour>: empty in both in 1 case", "<tumour>: empty in prediction only in 1 case"),
        empty.select("li").eachText());
  }

  @Test
  void figuresAreInsideAndLinkedFromTheTable() throws Exception {
    Document page = report(true);
    List<String> captions = section(page, "Figures").select("figcaption").eachText();
    assertEquals(7, captions.size());
    assertTrue(captions.get(1).startsWith("case_9, mean Dice 0.3333"), captions.get(1));
    assertTrue(captions.get(2).startsWith("case_9, boundary errors"), captions.get(2));
    for (Element link : section(page, "Cases").select("tbody a")) {
      Element figure = page.getElementById(link.attr("href").substring(1));
      assertTrue(figure.selectFirst("figcaption").text().startsWith(link.text()));
      Path file = folder.resolve("out").resolve(figure.selectFirst("a").attr("href"));
      assertTrue(Files.exists(file), file.toString());
    }
    assertFalse(section(page, "Cases").select("tbody a").isEmpty());
  }

  @Test
  void settingsAndVersionsAreAtTheEnd() throws Exception {
    Element end = section(report(false), "Settings and versions");
    assertEquals(
        List.of("Input and output", "Settings", "Versions"), end.select("caption").eachText());
    assertEquals(folder.resolve("pred").toString(), end.select("td").get(0).text());
    assertEquals(folder.resolve("ref").toString(), end.select("td").get(1).text());
    assertTrue(end.text().contains("Empty masks nnunet Tolerance of NSD 1 mm"), end.text());
    assertTrue(end.text().contains(System.getProperty("java.version")));
  }

  @Test
  void morePicturesThanABrowserLikesStayOutside() throws IOException {
    BufferedImage wide = new BufferedImage(1500, 30, BufferedImage.TYPE_INT_RGB);
    ReportPictures pictures = new ReportPictures(folder);
    for (int i = 0; i < 30; i++) {
      Path file = Path.of("figures", i + ".png");
      PngFile.write(wide, folder.resolve(file));
      pictures.add(file, "", "");
    }
    pictures.add(Path.of("figures", "none.png"), "", "");
    assertEquals(24, pictures.inside().size());
    StringBuilder inside = new StringBuilder();
    org.egcnn.report.HtmlReport.titled("t").section("s", pictures.inside()).build().writeTo(inside);
    Document page = Jsoup.parse(inside.toString());
    assertEquals("1000", page.selectFirst("img").attr("width"));
    assertEquals("20", page.selectFirst("img").attr("height"));
    assertEquals("./figures/23.png", page.select("figure a").last().attr("href"));
  }
}
