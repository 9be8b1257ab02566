/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Split;
import org.egcnn.task.BadInputException;

/**
 * How a dataset's cases are split into training and validation.
 *
 * @param file a split file; empty to split by the seed
 * @param folds the number of folds for cross-validation, or 0 for one random split; with a file,
 *     how many splits it must list at least
 * @param fold the fold that validates, from 0; also the entry of a split file that lists several
 * @param trainingShare the share of cases that train in a random split, above 0, at most 1
 * @param seed decides random splits and folds
 */
public record SplitChoice(
    Optional<Path> file, int folds, int fold, double trainingShare, long seed) {

  /** 80 % train and 20 % validate, drawn by a seed (EG-CNN paper, section 4). */
  public static SplitChoice random(long seed) {
    return new SplitChoice(Optional.empty(), 0, 0, 0.8, seed);
  }

  /**
   * Splits a dataset.
   *
   * @throws BadInputException if the file cannot be used, lists fewer splits than there shall be
   *     folds, or a number is out of range
   */
  public Split of(Dataset dataset) throws IOException {
    if (folds < 0) {
      throw new BadInputException("the number of folds must not be negative: give 0 for none");
    }
    if (file.isEmpty() && folds == 0 && fold != 0) {
      throw new BadInputException(
          "Fold " + fold + " was asked for, but not of how many. Give the number of folds too");
    }
    if (file.isPresent()) {
      return listed(file.get(), dataset);
    }
    return folds > 0
        ? Split.fold(dataset, folds, fold, seed)
        : Split.random(dataset, trainingShare, seed);
  }

  private Split listed(Path splits, Dataset dataset) throws IOException {
    if (folds > 0) {
      if (fold >= folds) {
        throw new BadInputException(
            "Fold " + fold + " was asked for, but only of " + folds + ". Folds count from 0");
      }
      // a file of fewer splits is no cross-validation of so many folds
      Split.read(splits, dataset, folds - 1);
    }
    return Split.read(splits, dataset, fold);
  }
}
