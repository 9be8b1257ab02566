/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairedFoldersLayoutTest {
  @TempDir Path folder;

  @Test
  void classesAreTheValuesFoundInTheMasks() throws Exception {
    // Numbers that look like channels are cases here, because the masks bear them too.
    image("images/img_0001");
    image("images/img_0002");
    image("images/img_0003");
    TinyVolumes.mask(file("masks/img_0001"), 255);
    TinyVolumes.mask(file("masks/img_0002"), 7, 255);
    Dataset dataset = Datasets.open(folder);
    assertEquals(folder.getFileName().toString(), dataset.name());
    assertEquals(List.of("channel 0"), dataset.channels());
    assertEquals(
        new Labels(true, List.of(new LabelClass("class 7", 7), new LabelClass("class 255", 255))),
        dataset.labels());
    assertEquals(List.of("img_0001", "img_0002"), dataset.names());
    assertEquals(List.of("img_0003"), dataset.unlabelled().stream().map(Case::name).toList());
  }

  @Test
  void aDescriptionNamesClassesAndChannels() throws Exception {
    TinyVolumes.text(
        folder.resolve("dataset.json"),
        "{'name': 'Cells', 'channel_names': ['membrane', 'nuclei'],"
            + " 'labels': {'background': 0, 'cell': 1}}");
    image("images/a_0000");
    image("images/a_0001");
    TinyVolumes.mask(file("labels/a"), 1);
    Dataset dataset = Datasets.open(folder);
    assertEquals("Cells", dataset.name());
    assertEquals(List.of("membrane", "nuclei"), dataset.channels());
    assertEquals(List.of("cell"), dataset.labels().names());
    assertEquals(2, dataset.labelled().get(0).images().size());
  }

  @Test
  void channelsOfOneFileAreCounted() throws Exception {
    TinyVolumes.channels(file("images/a"), 3);
    TinyVolumes.mask(file("labels/a"), 1);
    assertEquals(List.of("channel 0", "channel 1", "channel 2"), Datasets.open(folder).channels());
  }

  @Test
  void manyClassesAreWarnedOf() throws Exception {
    image("images/a");
    TinyVolumes.mask(file("labels/a"), IntStream.rangeClosed(1, 17).toArray());
    Warnings warnings = new Warnings();
    assertEquals(17, Datasets.standard().open(folder, warnings).labels().size());
    assertEquals(1, warnings.messages().size());
    assertTrue(
        warnings.messages().get(0).contains("each of the 17 label values"),
        warnings.messages().get(0));
  }

  @Test
  void masksWithoutImagesAreNamed() throws Exception {
    image("images/a");
    image("images/c_0000");
    image("images/c_0002");
    TinyVolumes.mask(file("labels/b"), 1);
    TinyVolumes.mask(file("labels/c"), 1);
    String complaint = complaint();
    assertTrue(complaint.contains("2 of 2 masks cannot be used"), complaint);
    assertTrue(complaint.contains("b.nii.gz: has no image"), complaint);
    assertTrue(complaint.contains("case c lacks its channel 0001"), complaint);
  }

  @Test
  void emptyMasksAndImagesAmongMasksAreRefused() throws Exception {
    image("images/a");
    TinyVolumes.mask(file("labels/a"));
    assertTrue(complaint().contains("all masks are empty"));
    TinyVolumes.image(file("labels/a"), (x, y, z) -> 0.25 * x);
    assertTrue(complaint().contains("holds 0.25"), complaint());
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws Exception {
    image("images/a");
    TinyVolumes.image(folder.resolve("images/a.nii"), (x, y, z) -> x);
    TinyVolumes.mask(file("labels/a"), 1);
    assertTrue(complaint().contains("has the same base name as a.nii"), complaint());
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
