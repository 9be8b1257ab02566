/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcnn.inspect.Inspection;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.Csv;

/**
 * The course of a training, epoch by epoch.
 *
 * @param epochs finished epochs in order
 */
public record History(List<EpochRecord> epochs) {

  /** Copies the list. */
  public History {
    epochs = List.copyOf(epochs);
  }

  /** A history with one epoch more. */
  public History plus(EpochRecord epoch) {
    return new History(Stream.concat(epochs.stream(), Stream.of(epoch)).toList());
  }

  /**
   * The epoch with the best mean Dice, the earliest of several equal ones: each validation is
   * compared with the best before it, by the cases that both have scored.
   */
  public Optional<EpochRecord> best() {
    return validated().reduce((best, next) -> scores(next).betterThan(scores(best)) ? next : best);
  }

  /** The validations since the best one. */
  public long validationsSinceBest() {
    int best = best().map(EpochRecord::epoch).orElse(0);
    return validated().filter(e -> e.epoch() > best).count();
  }

  private Stream<EpochRecord> validated() {
    return epochs.stream().filter(e -> e.validation().isPresent());
  }

  private static ValidationScores scores(EpochRecord epoch) {
    return epoch.validation().orElseThrow();
  }

  /** What was found inside the network, by the epoch before, from 1. */
  public SortedMap<Integer, Inspection> inspections() {
    SortedMap<Integer, Inspection> found = new TreeMap<>();
    epochs.forEach(e -> e.inspection().ifPresent(i -> found.put(e.epoch(), i)));
    return found;
  }

  /** Mean seconds of an epoch's steps, 0 before the first. */
  public double secondsPerEpoch() {
    return epochs.stream().mapToDouble(EpochRecord::seconds).average().orElse(0);
  }

  /**
   * Writes {@code history.csv}: a line an epoch; empty fields where there was no validation or a
   * class could not be scored. {@code validation_cases} is how many cases were scored.
   *
   * @param classes the classes' names, in the scores' order
   * @throws IOException if writing fails; the file is then as it was
   */
  public void write(Path file, List<String> classes) throws IOException {
    String header =
        "epoch,learning_rate,loss,loss_semantic,loss_edge,loss_consistency,gradient_norm,seconds,"
            + "dice_mean,"
            + classes.stream()
                .map(name -> Csv.quoted("dice_" + name))
                .collect(Collectors.joining(","))
            + ",validation_cases,validation_seconds\n";
    String lines = epochs.stream().map(e -> line(e, classes.size())).collect(Collectors.joining());
    AtomicOutput.write(file, temporary -> Files.writeString(temporary, header + lines));
  }

  private static String line(EpochRecord e, int classes) {
    String steps =
        String.format(
            Locale.ROOT,
            "%d,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g,%.3f,",
            e.epoch(),
            e.learningRate(),
            e.losses().total(),
            e.losses().semantic(),
            e.losses().edge(),
            e.losses().consistency(),
            e.losses().gradientNorm(),
            e.seconds());
    if (e.validation().isEmpty()) {
      return steps + ",".repeat(classes + 2) + "\n";
    }
    ValidationScores scores = e.validation().get();
    return steps
        + number(scores.mean())
        + ","
        + scores.dice().stream().map(History::number).collect(Collectors.joining(","))
        + ","
        + (scores.cases().isEmpty() ? "" : scores.cases().size())
        + String.format(Locale.ROOT, ",%.3f\n", scores.seconds());
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
  }
}
