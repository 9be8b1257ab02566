/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Split;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitChoiceTest {

  /** Five jobs with a fold each would otherwise train on the same random split. */
  @Test
  void aFoldOfAnUnknownNumberIsRefused() {
    SplitChoice choice = new SplitChoice(Optional.empty(), 0, 2, 0.8, 1);
    assertEquals(
        "Fold 2 was asked for, but not of how many. Give the number of folds too",
        assertThrows(BadInputException.class, () -> choice.of(null)).getMessage());
  }

  /** A file of one split would otherwise be used without a word about the five folds. */
  @Test
  void foldsBesideAFileMustBeInIt(@TempDir Path folder) throws Exception {
    Dataset dataset = dataset(4);
    Split one = Split.random(dataset, 0.5, 1);
    Path single = folder.resolve("single.json");
    one.write(single);
    assertEquals(one, choice(single, 0, 0).of(dataset));
    assertEquals(one, choice(single, 1, 0).of(dataset));
    assertEquals(
        single + ": has 1 folds, but fold 4 was asked for. Folds count from 0",
        assertThrows(BadInputException.class, () -> choice(single, 5, 0).of(dataset)).getMessage());
    Path two = folder.resolve("two.json");
    Files.writeString(two, "[" + Files.readString(single) + "," + Files.readString(single) + "]");
    assertEquals(one, choice(two, 2, 1).of(dataset));
    assertThrows(BadInputException.class, () -> choice(two, 1, 1).of(dataset));
  }

  @Test
  void aNegativeNumberOfFoldsIsRefused() {
    SplitChoice choice = new SplitChoice(Optional.empty(), -5, 2, 0.8, 1);
    assertEquals(
        "the number of folds must not be negative: give 0 for none",
        assertThrows(BadInputException.class, () -> choice.of(dataset(4))).getMessage());
  }

  private static Dataset dataset(int count) {
    List<Case> cases =
        IntStream.range(0, count)
            .mapToObj(i -> Path.of("c" + i + ".nii.gz"))
            .map(f -> new Case(f.toString(), List.of(f), Optional.of(f)))
            .toList();
    return new Dataset(
        Path.of("data"), "d", List.of("CT"), SyntheticCases.LABELS, cases, List.of());
  }

  private static SplitChoice choice(Path file, int folds, int fold) {
    return new SplitChoice(Optional.of(file), folds, fold, 0.8, 1);
  }
}
