/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitsLayoutTest {
  @TempDir Path folder;

  @Test
  void casesAreFoundInTheRepositoryAndInItsDataFolder() throws Exception {
    Path data = folder.resolve("data");
    Path image = image(data.resolve("case_00000"));
    Path mask = mask(data.resolve("case_00000"));
    image(data.resolve("case_00210"));
    TinyVolumes.text(data.resolve("kits.json"), "[]");
    for (Path opened : List.of(folder, data)) {
      Dataset dataset = Datasets.open(opened);
      assertEquals("KiTS", dataset.name());
      assertEquals(List.of("CT"), dataset.channels());
      assertEquals(
          new Labels(true, List.of(new LabelClass("kidney", 1), new LabelClass("tumour", 2))),
          dataset.labels());
      assertEquals(
          List.of(new Case("case_00000", List.of(image), Optional.of(mask))), dataset.labelled());
      assertEquals(List.of("case_00210"), dataset.unlabelled().stream().map(Case::name).toList());
    }
  }

  @Test
  void casesWithoutImagesAreAllNamedWithTheRemedy() throws Exception {
    image(folder.resolve("case_00000"));
    mask(folder.resolve("case_00000"));
    mask(folder.resolve("case_00001"));
    Files.createDirectories(folder.resolve("case_00002"));
    List<String> lines = complaint().lines().toList();
    assertTrue(lines.get(0).contains("2 of 3 cases have no image"), lines.get(0));
    assertTrue(lines.get(0).contains("starter_code/get_imaging.py"), lines.get(0));
    assertTrue(lines.get(1).contains("case_00001: holds a mask but no imaging.nii.gz"));
    assertTrue(lines.get(2).contains("case_00002: holds neither"), lines.get(2));
  }

  @Test
  void emptyFoldersAreNoKits() throws Exception {
    Files.createDirectories(folder.resolve("case_00000"));
    String complaint = complaint();
    assertTrue(complaint.contains("no known dataset layout"), complaint);
    assertTrue(complaint.contains("imaging.nii.gz and segmentation.nii.gz (KiTS)"), complaint);
  }

  private String complaint() {
    return assertThrows(BadInputException.class, () -> Datasets.open(folder)).getMessage();
  }

  private static Path image(Path place) throws Exception {
    return TinyVolumes.image(place.resolve("imaging.nii.gz"), (x, y, z) -> x);
  }

  private static Path mask(Path place) throws Exception {
    return TinyVolumes.mask(place.resolve("segmentation.nii.gz"), 1, 2);
  }
}
