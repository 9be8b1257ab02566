/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a model came to be; {@code training.json}.
 *
 * @param status {@code running}, {@code finished}, {@code stopped early}, {@code cancelled}, or
 *     {@code failed: } and why; {@code running} without a process means it was killed
 * @param started when it was first started, ISO 8601 in UTC
 * @param ended when it last stopped, ISO 8601 in UTC; empty while it runs
 * @param environment what it ran on
 * @param settings how it was trained, the seed included
 * @param dataSha256 checksum of the data's description as it lies in the folder
 * @param trainingCases number of training cases
 * @param validationCases number of validation cases
 * @param parameters number of trainable weights
 * @param epochs epochs finished
 * @param secondsPerEpoch mean seconds of an epoch's steps
 * @param best the epoch with the best scores, whose weights are the model's
 * @param last the last epoch
 */
public record TrainingRecord(
    String status,
    String started,
    Optional<String> ended,
    Environment environment,
    TrainingSettings settings,
    String dataSha256,
    int trainingCases,
    int validationCases,
    long parameters,
    int epochs,
    double secondsPerEpoch,
    Optional<EpochRecord> best,
    Optional<EpochRecord> last) {

  /** The name under which a model folder keeps it. */
  public static final String FILE_NAME = "training.json";

  /** Whether it came to an end of its own accord. */
  public boolean isComplete() {
    return Stream.of(TrainingResult.Ending.FINISHED, TrainingResult.Ending.STOPPED_EARLY)
        .anyMatch(ending -> ending.toString().equals(status));
  }

  /** Whether it stopped in order, rather than being killed or failing. */
  boolean isOver() {
    return Arrays.stream(TrainingResult.Ending.values())
        .anyMatch(ending -> ending.toString().equals(status));
  }
}
