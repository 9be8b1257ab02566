/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.egcnn.task.BadInputException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  /** Text that would become markup, or no valid document at all, if it were written as it is. */
  private static final String HOSTILE =
      "</script><img src=x onerror='alert(1)'> & \"quoted\" \u0000\u0085\uD800\uFFFF 肾 \uD83E\uDEC1";

  private static final String HARMLESS =
      "</script><img src=x onerror='alert(1)'> & \"quoted\" \uFFFD\uFFFD\uFFFD\uFFFD 肾 \uD83E\uDEC1";

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static HtmlReport hostile() throws IOException {
    return HtmlReport.titled(HOSTILE)
        .summary(Paragraph.of(HOSTILE), Paragraph.warning(HOSTILE))
        .section(
            HOSTILE,
            ReportTable.captioned(HOSTILE)
                .text(HOSTILE)
                .number("Dice")
                .row(List.of(Cell.of(HOSTILE).linkedTo(Link.toFigure(HOSTILE)), Cell.number(1, 2)))
                .foot(List.of(Cell.of(HOSTILE), Cell.number(1, 2).emphasised()))
                .build(),
            ReportFigure.of(HOSTILE, png(3, 2), HOSTILE, HOSTILE)
                .linkedTo(Link.toFile(Path.of("a b", "c&d:é.png"))))
        .section(
            "Settings",
            new KeyValues(HOSTILE, Map.of(HOSTILE, HOSTILE)),
            new BulletList(List.of(HOSTILE)),
            new Preformatted(HOSTILE))
        .build();
  }

  /** Reads as a browser does, and fails on anything that a browser would have to correct. */
  private static Document parse(HtmlReport report) throws IOException {
    StringBuilder text = new StringBuilder();
    report.writeTo(text);
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Document document = Jsoup.parse(text.toString(), "", parser);
    assertEquals(List.of(), parser.getErrors());
    return document;
  }

  @Test
  void textNeverBecomesMarkup() throws IOException {
    Document page = parse(hostile());
    assertEquals(HARMLESS, page.title());
    assertEquals(HARMLESS, page.selectFirst("h1").wholeText());
    assertEquals(
        List.of(HARMLESS, HARMLESS), page.select("header p").eachText(), "the summary's texts");
    assertEquals(1, page.select("header p.warning").size());
    assertEquals(HARMLESS, page.selectFirst("section h2").wholeText());
    for (Element caption : page.select("caption")) {
      assertEquals(HARMLESS, caption.wholeText());
    }
    assertEquals(HARMLESS, page.selectFirst("table.sortable tbody th a").wholeText());
    assertEquals(HARMLESS, page.selectFirst("figcaption").wholeText());
    assertEquals(HARMLESS, page.selectFirst(".key-values td").wholeText());
    assertEquals(HARMLESS, page.selectFirst("li:not(nav li)").wholeText());
    assertEquals(HARMLESS, page.selectFirst("pre").wholeText());
    assertEquals(HARMLESS, page.selectFirst("img").attr("alt"));
    assertEquals(1, page.select("img").size());
    assertEquals(1, page.select("script").size());
  }

  @Test
  void everythingIsInsideAndNothingIsFetched() throws Exception {
    Document page = parse(hostile());
    assertTrue(
        page.select("link, iframe, object, embed, script[src], [style], [onclick]").isEmpty());
    for (Element image : page.select("img")) {
      assertTrue(image.attr("src").startsWith("data:image/png;base64,"));
    }
    String style = page.selectFirst("style").data();
    assertFalse(style.contains("url(") || style.contains("@import"), style);
    String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertEquals(
        "default-src 'none'; img-src data:; style-src "
            + hash(style)
            + "; script-src "
            + hash(page.selectFirst("script").data()),
        policy);
  }

  private static String hash(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }

  @Test
  void linksLeadToTheFigureAndTheFile() throws IOException {
    Document page = parse(hostile());
    String target = page.selectFirst("table.sortable a").attr("href");
    assertEquals(page.selectFirst("figure").id(), target.substring(1));
    assertEquals("./a%20b/c&d:%C3%A9.png", page.selectFirst("figure a").attr("href"));
    for (Element entry : page.select("nav a")) {
      assertEquals(
          entry.text(), page.getElementById(entry.attr("href").substring(1)).child(0).text());
    }
  }

  @Test
  void figureHoldsThePicturesBytes() throws IOException {
    byte[] png = png(7, 5);
    Element image =
        parse(
                HtmlReport.titled("t")
                    .section("s", ReportFigure.of("a", png, "what it shows", "caption"))
                    .build())
            .selectFirst("figure > img");
    assertArrayEquals(
        png,
        Base64.getDecoder().decode(image.attr("src").substring("data:image/png;base64,".length())));
    assertEquals("7", image.attr("width"));
    assertEquals("5", image.attr("height"));
    assertEquals("what it shows", image.attr("alt"));
  }

  @Test
  void writesWholeFilesOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("new").resolve("report.html");
    hostile().write(file);
    StringBuilder expected = new StringBuilder();
    hostile().writeTo(expected);
    assertEquals(expected.toString(), Files.readString(file));
    try (var files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
    Path blocked = folder.resolve("new").resolve("report.html").resolve("report.html");
    BadInputException problem =
        assertThrows(BadInputException.class, () -> hostile().write(blocked));
    assertTrue(problem.getMessage().contains(blocked.toString()), problem.getMessage());
  }

  @Test
  void refusesWhatCannotBeShown() throws IOException {
    byte[] png = png(1, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> ReportFigure.of("a", "GIF89a, and more bytes than a header".getBytes(), "", ""));
    assertThrows(IllegalArgumentException.class, () -> ReportFigure.of("a", new byte[0], "", ""));
    HtmlReport.Builder twice =
        HtmlReport.titled("t")
            .section("one", ReportFigure.of("a", png, "", ""))
            .section("two", ReportFigure.of("a", png, "", ""));
    assertThrows(IllegalArgumentException.class, twice::build);
    assertThrows(
        IllegalArgumentException.class, () -> Link.toFile(Path.of("/absolute").toAbsolutePath()));
    assertThrows(IllegalArgumentException.class, () -> new BulletList(List.of()));
  }
}
