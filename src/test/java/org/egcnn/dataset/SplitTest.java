/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {
  @TempDir Path folder;

  @Test
  void randomSplitsDependOnTheSeedAlone() throws Exception {
    Dataset dataset = dataset(10);
    Split split = Split.random(dataset, 0.8, 1);
    // Random's generator and the shuffle are specified; worked out apart from Java they give the
    // order 6 9 7 8 4 2 0 3 1 5, of which the first eight are trained on.
    assertEquals(List.of("case1", "case5"), split.validation());
    assertEquals(8, split.training().size());
    assertEquals(split, Split.random(dataset, 0.8, 1));
    assertNotEquals(split, Split.random(dataset, 0.8, 2));
  }

  @Test
  void everyShareLeavesBothSidesACase() throws Exception {
    assertEquals(1, Split.random(dataset(5), 0.01, 1).training().size());
    assertEquals(1, Split.random(dataset(5), 0.99, 1).validation().size());
    assertEquals(0, Split.random(dataset(5), 1, 1).validation().size());
    assertEquals(new Split(List.of("case0"), List.of()), Split.random(dataset(1), 0.5, 1));
    assertThrows(BadInputException.class, () -> Split.random(dataset(5), 0, 1));
    assertThrows(BadInputException.class, () -> Split.random(dataset(5), 1.1, 1));
    assertThrows(BadInputException.class, () -> Split.random(dataset(0), 0.5, 1));
  }

  @Test
  void foldsValidateEachCaseOnce() throws Exception {
    Dataset dataset = dataset(11);
    List<String> validated = new ArrayList<>();
    for (int fold = 0; fold < 3; fold++) {
      Split split = Split.fold(dataset, 3, fold, 7);
      assertEquals(fold == 2 ? 3 : 4, split.validation().size());
      assertEquals(11, split.training().size() + split.validation().size());
      validated.addAll(split.validation());
    }
    assertEquals(dataset.names(), validated.stream().sorted().toList());
    assertThrows(BadInputException.class, () -> Split.fold(dataset, 3, 3, 7));
    assertThrows(BadInputException.class, () -> Split.fold(dataset, 1, 0, 7));
    assertThrows(BadInputException.class, () -> Split.fold(dataset, 12, 0, 7));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Split split = Split.random(dataset(6), 0.5, 3);
    Path file = folder.resolve("model/split.json");
    split.write(file);
    assertEquals(split, Split.read(file, dataset(6), 0));
  }

  @Test
  void listsOfFoldsAreRead() throws Exception {
    Path file =
        TinyVolumes.text(
            folder.resolve("splits_final.json"),
            "[{'train': ['case0'], 'val': ['case1']}, {'train': ['case1'], 'val': ['case0']}]");
    assertEquals(new Split(List.of("case1"), List.of("case0")), Split.read(file, dataset(2), 1));
    assertComplaint(file, 2, "has 2 folds, but fold 2 was asked for");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'train': ['case0', 'casE1'], 'val': ['x']} | names 2 cases that are no labelled cases",
        "{'train': ['case0', 'casE1'], 'val': ['x']} | casE1, x",
        "{'train': ['case0'], 'val': ['case0']}      | names case case0 twice",
        "{'train': ['case0', 'case0'], 'val': []}    | names case case0 twice",
        "{'train': [], 'val': ['case0']}             | at least one training case",
        "{'train': ['case0']}                        | has no list 'val'",
        "{'train': [[]], 'val': []}                  | must hold case names",
        "[1]                                         | holds no split",
        "[]                                          | has 0 folds",
        "nonsense {                                  | is not valid JSON"
      })
  void faultySplitsAreNamed(String json, String complaint) throws Exception {
    assertComplaint(TinyVolumes.text(folder.resolve("split.json"), json), 0, complaint);
  }

  @Test
  void missingFilesAreNamed() {
    assertComplaint(folder.resolve("none.json"), 0, "there is no such file");
  }

  private static void assertComplaint(Path file, int fold, String complaint) {
    BadInputException e =
        assertThrows(BadInputException.class, () -> Split.read(file, dataset(2), fold));
    assertTrue(e.getMessage().contains(complaint), e.getMessage());
    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
  }

  private static Dataset dataset(int count) {
    List<Case> cases =
        IntStream.range(0, count)
            .mapToObj(i -> "case" + i)
            .sorted()
            .map(name -> new Case(name, List.of(Path.of(name)), Optional.of(Path.of(name))))
            .toList();
    Labels labels = new Labels(true, List.of(new LabelClass("a", 1)));
    return new Dataset(Path.of("data"), "d", List.of("CT"), labels, cases, List.of());
  }
}
