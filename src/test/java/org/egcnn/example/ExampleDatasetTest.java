/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.DatasetCheck;
import org.egcnn.dataset.Datasets;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleDatasetTest {
  private static final ExampleSettings SETTINGS =
      new ExampleSettings(2, 1, new Size(24, 32, 32), List.of(8.0, 8.0, 8.0), 1);

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsASoundDataset() throws Exception {
    ExampleDataset.write(folder, SETTINGS, false, TaskListener.SILENT);
    Dataset dataset = Datasets.open(folder);
    assertEquals(List.of("example_001", "example_002"), dataset.names());
    assertEquals(List.of("example_003"), dataset.unlabelled().stream().map(Case::name).toList());
    assertEquals(List.of("CT"), dataset.channels());
    assertEquals(List.of("kidney", "tumour"), dataset.labels().names());
    Fingerprint fingerprint =
        DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), TaskListener.SILENT);
    assertEquals("LPS", fingerprint.cases().get(0).orientation());
    assertEquals(SETTINGS.size(), fingerprint.cases().get(0).size());
    assertEquals(List.of(8.0, 8.0, 8.0), fingerprint.cases().get(0).spacing());
    assertTrue(Files.exists(folder.resolve("labelsTs/example_003.nii.gz")));
  }

  @Test
  void theSameSettingsGiveTheSameBytes() throws Exception {
    Path a = folder.resolve("a");
    Path b = folder.resolve("b");
    ExampleDataset.write(a, SETTINGS, false, TaskListener.SILENT);
    ExampleDataset.write(b, SETTINGS, false, TaskListener.SILENT);
    for (String file :
        List.of(
            "dataset.json",
            "imagesTr/example_002.nii.gz",
            "labelsTr/example_002.nii.gz",
            "imagesTs/example_003.nii.gz")) {
      assertArrayEquals(
          Files.readAllBytes(a.resolve(file)), Files.readAllBytes(b.resolve(file)), file);
    }
  }

  @Test
  void aDatasetOfOthersIsNotReplaced() throws Exception {
    Path theirs = Files.writeString(folder.resolve("dataset.json"), "{\"name\": \"Liver\"}");
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> ExampleDataset.write(folder, SETTINGS, true, TaskListener.SILENT));
    assertEquals(
        theirs + ": describes a dataset that is no example. Name another folder", e.getMessage());
    assertEquals("{\"name\": \"Liver\"}", Files.readString(theirs));
    assertFalse(Files.exists(folder.resolve("imagesTr")));
  }

  @Test
  void nothingIsOverwrittenUnlessAsked() throws Exception {
    Path kept = Files.writeString(folder.resolve("notes.txt"), "mine");
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> ExampleDataset.write(folder, SETTINGS, false, TaskListener.SILENT));
    assertTrue(e.getMessage().contains("is not empty"), e.getMessage());
    assertFalse(Files.exists(folder.resolve("imagesTr")));

    ExampleDataset.write(folder, SETTINGS, true, TaskListener.SILENT);
    ExampleSettings fewer =
        new ExampleSettings(1, 0, SETTINGS.size(), SETTINGS.spacing(), SETTINGS.seed());
    ExampleDataset.write(folder, fewer, true, TaskListener.SILENT);
    Dataset dataset = Datasets.open(folder);
    assertEquals(List.of("example_001"), dataset.names());
    assertEquals(List.of(), dataset.unlabelled());
    assertFalse(Files.exists(folder.resolve("labelsTs/example_003.nii.gz")));
    assertEquals("mine", Files.readString(kept));
    assertThrows(
        BadInputException.class,
        () -> ExampleDataset.write(kept, SETTINGS, true, TaskListener.SILENT));
  }

  @Test
  void aCancelledFolderIsNoDataset() {
    TaskListener afterOne =
        new TaskListener() {
          private volatile boolean started;

          @Override
          public void progress(long done, long total, String what) {
            started = true;
          }

          @Override
          public boolean isCancelled() {
            return started;
          }
        };
    assertThrows(
        CancelledException.class, () -> ExampleDataset.write(folder, SETTINGS, false, afterOne));
    assertTrue(Files.exists(folder.resolve("imagesTr/example_001.nii.gz")));
    assertThrows(BadInputException.class, () -> Datasets.open(folder));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    Size size = SETTINGS.size();
    List<Double> spacing = SETTINGS.spacing();
    assertThrows(IllegalArgumentException.class, () -> new ExampleSettings(0, 0, size, spacing, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new ExampleSettings(1, -1, size, spacing, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExampleSettings(1, 0, new Size(8, 64, 64), spacing, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExampleSettings(1, 0, size, List.of(4.0, 4.0), 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExampleSettings(1, 0, size, List.of(4.0, 4.0, Double.NaN), 1));
  }
}
