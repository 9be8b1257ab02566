/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.compare.statistics.SampleSpread;
import org.egcnn.task.BadInputException;

/**
 * The course of a finished training, read from its {@code history.csv}.
 *
 * @param epochs one an epoch
 */
record SavedHistory(List<SavedEpoch> epochs) {

  /**
   * An epoch.
   *
   * @param epoch its number from 1
   * @param semanticLoss the mean semantic loss of its steps, which networks with and without an
   *     edge stream have alike
   * @param seconds how long its steps took
   * @param dice the mean Dice after it, NaN if it was not followed by a validation
   * @param validationSeconds how long the validation took, 0 without one
   */
  record SavedEpoch(
      int epoch, double semanticLoss, double seconds, double dice, double validationSeconds) {}

  /** Copies the list. */
  SavedHistory {
    epochs = List.copyOf(epochs);
  }

  /**
   * Reads a file.
   *
   * @throws BadInputException if it is missing or damaged
   */
  static SavedHistory read(Path file) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> header = List.of(lines.get(0).split(",", -1));
      List<SavedEpoch> epochs = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        // class names with commas come between these columns, so the last is taken from the end
        String[] fields = line.split(",", -1);
        epochs.add(
            new SavedEpoch(
                Integer.parseInt(fields[header.indexOf("epoch")]),
                number(fields[header.indexOf("loss_semantic")]),
                number(fields[header.indexOf("seconds")]),
                number(fields[header.indexOf("dice_mean")]),
                zeroIfMissing(fields[fields.length - 1])));
      }
      return new SavedHistory(epochs);
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          file, "there is no such file", "Delete the run's folder and run it again", e);
    } catch (CharacterCodingException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new BadInputException(
          file, "it is damaged", "Delete the run's folder and run it again", e);
    }
  }

  private static double number(String field) {
    return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
  }

  private static double zeroIfMissing(String field) {
    return field.isEmpty() ? 0 : Double.parseDouble(field);
  }

  /** The median seconds of an epoch's steps: one that was disturbed does not count. */
  double medianSeconds() {
    return epochs.isEmpty()
        ? 0
        : SampleSpread.median(epochs.stream().mapToDouble(SavedEpoch::seconds).toArray());
  }

  /** The seconds of all steps and validations. */
  double totalSeconds() {
    return epochs.stream().mapToDouble(e -> e.seconds() + e.validationSeconds()).sum();
  }
}
