/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.egcnn.model.ModelCard;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.History;
import org.egcnn.train.TrainingResult;
import org.egcnn.train.ValidationScores;

/**
 * How a training ended, for people and for scripts.
 *
 * @param model the model folder
 * @param ending finished, stopped early or cancelled
 * @param epochs epochs finished
 * @param secondsPerEpoch mean seconds of an epoch's steps
 * @param loss the last epoch's loss; empty before the first
 * @param best the best validation; empty if there was none
 */
record TrainingSummary(
    String model,
    String ending,
    int epochs,
    double secondsPerEpoch,
    Optional<Double> loss,
    Optional<Best> best) {

  /**
   * The best validation, whose weights are the model's.
   *
   * @param epoch the epoch before it, from 1
   * @param dice mean Dice over the classes
   * @param classes Dice of each class
   */
  record Best(int epoch, double dice, Map<String, Double> classes) {}

  /** Summarises a training. */
  static TrainingSummary of(TrainingResult result, ModelCard card) {
    History history = result.history();
    List<EpochRecord> epochs = history.epochs();
    return new TrainingSummary(
        result.folder().toString(),
        result.ending().toString(),
        epochs.size(),
        history.secondsPerEpoch(),
        epochs.isEmpty()
            ? Optional.empty()
            : Optional.of(epochs.get(epochs.size() - 1).losses().total()),
        history.best().map(epoch -> best(epoch, card.labels().names())));
  }

  private static Best best(EpochRecord epoch, List<String> names) {
    ValidationScores scores = epoch.validation().orElseThrow();
    Map<String, Double> classes = new LinkedHashMap<>();
    for (int k = 0; k < names.size(); k++) {
      classes.put(names.get(k), scores.dice().get(k));
    }
    return new Best(epoch.epoch(), scores.mean(), classes);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "Training %s: %d epochs of %.1f s%n", ending, epochs, secondsPerEpoch));
    best.ifPresent(
        b -> {
          text.append(
              String.format(
                  Locale.ROOT, "Best validation Dice: %.4f after epoch %d (", b.dice(), b.epoch()));
          text.append(
              String.join(
                  ", ",
                  b.classes().entrySet().stream()
                      .map(e -> String.format(Locale.ROOT, "%s %.4f", e.getKey(), e.getValue()))
                      .toList()));
          text.append(String.format(")%n"));
        });
    return text.append("Model: ").append(model).toString();
  }
}
