/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.dataset.Case;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasePairTest {
  private static final VolumeIO IO = VolumeIO.standard();

  @TempDir Path folder;
  private Path references;
  private Path predictions;

  @BeforeEach
  void makeFolders() throws IOException {
    references = Files.createDirectory(folder.resolve("references"));
    predictions = Files.createDirectory(folder.resolve("predictions"));
  }

  private static void touch(Path folder, String... names) throws IOException {
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }

  private List<CasePair> match(boolean allowMissing) throws IOException {
    return CasePair.match(Reference.ofFolder(references, IO), predictions, allowMissing, IO);
  }

  private String complaint(boolean allowMissing) {
    return assertThrows(BadInputException.class, () -> match(allowMissing)).getMessage();
  }

  @Test
  void matchesByBaseNameWhateverTheEnding() throws IOException {
    touch(references, "b.nii", "a.nii.gz", "notes.txt", ".hidden.nii");
    touch(predictions, "a.nii", "b.nii.gz", "log.txt");
    List<CasePair> pairs = match(false);
    assertEquals(List.of("a", "b"), pairs.stream().map(CasePair::name).toList());
    assertEquals(predictions.resolve("a.nii"), pairs.get(0).prediction());
    assertEquals(references.resolve("a.nii.gz"), pairs.get(0).reference().mask());
  }

  @Test
  void namesReferencesWithoutPrediction() throws IOException {
    touch(references, "a.nii", "b.nii", "c.nii");
    touch(predictions, "b.nii");
    assertTrue(complaint(false).contains("no prediction for a, c."), complaint(false));
    assertEquals(1, match(true).size());
  }

  @Test
  void namesPredictionsWithoutReferenceEvenIfMissingOnesAreAllowed() throws IOException {
    touch(references, "a.nii");
    touch(predictions, "a.nii", "x.nii");
    assertTrue(complaint(true).contains("no reference for x."), complaint(true));
  }

  @Test
  void shortensLongListsOfNames() throws IOException {
    for (int i = 10; i < 25; i++) {
      touch(references, i + ".nii");
    }
    assertTrue(complaint(false).contains("18, 19 and 5 more."), complaint(false));
  }

  @Test
  void refusesNothingToDo() throws IOException {
    touch(references, "a.nii");
    assertTrue(complaint(true).contains("no prediction has a reference"));
  }

  @Test
  void refusesAbsentFoldersAndDoubleNames() throws IOException {
    touch(references, "a.nii", "a.nii.gz");
    assertTrue(complaint(false).contains("same base name"));
    Path absent = folder.resolve("absent");
    assertThrows(BadInputException.class, () -> Reference.ofFolder(absent, IO));
  }

  @Test
  void takesTheLabelledCasesOfADataset() {
    Path image = Path.of("image.nii");
    Path label = Path.of("label.nii");
    List<Case> cases =
        List.of(
            new Case("a", List.of(image), Optional.of(label)),
            new Case("b", List.of(image), Optional.empty()));
    assertEquals(List.of(new Reference("a", label, List.of(image))), Reference.of(cases));
  }
}
