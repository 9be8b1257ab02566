/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BratsLayoutTest {
  private static final List<String> MODALITIES = List.of("t1", "t1ce", "t2", "flair");

  @TempDir Path folder;

  @Test
  void theTrainingArchiveOf2019IsRead() throws Exception {
    Path archive = folder.resolve("MICCAI_BraTS_2019_Data_Training");
    Path high = archive.resolve("HGG/BraTS19_2013_10_1");
    images(high, ".nii.gz", MODALITIES);
    TinyVolumes.mask(high.resolve("BraTS19_2013_10_1_seg.nii.gz"), 1, 2, 4);
    Path low = archive.resolve("LGG/BraTS19_TCIA09_141_1");
    images(low, ".nii.gz", MODALITIES);
    TinyVolumes.mask(low.resolve("BraTS19_TCIA09_141_1_seg.nii.gz"), 1, 2);
    TinyVolumes.text(archive.resolve("name_mapping.csv"), "Grade,BraTS_2019_subject_ID\n");
    Files.writeString(high.resolve("._BraTS19_2013_10_1_t1.nii.gz"), "junk");
    for (Path opened : List.of(archive, folder)) {
      Dataset dataset = Datasets.open(opened);
      assertEquals(List.of("BraTS19_2013_10_1", "BraTS19_TCIA09_141_1"), dataset.names());
      assertEquals(List.of("T1", "T1c", "T2", "FLAIR"), dataset.channels());
      assertEquals(
          MODALITIES.stream().map(m -> high.resolve("BraTS19_2013_10_1_" + m + ".nii.gz")).toList(),
          dataset.labelled().get(0).images());
      assertTrue(dataset.unlabelled().isEmpty());
    }
  }

  @Test
  void regionsAreNestedAndRebuiltToTheChallengesValues() throws Exception {
    Path one = folder.resolve("BraTS2021_00000");
    images(one, ".nii.gz", MODALITIES);
    TinyVolumes.mask(one.resolve("BraTS2021_00000_seg.nii.gz"), 1, 2, 4, 4);
    Dataset dataset = Datasets.open(folder);
    assertEquals(List.of("WT", "TC", "ET"), dataset.labels().names());
    assertFalse(dataset.labels().exclusive());
    // bits: 1 whole, 2 core, 4 enhancing
    assertEquals(1, dataset.labels().code(2));
    assertEquals(3, dataset.labels().code(1));
    assertEquals(7, dataset.labels().code(4));
    LoadedCase loaded =
        new CaseReader(VolumeIO.standard(), dataset).read(dataset.labelled().get(0));
    assertEquals(4, loaded.image().channels());
    assertEquals(3, loaded.image().channel(3).getAt(0, 0, 0).get(), "FLAIR comes last");
    assertEquals(
        List.of(4L, 3L, 2L), CaseScan.of(loaded, dataset.labels()).fingerprint().classVoxels());
  }

  @Test
  void casesWithoutAMaskAreUnlabelled() throws Exception {
    images(folder.resolve("BraTS19_UAB_3456_1"), ".nii.gz", MODALITIES);
    Dataset dataset = Datasets.open(folder);
    assertTrue(dataset.labelled().isEmpty());
    assertEquals("BraTS19_UAB_3456_1", dataset.unlabelled().get(0).name());
    assertEquals(4, dataset.unlabelled().get(0).images().size());
  }

  @Test
  void plainFilesOtherLettersAndOneFolderForAllAreRead() throws Exception {
    images(folder, ".nii", "Brats18_A_1", List.of("T1", "t1CE", "t2", "FLAIR"));
    images(folder, ".NII.GZ", "Brats18_B_1", MODALITIES);
    TinyVolumes.mask(folder.resolve("brats18_a_1_SEG.nii"), 4);
    Dataset dataset = Datasets.open(folder);
    assertEquals(1, dataset.labelled().size());
    assertEquals("Brats18_B_1", dataset.unlabelled().get(0).name());
  }

  @Test
  void theMisnamedMaskOf2020IsTaken() throws Exception {
    Path one = folder.resolve("MICCAI_BraTS2020_TrainingData/BraTS20_Training_355");
    images(one, ".nii", MODALITIES);
    Path mask = TinyVolumes.mask(one.resolve("W39_1998.09.19_Segm.nii"), 4);
    List<String> told = new ArrayList<>();
    TaskListener listener =
        new TaskListener() {
          @Override
          public void info(String message) {
            told.add(message);
          }
        };
    Dataset dataset = Datasets.standard().open(folder, listener);
    assertEquals(Optional.of(mask), dataset.labelled().get(0).label());
    assertEquals(List.of(mask + " is taken for the mask of case BraTS20_Training_355"), told);
  }

  @Test
  void plainImagesBesideADownloadAreNoBrats() throws Exception {
    images(folder.resolve("old/BraTS19_A_1"), ".nii.gz", MODALITIES);
    assertTrue(new BratsLayout().recognises(folder));
    TinyVolumes.image(folder.resolve("scan.nii.gz"), (x, y, z) -> x);
    assertFalse(new BratsLayout().recognises(folder));
  }

  @Test
  void missingAndDoubledFilesAreAllNamed() throws Exception {
    images(folder.resolve("BraTS19_A_1"), ".nii.gz", List.of("t1", "t2", "flair"));
    images(folder.resolve("BraTS19_B_1"), ".nii.gz", List.of("t1ce"));
    images(folder.resolve("BraTS19_C_1"), ".nii.gz", MODALITIES);
    images(folder.resolve("BraTS19_C_1"), ".nii", List.of("t2"));
    images(folder.resolve("other/BraTS19_C_1"), ".nii.gz", List.of("t1"));
    List<String> lines = complaint().lines().toList();
    assertTrue(lines.get(0).contains("4 files or cases cannot be used"), lines.get(0));
    String all = String.join("\n", lines);
    assertTrue(all.contains("case BraTS19_A_1 lacks BraTS19_A_1_t1ce.nii.gz in "), all);
    assertTrue(all.contains("lacks BraTS19_B_1_t1.nii.gz, BraTS19_B_1_t2.nii.gz"), all);
    assertTrue(all.contains("there is also BraTS19_C_1_t2.nii"), all);
    assertTrue(all.contains("a case of the same name is in"), all);
  }

  @Test
  void modalitiesOnAnotherGridAreRefused() throws Exception {
    Path one = folder.resolve("BraTS19_A_1");
    images(one, ".nii.gz", MODALITIES);
    Grid moved = new Grid(4, 3, 2, Affine.scaling(1, 1, 2.5));
    TinyVolumes.image(one.resolve("BraTS19_A_1_t2.nii.gz"), moved, (x, y, z) -> x);
    Dataset dataset = Datasets.open(folder);
    String message =
        assertThrows(
                BadInputException.class,
                () ->
                    new CaseReader(VolumeIO.standard(), dataset).read(dataset.unlabelled().get(0)))
            .getMessage();
    assertTrue(message.contains("BraTS19_A_1_t2.nii.gz lie on different grids"), message);
  }

  private String complaint() {
    return assertThrows(BadInputException.class, () -> Datasets.open(folder)).getMessage();
  }

  private static void images(Path place, String ending, List<String> modalities) throws Exception {
    images(place, ending, place.getFileName().toString(), modalities);
  }

  /** Writes images whose voxels hold the modality's number. */
  private static void images(Path place, String ending, String name, List<String> modalities)
      throws Exception {
    Files.createDirectories(place);
    for (String modality : modalities) {
      int number = MODALITIES.indexOf(modality.toLowerCase(Locale.ROOT));
      Path file = place.resolve(name + "_" + modality + ending.toLowerCase(Locale.ROOT));
      TinyVolumes.image(file, (x, y, z) -> number);
      if (!ending.equals(ending.toLowerCase(Locale.ROOT))) {
        Files.move(file, place.resolve(name + "_" + modality + ending));
      }
    }
  }
}
