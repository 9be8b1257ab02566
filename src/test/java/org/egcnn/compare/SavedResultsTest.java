/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.egcnn.evaluate.Metric;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs leave is read back, and refused where it is damaged. */
class SavedResultsTest {
  private static final String HEADER =
      "epoch,learning_rate,loss,loss_semantic,loss_edge,loss_consistency,gradient_norm,seconds,"
          + "dice_mean,\"dice_left, upper\",validation_seconds\n";

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file"), text);
  }

  @Test
  void historiesAreRead() throws IOException {
    SavedHistory history =
        SavedHistory.read(
            file(
                HEADER
                    + "1,0.001,1.5,0.9,0.5,0.1,2,10.0,,,\n"
                    + "2,0.001,1.2,0.7,0.4,0.1,2,90.0,0.8,0.8,5.0\n"
                    + "3,0.001,1.0,0.6,0.3,0.1,2,12.0,0.8,0.8,6.0\n"));
    assertEquals(3, history.epochs().size());
    assertEquals(0.9, history.epochs().get(0).semanticLoss());
    assertTrue(Double.isNaN(history.epochs().get(0).dice()));
    assertEquals(12, history.medianSeconds(), "a disturbed epoch does not count");
    assertEquals(10 + 90 + 12 + 5 + 6, history.totalSeconds());
  }

  @Test
  void anEvenNumberOfEpochsHasTheMeanOfTwoAsMedian() throws IOException {
    assertEquals(
        11,
        SavedHistory.read(file(HEADER + "1,0,0,0,0,0,0,12.0,,,\n" + "2,0,0,0,0,0,0,10.0,,,\n"))
            .medianSeconds());
  }

  @Test
  void damagedHistoriesAreNamed() throws IOException {
    for (String text : new String[] {"", HEADER + "1,0.001\n", HEADER + "one,0,0,0,0,0,0,0,,,\n"}) {
      Path damaged = file(text);
      BadInputException e =
          assertThrows(BadInputException.class, () -> SavedHistory.read(damaged), text);
      assertTrue(e.getMessage().startsWith(damaged + ": it is damaged"), e.getMessage());
    }
    Path missing = folder.resolve("missing.csv");
    assertTrue(
        assertThrows(BadInputException.class, () -> SavedHistory.read(missing))
            .getMessage()
            .startsWith(missing + ": there is no such file"));
  }

  private static String summary(String hd95) {
    StringBuilder values = new StringBuilder();
    for (Metric metric : Metric.values()) {
      String value = metric == Metric.HD95 ? hd95 : "0.5";
      values.append(values.isEmpty() ? "" : ", ");
      values.append('"').append(metric.key()).append("\": ").append(value);
    }
    return "{\"classes\": [\"kidney\"], \"cases\": [{\"name\": \"a\", \"classes\": {\"kidney\": {"
        + values
        + "}}}]}";
  }

  @Test
  void scoresAreRead() throws IOException {
    SavedScores scores = SavedScores.read(file(summary("2.5")));
    assertEquals(2.5, scores.of("a", 0, Metric.HD95));
    assertEquals(0.5, scores.mean("a", Metric.DICE));
    assertTrue(
        Double.isNaN(SavedScores.read(file(summary("null"))).mean("a", Metric.HD95)),
        "what the policy leaves out");
  }

  @Test
  void damagedScoresAreNamed() throws IOException {
    for (String text : new String[] {"[]", "{}", summary("2.5").replace("dice", "dize")}) {
      Path damaged = file(text);
      BadInputException e =
          assertThrows(BadInputException.class, () -> SavedScores.read(damaged), text);
      assertTrue(e.getMessage().startsWith(damaged + ": is not the summary"), e.getMessage());
    }
  }
}
