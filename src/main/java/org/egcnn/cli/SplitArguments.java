/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.egcnn.task.BadInputException;
import org.egcnn.train.SplitChoice;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Options of which cases train and which validate. */
final class SplitArguments implements OptionGroup {
  @Option(
      names = "--split",
      paramLabel = "FILE",
      description = "JSON file that names the cases that train and validate.")
  private Path split;

  @Option(
      names = "--training-share",
      paramLabel = "SHARE",
      description = "Share of the cases that train if drawn by the seed.")
  private double trainingShare = SplitChoice.random(0).trainingShare();

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Cross-validation: the number of folds; 0 for a single split.")
  private int folds;

  @Option(
      names = "--fold",
      paramLabel = "K",
      description = "The fold that validates, from 0; also the entry of a --split file of several.")
  private int fold;

  @Override
  public String heading() {
    return "Cases";
  }

  /**
   * Refuses a share that has no effect.
   *
   * @param given the options as they were given
   */
  void requireUse(ParseResult given) throws BadInputException {
    if (split != null || folds > 0) {
      OptionGroup.refuse(
          given,
          "--training-share"::equals,
          "has no effect beside "
              + (split != null ? "--split" : "--folds")
              + ": leave out one of them");
    }
  }

  /** The split. */
  SplitChoice choice(long seed) {
    return new SplitChoice(Optional.ofNullable(split), folds, fold, trainingShare, seed);
  }
}
