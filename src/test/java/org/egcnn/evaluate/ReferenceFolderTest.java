/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.example.ExampleDataset;
import org.egcnn.example.ExampleSettings;
import org.egcnn.model.Labels;
import org.egcnn.model.Size;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFolderTest {
  private static final VolumeIO IO = VolumeIO.standard();

  @TempDir static Path data;
  @TempDir Path folder;

  @BeforeAll
  static void write() throws Exception {
    ExampleSettings tiny =
        new ExampleSettings(2, 1, new Size(16, 16, 16), List.of(20.0, 20.0, 20.0), 1);
    ExampleDataset.write(data, tiny, true, TaskListener.SILENT);
  }

  @Test
  void aDatasetsLabelledCasesAreReferences() throws Exception {
    ReferenceFolder found = open(data);
    assertEquals(List.of("kidney", "tumour"), found.labels().map(Labels::names).orElseThrow());
    assertEquals(
        List.of("example_001", "example_002"),
        found.references().stream().map(Reference::name).toList());
    assertEquals(
        List.of(data.resolve("imagesTr/example_002.nii.gz")), found.references().get(1).images());
  }

  @Test
  void masksWithinADatasetHaveItsNamesAndImages() throws Exception {
    ReferenceFolder unseen = open(data.resolve("labelsTs"));
    assertEquals(List.of("kidney", "tumour"), unseen.labels().map(Labels::names).orElseThrow());
    assertEquals(
        List.of(
            new Reference(
                "example_003",
                data.resolve("labelsTs/example_003.nii.gz"),
                List.of(data.resolve("imagesTs/example_003.nii.gz")))),
        unseen.references());
    assertEquals(
        List.of(data.resolve("imagesTr/example_001.nii.gz")),
        open(data.resolve("labelsTr")).references().get(0).images());
  }

  @Test
  void aChallengesFolderIsADataset() throws Exception {
    Path one = Files.createDirectories(folder.resolve("case_00007"));
    Files.copy(data.resolve("imagesTr/example_001.nii.gz"), one.resolve("imaging.nii.gz"));
    Files.copy(data.resolve("labelsTr/example_001.nii.gz"), one.resolve("segmentation.nii.gz"));
    ReferenceFolder found = open(folder);
    assertEquals("case_00007", found.references().get(0).name());
    assertEquals(one.resolve("segmentation.nii.gz"), found.references().get(0).mask());
    assertEquals(List.of("kidney", "tumour"), found.labels().map(Labels::names).orElseThrow());
  }

  @Test
  void masksOfTheirOwnHaveNeither() throws Exception {
    Path mask = folder.resolve("a.nii.gz");
    Files.copy(data.resolve("labelsTs/example_003.nii.gz"), mask);
    assertEquals(
        new ReferenceFolder(List.of(new Reference("a", mask, List.of())), Optional.empty()),
        open(folder));
  }

  private static ReferenceFolder open(Path folder) throws Exception {
    return ReferenceFolder.open(folder, IO, TaskListener.SILENT);
  }
}
