/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Split;
import org.egcnn.task.BadInputException;
import org.egcnn.train.SplitChoice;

/**
 * Which cases train and which validate, the same for all networks of an experiment.
 *
 * @param file a split file; a relative path starts at the dataset's folder
 * @param folds how many folds are run, or 0 for one split; with a file, its first entries
 * @param trainingShare the share of cases that train in a random split
 * @param seed decides random splits and folds
 */
record CaseChoice(Optional<Path> file, int folds, double trainingShare, long seed) {

  /** Checks the number of folds. */
  CaseChoice {
    if (folds < 0 || folds == 1) {
      throw new IllegalArgumentException("folds must be 0 or at least 2");
    }
  }

  /**
   * Reads the object {@code cases}.
   *
   * @param folder the experiment's; a split file that is there comes before one of the dataset's
   */
  static CaseChoice read(StrictObject keys, Path folder) throws BadInputException {
    SplitChoice standard = SplitChoice.random(1);
    try {
      CaseChoice choice =
          new CaseChoice(
              keys.parsed("split", Path::of).map(file -> beside(folder, file)),
              keys.integer("folds").orElse(0),
              keys.number("training_share").orElse(standard.trainingShare()),
              keys.integer("seed").orElse((int) standard.seed()));
      if (choice.file.isPresent() && (keys.has("training_share") || keys.has("seed"))) {
        throw keys.problem(
            keys.has("seed") ? "seed" : "training_share",
            "has no effect beside split",
            "Give a split file or let cases be drawn, not both");
      }
      if (choice.folds > 0 && keys.has("training_share")) {
        throw keys.problem(
            "training_share",
            "has no effect beside folds",
            "Folds train on all but one of them: leave out one of the two");
      }
      keys.finish();
      return choice;
    } catch (IllegalArgumentException e) {
      throw keys.problem(e);
    }
  }

  private static Path beside(Path folder, Path file) {
    Path own = folder.resolve(file);
    return Files.exists(own) ? own : file;
  }

  /**
   * The splits, one a fold.
   *
   * @throws BadInputException if the split file cannot be used, a split has no validation cases, or
   *     two have the same
   */
  List<Split> of(Dataset dataset) throws IOException {
    Optional<Path> split = file.map(dataset.folder()::resolve);
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < Math.max(1, folds); fold++) {
      Split one = new SplitChoice(split, folds, fold, trainingShare, seed).of(dataset);
      if (one.validation().isEmpty()) {
        throw new BadInputException(
            split.orElse(dataset.folder()),
            "leaves no case to compare by",
            "Name validation cases in the split");
      }
      splits.add(one);
    }
    requireDistinct(split.orElse(dataset.folder()), splits);
    return splits;
  }

  /** A case that several folds score would count once, with whichever fold came last. */
  private static void requireDistinct(Path file, List<Split> folds) throws BadInputException {
    Set<String> seen = new HashSet<>();
    for (Split fold : folds) {
      for (String name : fold.validation()) {
        if (!seen.add(name)) {
          throw new BadInputException(
              file,
              "has " + name + " among the validation cases of several folds",
              "Folds are taken together, so that each case may validate in one only");
        }
      }
    }
  }

  /**
   * A split with some of its training cases. The first n of a shuffled list are taken, so that a
   * smaller number takes a part of what a larger one takes.
   *
   * @param count how many, or 0 for all
   * @param seed decides which
   * @throws BadInputException if there are fewer
   */
  static Split subset(Split split, int count, long seed) throws BadInputException {
    List<String> names = new ArrayList<>(split.training());
    if (count == 0) {
      return split;
    }
    if (count > names.size()) {
      throw new BadInputException(
          "training_cases is " + count + ", but the split has only " + names.size());
    }
    Collections.sort(names);
    Collections.shuffle(names, new Random(seed));
    return new Split(names.subList(0, count).stream().sorted().toList(), split.validation());
  }
}
