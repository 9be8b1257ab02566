/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.egcnn.compare.SavedHistory.SavedEpoch;
import org.egcnn.model.Backbone;
import org.junit.jupiter.api.Test;

class LearningCurvesTest {

  /** A run whose loss stays the same over {@code epochs}, validated after the last. */
  private static FinishedRun run(String variant, double loss, int epochs) {
    FinishedRun run =
        SyntheticRuns.run(
            new RunKey(Backbone.SEG_NET, variant, 0, 0, Optional.of(1L)), 1, 1, (c, k, m) -> 0.8);
    List<SavedEpoch> history =
        IntStream.rangeClosed(1, epochs)
            .mapToObj(e -> new SavedEpoch(e, loss, 1, e == epochs ? 0.8 : Double.NaN, 1))
            .toList();
    return new FinishedRun(run.plan(), run.result(), run.scores(), new SavedHistory(history));
  }

  /** The rows of the upper half that have a colour in the middle column. */
  private static List<Integer> rows(BufferedImage image, Color colour) {
    return IntStream.range(0, image.getHeight() / 2)
        .filter(y -> alike(new Color(image.getRGB(image.getWidth() / 2, y)), colour))
        .boxed()
        .toList();
  }

  /** Whether colours differ by no more than smoothing makes of a thin line. */
  private static boolean alike(Color a, Color b) {
    return Math.abs(a.getRed() - b.getRed()) < 60
        && Math.abs(a.getGreen() - b.getGreen()) < 60
        && Math.abs(a.getBlue() - b.getBlue()) < 60;
  }

  private static double middle(List<Integer> rows) {
    return rows.stream().mapToInt(i -> i).average().orElseThrow();
  }

  @Test
  void givesLateLossesAsMuchRoomAsEarlyOnes() {
    BufferedImage image =
        LearningCurves.draw(List.of(run("a", 1, 40), run("b", 0.1, 40), run("c", 0.01, 40)));
    double top = middle(rows(image, VariantLines.colour(0)));
    double between = middle(rows(image, VariantLines.colour(1)));
    double bottom = middle(rows(image, VariantLines.colour(2)));
    assertTrue(bottom - top > 200, top + " to " + bottom);
    assertEquals((top + bottom) / 2, between, 2);
  }

  @Test
  void drawsARunThatWasValidatedOnceAndAFailedOne() {
    BufferedImage image =
        LearningCurves.draw(List.of(run("a", 0.5, 1), run("b", Double.NaN, 2), run("c", 0, 2)));
    assertEquals(1000, image.getWidth());
  }

  @Test
  void linesDiffer() {
    Set<List<Object>> kinds = new HashSet<>();
    List<Color> colours = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      kinds.add(List.of(VariantLines.colour(i), VariantLines.stroke(i)));
      colours.add(VariantLines.colour(i));
    }
    assertEquals(24, kinds.size());
    assertEquals(8, Set.copyOf(colours).size());
    assertEquals(VariantLines.colour(0), VariantLines.colour(24));
    assertEquals(VariantLines.stroke(0), VariantLines.stroke(24));
  }
}
