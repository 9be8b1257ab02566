/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.egcnn.engine.StepLosses;
import org.egcnn.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir Path folder;

  private static EpochRecord epoch(int epoch, Double... dice) {
    return new EpochRecord(
        epoch,
        0.001,
        new StepLosses(2.0 / epoch, 1.0 / epoch, 0.75 / epoch, 0.25 / epoch, 3),
        1.5,
        dice.length == 0
            ? Optional.empty()
            : Optional.of(new ValidationScores(Arrays.asList(dice), 0.25)));
  }

  private static final History HISTORY =
      new History(
          List.of(
              epoch(1),
              epoch(2, 0.5, Double.NaN),
              epoch(3, 0.9, 0.7),
              epoch(4, 0.7, 0.9),
              epoch(5)));

  @Test
  void theEarliestOfTheBestCounts() {
    assertEquals(3, HISTORY.best().orElseThrow().epoch());
    assertEquals(1, HISTORY.validationsSinceBest());
    assertEquals(Optional.empty(), new History(List.of(epoch(1))).best());
  }

  private static EpochRecord epoch(int epoch, Map<String, Double> cases) {
    Map<String, List<Double>> scores = new TreeMap<>();
    cases.forEach((name, dice) -> scores.put(name, List.of(dice)));
    return new EpochRecord(
        epoch,
        0.001,
        new StepLosses(1, 1, 0, 0, 3),
        1.5,
        Optional.of(ValidationScores.of(scores, 1, 0.25)));
  }

  @Test
  void aValidationWithoutTheHardCaseIsNotTheBestForThatAlone() throws Exception {
    EpochRecord whole = epoch(1, Map.of("easy", 0.9, "hard", 0.3));
    EpochRecord worse = epoch(2, Map.of("easy", 0.8));
    assertTrue(worse.validation().orElseThrow().mean() > whole.validation().orElseThrow().mean());
    assertEquals(1, new History(List.of(whole, worse)).best().orElseThrow().epoch());
    EpochRecord better = epoch(3, Map.of("easy", 0.95));
    History history = new History(List.of(whole, worse, better));
    assertEquals(3, history.best().orElseThrow().epoch());
    // nothing in common says nothing
    EpochRecord other = epoch(4, Map.of("hard", 1.0));
    assertEquals(3, history.plus(other).best().orElseThrow().epoch());

    Path file = folder.resolve("history.csv");
    history.write(file, List.of("liver"));
    assertTrue(Files.readAllLines(file).get(1).endsWith(",0.600000,0.600000,2,0.250"));
    assertTrue(Files.readAllLines(file).get(2).endsWith(",0.800000,0.800000,1,0.250"));
    Path json = folder.resolve("history.json");
    Json.write(json, history);
    assertEquals(history, Json.read(json, History.class));
  }

  @Test
  void aClassThatNobodyHasIsLeftOutOfTheMean() {
    assertEquals(0.5, epoch(1, 0.5, Double.NaN).validation().orElseThrow().mean());
  }

  @Test
  void writesATableWithEmptyFieldsForWhatIsMissing() throws Exception {
    Path file = folder.resolve("history.csv");
    HISTORY.write(file, List.of("liver", "lesion, \"big\""));
    List<String> lines = Files.readAllLines(file);
    assertEquals(
        "epoch,learning_rate,loss,loss_semantic,loss_edge,loss_consistency,gradient_norm,seconds,"
            + "dice_mean,dice_liver,\"dice_lesion, \"\"big\"\"\",validation_cases,validation_seconds",
        lines.get(0));
    assertEquals("1,0.00100000,2.00000,1.00000,0.750000,0.250000,3.00000,1.500,,,,,", lines.get(1));
    assertEquals(
        "2,0.00100000,1.00000,0.500000,0.375000,0.125000,3.00000,1.500,0.500000,0.500000,,,0.250",
        lines.get(2));
    assertEquals(6, lines.size());
  }

  @Test
  void survivesJsonWithScoresThatAreMissing() throws Exception {
    Path file = folder.resolve("history.json");
    Json.write(file, HISTORY);
    assertEquals(HISTORY, Json.read(file, History.class));
  }

  @Test
  void drawsLossesAndDice() throws Exception {
    Path empty = folder.resolve("empty.png");
    Path full = folder.resolve("full.png");
    new ProgressPlot(new History(List.of()), List.of("a", "b")).write(empty);
    new ProgressPlot(HISTORY, List.of("a", "b")).write(full);
    BufferedImage image = ImageIO.read(full.toFile());
    assertEquals(1000, image.getWidth());
    assertEquals(700, image.getHeight());
    // the first class's green appears as a line with dots, not in the legend alone
    long more = green(image) - green(ImageIO.read(empty.toFile()));
    assertTrue(more > 100, more + " pixels more");
  }

  private static long green(BufferedImage image) {
    return Arrays.stream(image.getRGB(0, 0, 1000, 700, null, 0, 1000))
        .filter(rgb -> (rgb & 0xffffff) == 0x009E73)
        .count();
  }
}
