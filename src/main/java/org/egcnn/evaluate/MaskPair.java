/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.Grid;
import org.egcnn.volume.GridCheck;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.egcnn.volume.VolumeInfo;

/**
 * The two masks of a case, read and counted.
 *
 * @param reference the true label values
 * @param prediction the predicted label values, on the same grid
 * @param matrix how often each pair of values occurs
 */
record MaskPair(Volume reference, Volume prediction, ConfusionMatrix matrix) {
  /**
   * Compares the files' headers.
   *
   * @return the grid that both lie on
   * @throws BadInputException if the grids differ or a file holds several channels
   */
  static Grid check(CasePair pair, VolumeIO io) throws IOException {
    Grid reference = mask(pair.reference().mask(), io);
    Grid prediction = mask(pair.prediction(), io);
    if (!GridCheck.isSame(reference, prediction)) {
      throw new BadInputException(
          pair.prediction(),
          "lies on another grid ("
              + prediction
              + ") than its reference "
              + pair.reference().mask()
              + " ("
              + reference
              + ")",
          "Resample the prediction to the reference's grid");
    }
    return reference;
  }

  private static Grid mask(Path file, VolumeIO io) throws IOException {
    VolumeInfo info = io.readInfo(file);
    if (info.channels() != 1) {
      throw new BadInputException(
          file, "has " + info.channels() + " channels", "Give a mask of one channel");
    }
    return info.grid();
  }

  /**
   * Reads both files.
   *
   * @throws BadInputException if a file cannot be read or holds no labels
   */
  static MaskPair read(CasePair pair, VolumeIO io) throws IOException {
    Volume reference = io.read(pair.reference().mask());
    Volume prediction = io.read(pair.prediction());
    reference.requireLabels();
    prediction.requireLabels();
    try {
      ConfusionMatrix matrix = ConfusionMatrix.of(reference.labels(), prediction.labels());
      return new MaskPair(reference, prediction, matrix);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(pair.prediction(), e.getMessage(), "Give label masks", e);
    }
  }

  /** All label values of both masks, background included. */
  SortedSet<Integer> values() {
    SortedSet<Integer> values = new TreeSet<>(matrix.referenceValues());
    values.addAll(matrix.predictionValues());
    return values;
  }

  /**
   * Checks that no value is used that has no meaning.
   *
   * @param declared the values that have one
   * @throws BadInputException naming the file and the values that are not among them
   */
  void requireDeclared(SortedSet<Integer> declared, CasePair pair) throws BadInputException {
    requireDeclared(matrix.referenceValues(), declared, pair.reference().mask());
    requireDeclared(matrix.predictionValues(), declared, pair.prediction());
  }

  private static void requireDeclared(
      SortedSet<Integer> found, SortedSet<Integer> declared, Path file) throws BadInputException {
    SortedSet<Integer> extra = new TreeSet<>(found);
    extra.removeAll(declared);
    if (!extra.isEmpty()) {
      throw new BadInputException(
          file,
          "holds label values " + extra + " where only " + declared + " are declared",
          "Correct the mask or the dataset's labels");
    }
  }
}
