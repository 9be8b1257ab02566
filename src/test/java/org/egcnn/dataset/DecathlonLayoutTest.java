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

class DecathlonLayoutTest {
  private static final String NNUNET =
      "{'channel_names': {'0': 'T1', '1': 'FLAIR'}, 'labels': {'background': 0, 'tumour': 1},"
          + " 'file_ending': '.nii.gz'}";

  @TempDir Path folder;

  @Test
  void listedCasesAreFound() throws Exception {
    TinyVolumes.text(
        folder.resolve("dataset.json"),
        "{'name': 'Two', 'modality': {'0': 'MRI'}, 'labels': {'0': 'background', '1': 'a'},"
            + "'training': [{'image': './imagesTr/b.nii.gz', 'label': './labelsTr/b.nii.gz'},"
            + "{'image': './imagesTr/a.nii.gz', 'label': './labelsTr/a.nii.gz'}]}");
    for (String name : List.of("a", "b", "unlisted")) {
      image("imagesTr/" + name);
      TinyVolumes.mask(file("labelsTr/" + name), 1);
    }
    image("imagesTs/t");
    // macOS leaves such files in archives.
    Files.writeString(folder.resolve("imagesTs/._t.nii.gz"), "junk");
    Dataset dataset = Datasets.open(folder);
    assertEquals("Two", dataset.name());
    assertEquals(List.of("MRI"), dataset.channels());
    assertEquals(new Labels(true, List.of(new LabelClass("a", 1))), dataset.labels());
    assertEquals(List.of("a", "b"), dataset.names());
    assertEquals(
        new Case("a", List.of(file("imagesTr/a")), Optional.of(file("labelsTr/a"))),
        dataset.labelled().get(0));
    assertEquals(
        List.of(new Case("t", List.of(file("imagesTs/t")), Optional.empty())),
        dataset.unlabelled());
  }

  @Test
  void channelFilesBelongToOneCase() throws Exception {
    TinyVolumes.text(folder.resolve("dataset.json"), NNUNET);
    image("imagesTr/case_7_0001");
    image("imagesTr/case_7_0000");
    TinyVolumes.mask(file("labelsTr/case_7"), 1);
    image("imagesTs/new_0000");
    image("imagesTs/new_0001");
    Dataset dataset = Datasets.open(folder);
    assertEquals(List.of("T1", "FLAIR"), dataset.channels());
    assertEquals(
        List.of(file("imagesTr/case_7_0000"), file("imagesTr/case_7_0001")),
        dataset.labelled().get(0).images());
    assertEquals(List.of("new"), dataset.unlabelled().stream().map(Case::name).toList());
    assertEquals(2, dataset.unlabelled().get(0).images().size());
  }

  @Test
  void listedNamesWithoutChannelNumbersAreFound() throws Exception {
    TinyVolumes.text(
        folder.resolve("dataset.json"),
        "{'modality': {'0': 'CT'}, 'labels': {'0': 'background', '1': 'a'},"
            + "'training': [{'image': './imagesTr/a.nii.gz', 'label': './labelsTr/a.nii.gz'}]}");
    image("imagesTr/a_0000");
    TinyVolumes.mask(file("labelsTr/a"), 1);
    assertEquals(
        List.of(file("imagesTr/a_0000")), Datasets.open(folder).labelled().get(0).images());
  }

  @Test
  void allUnusableCasesAreNamedAtOnce() throws Exception {
    TinyVolumes.text(folder.resolve("dataset.json"), NNUNET);
    image("imagesTr/first_0000");
    TinyVolumes.mask(file("labelsTr/first"), 1);
    TinyVolumes.mask(file("labelsTr/second"), 1);
    image("imagesTr/third_0000");
    image("imagesTr/third_0001");
    List<String> lines = complaint().lines().toList();
    assertTrue(lines.get(0).contains("3 cases cannot be used"), lines.get(0));
    assertTrue(lines.get(1).contains("case first lacks its channel 0001"), lines.get(1));
    assertTrue(lines.get(2).contains("second.nii.gz: has no image"), lines.get(2));
    assertTrue(lines.get(3).contains("third_0000.nii.gz: has no mask"), lines.get(3));
    assertEquals(4, lines.size());
  }

  @Test
  void listedFilesThatAreMissingAreNamed() throws Exception {
    TinyVolumes.text(
        folder.resolve("dataset.json"),
        "{'modality': {'0': 'CT'}, 'labels': {'0': 'background', '1': 'a'},"
            + "'training': [{'image': './imagesTr/a.nii.gz', 'label': './labelsTr/a.nii.gz'},"
            + "{'image': './imagesTr/b.nii.gz', 'label': './labelsTr/b.nii.gz'}]}");
    image("imagesTr/a");
    String complaint = complaint();
    assertTrue(complaint.contains("2 of 2 listed cases"), complaint);
    assertTrue(complaint.contains("a.nii.gz: listed in dataset.json but missing"), complaint);
    assertTrue(complaint.contains("b.nii.gz: listed in dataset.json but missing"), complaint);
  }

  @Test
  void longListsOfProblemsAreCut() throws Exception {
    TinyVolumes.text(folder.resolve("dataset.json"), NNUNET);
    Files.createDirectories(folder.resolve("imagesTr"));
    Files.createDirectories(folder.resolve("labelsTr"));
    for (int i = 0; i < 30; i++) {
      Files.writeString(file("labelsTr/case" + i), "");
    }
    List<String> lines = complaint().lines().toList();
    assertEquals(22, lines.size());
    assertEquals("  ... and 10 more", lines.get(21));
  }

  @Test
  void missingKeysAreNamed() throws Exception {
    Files.createDirectories(folder.resolve("imagesTr"));
    TinyVolumes.text(folder.resolve("dataset.json"), "{'labels': {'0': 'b', '1': 'a'}}");
    assertTrue(complaint().contains("has no 'channel_names'"));
    TinyVolumes.text(folder.resolve("dataset.json"), "{'modality': ['CT']}");
    assertTrue(complaint().contains("has no 'labels'"));
    TinyVolumes.text(folder.resolve("dataset.json"), "{'modality': {'1': 'CT'}}");
    assertTrue(complaint().contains("not numbered 0, 1, 2"));
    TinyVolumes.text(folder.resolve("dataset.json"), "{'modality': ");
    assertTrue(complaint().contains("is not valid JSON"));
    TinyVolumes.text(folder.resolve("dataset.json"), "[]");
    assertTrue(complaint().contains("is not a JSON object"));
  }

  @Test
  void foldersWithoutMasksAreNamed() throws Exception {
    TinyVolumes.text(folder.resolve("dataset.json"), NNUNET);
    Files.createDirectories(folder.resolve("imagesTr"));
    assertTrue(complaint().contains("labelsTr: there is no such folder"));
    Files.createDirectories(folder.resolve("labelsTr"));
    assertTrue(complaint().contains("labelsTr: holds no masks"));
  }

  private String complaint() {
    return assertThrows(BadInputException.class, () -> Datasets.open(folder)).getMessage();
  }

  private Path file(String name) {
    return folder.resolve(name + ".nii.gz");
  }

  private void image(String name) throws Exception {
    TinyVolumes.image(file(name), (x, y, z) -> x);
  }
}
