/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.egcnn.evaluate.Metric;
import org.egcnn.model.Backbone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small comparison in every form. */
class ComparisonFormatsTest {
  @TempDir Path folder;

  /** Seven cases, two seeds; the second variant is better in Dice and misses a tumour. */
  private static List<FinishedRun> runs() {
    List<FinishedRun> runs = new ArrayList<>();
    for (long seed : new long[] {1, 2}) {
      runs.add(
          SyntheticRuns.run(
              new RunKey(Backbone.SEG_NET, "none", 0, 0, Optional.of(seed)),
              1,
              7,
              (c, k, metric) ->
                  metric == Metric.HD95 ? 2 + c + k + seed : 0.5 + 0.03125 * c + 0.0625 * seed));
      runs.add(
          SyntheticRuns.run(
              new RunKey(Backbone.SEG_NET, "edge stream", 0, 0, Optional.of(seed)),
              1,
              7,
              (c, k, metric) ->
                  metric == Metric.HD95
                      ? c == 2 && k == 1 ? Double.NaN : 2 + c + k
                      : 0.5 + 0.0390625 * c + 0.0625 * seed));
    }
    return runs;
  }

  private static Comparison comparison() {
    return new ComparisonBuilder(SyntheticRuns.experiment(0, 1L, 2L), runs()).build("Phantoms");
  }

  private static String golden(String name) throws IOException {
    try (var in = ComparisonFormatsTest.class.getResourceAsStream(name)) {
      assertNotNull(in, name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void markdown() throws IOException {
    assertEquals(golden("comparison.md"), ComparisonMarkdown.of(comparison()));
  }

  @Test
  void csv() throws IOException {
    assertEquals(
        golden("comparison.csv"), ComparisonCsv.scores(comparison()).replace("\r\n", "\n"));
  }

  @Test
  void casesHaveALineForEachRunCaseAndClass() {
    List<String> lines = ComparisonCsv.cases(runs()).lines().toList();
    assertEquals(1 + 4 * 7 * 2, lines.size());
    assertTrue(lines.get(0).startsWith("run,backbone,variant,fold,seed,case,class,dice,jaccard"));
    assertTrue(
        lines.contains(
            "seg-net_edge-stream_seed1,seg-net,edge stream,0,1,case02,tumour,0.640625,0.640625,"
                + "0.640625,0.640625,,0.640625,0.640625,0.640625,0.640625,0.640625,0.640625,"
                + "0.640625"),
        lines.toString());
  }

  @Test
  void everyFileIsWritten() throws IOException {
    ComparisonFolder out = new ComparisonFolder(folder);
    out.write(comparison(), runs(), "{\"name\": \"Made <up>\"}");
    JsonObject json = JsonParser.parseString(Files.readString(out.json())).getAsJsonObject();
    assertEquals(1, json.get("version").getAsInt());
    assertEquals("average", json.getAsJsonArray("regions").get(0).getAsString());
    JsonObject difference = json.getAsJsonArray("differences").get(0).getAsJsonObject();
    assertEquals("dice", difference.get("metric").getAsString());
    assertEquals("better", difference.get("verdict").getAsString());
    assertTrue(
        json.getAsJsonArray("differences").get(1).getAsJsonObject().get("verdict").isJsonNull());
    assertEquals(3, json.getAsJsonArray("sentences").size());
    assertEquals(
        json.getAsJsonArray("sentences").asList().stream().map(s -> s.getAsString()).toList(),
        VerdictText.of(comparison()));
    String page = Files.readString(out.report());
    for (String part :
        List.of(
            "edge stream against none: Dice better by 0.0313",
            "0.7188 ± 0.0442",
            "case02",
            "Made &lt;up&gt;",
            "1 case is left out")) {
      assertTrue(page.contains(part), part);
    }
    for (Path picture : List.of(out.picture(), out.curves())) {
      BufferedImage image = ImageIO.read(picture.toFile());
      assertTrue(image.getWidth() > 500 && image.getHeight() > 500, picture.toString());
      assertTrue(colours(image).size() > 20, picture + " is not blank");
    }
  }

  /** A better difference is green, so that the figure says what the text says. */
  @Test
  void theFigureShowsTheVerdicts() {
    BufferedImage image = ComparisonFigure.drawDifferences(comparison()).orElseThrow();
    assertTrue(colours(image).contains(0xFF009E73));
    assertTrue(colours(image).stream().noneMatch(c -> c == 0xFFD55E00));
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }
}
