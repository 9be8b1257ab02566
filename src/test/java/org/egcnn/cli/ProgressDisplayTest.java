/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcnn.engine.StepLosses;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.model.Size;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.History;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.TrainingSettings;
import org.egcnn.train.TrainingStart;
import org.egcnn.train.ValidationScores;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private static final long SECOND = 1_000_000_000;
  private static final String ERASE = "\r\u001b[K";

  private final StringWriter text = new StringWriter();
  private final PrintWriter err = new PrintWriter(text);
  private long now;

  @Test
  void aTerminalHasOneLineThatIsDrawnAgain() {
    LiveProgress live = new LiveProgress(err, () -> now);
    live.progress(0, 200, "Working");
    now = 10 * SECOND;
    live.progress(50, 200, "Working");
    live.line("A message");
    live.close();
    assertEquals(
        ERASE
            + "Working, 0 %"
            + ERASE
            + "Working, 25 %, 30 s left"
            + ERASE
            + String.format("A message%n")
            + ERASE
            + "Working, 25 %, 30 s left"
            + ERASE,
        text.toString());
  }

  @Test
  void whatIsCompleteGivesWayToTheNextLine() {
    LiveProgress live = new LiveProgress(err, () -> now);
    live.progress(0, 9, "Checking");
    now = 9 * SECOND;
    live.progress(9, 9, "Checking");
    live.line("All is well");
    live.close();
    assertEquals(
        ERASE
            + "Checking, 0 %"
            + ERASE
            + "Checking, 100 %"
            + ERASE
            + String.format("All is well%n"),
        text.toString());
  }

  @Test
  void aTerminalIsNotDrawnTooOften() {
    LiveProgress live = new LiveProgress(err, () -> now);
    for (int i = 0; i < 1000; i++) {
      now += SECOND / 1000;
      live.progress(i, 100_000, "Working");
    }
    assertEquals(5, text.toString().split("Working", -1).length - 1);
  }

  @Test
  void aLineNeverWrapsInATerminal() {
    LiveProgress live = new LiveProgress(err, () -> now);
    live.progress(0, 1, "x".repeat(300));
    assertEquals(ERASE.length() + 79, text.toString().length());
  }

  @Test
  void aLogHasALineNowAndThen() {
    PlainProgress plain = new PlainProgress(err, () -> now);
    for (int i = 0; i <= 60; i++) {
      now = i * SECOND;
      plain.progress(i, 120, "Working");
    }
    assertEquals(
        List.of(
            "Working, 12 %, 1 min 45 s left",
            "Working, 25 %, 1 min 30 s left",
            "Working, 37 %, 1 min 15 s left",
            "Working, 50 %, 1 min 00 s left"),
        text.toString().lines().toList());
  }

  @Test
  void anEpochIsALineWithItsScores() {
    ConsoleListener listener =
        new ConsoleListener(new PlainProgress(err, () -> now), () -> true, () -> now);
    ValidationScores scores = new ValidationScores(List.of(0.75, Double.NaN), 2);
    StepLosses losses = new StepLosses(1.5, 1, 0.375, 0.125, 9);
    listener.onStart(start("liver", "tumour"));
    listener.onValidation(7, scores, true);
    listener.onEpoch(new EpochRecord(7, 1e-3, losses, 12.34, Optional.of(scores)));
    EpochRecord plain =
        new EpochRecord(8, 1e-3, new StepLosses(1, 1, 0, 0, 9), 3, Optional.empty());
    listener.onEpoch(plain);
    now += 10 * SECOND;
    listener.onEpoch(plain);
    listener.warn("look here");
    assertEquals(
        List.of(
            "Epoch 7: 12.3 s, loss 1.5000 (semantic 1.0000, edge 0.3750, consistency 0.1250),"
                + " validation Dice 0.7500 (liver 0.7500, tumour NaN), the best",
            "Epoch 8: 3.0 s, loss 1.0000",
            "Warning: look here"),
        text.toString().lines().toList());
    assertTrue(listener.isCancelled());
  }

  private static TrainingStart start(String... names) {
    List<LabelClass> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(new LabelClass(name, classes.size() + 1));
    }
    Labels labels = new Labels(true, classes);
    Size crop = new Size(8, 8, 8);
    ModelCard card =
        new ModelCard(
            ModelCard.FORMAT,
            "test",
            NetworkChoice.standard().architecture(1, labels),
            new Preprocessing(
                List.of("CT"),
                List.of(Normalisation.of(Normalisation.Kind.NONE)),
                Optional.empty(),
                true),
            labels,
            crop,
            LossSettings.standard(),
            "test");
    return new TrainingStart(
        card, TrainingSettings.builder(crop).build(), 1, true, new History(List.of()));
  }
}
