/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
  @TempDir Path folder;

  @Test
  void whatIsNoDatasetIsToldWhatWasLookedFor() {
    String complaint = complaint(folder);
    assertTrue(complaint.contains("no known dataset layout"), complaint);
    assertTrue(complaint.contains("dataset.json with imagesTr/ and labelsTr/"), complaint);
    assertTrue(complaint.contains("images/ and labels/ (or masks/)"), complaint);
    assertEquals(1, complaint.lines().count());
  }

  @Test
  void missingFoldersAndFilesAreNamed() throws Exception {
    Path missing = folder.resolve("nowhere");
    assertEquals(
        missing + ": there is no such folder. Give the folder that holds the dataset",
        complaint(missing));
    Path file = Files.writeString(folder.resolve("file"), "");
    assertTrue(complaint(file).contains("is a file, not a dataset folder"));
  }

  @Test
  void theFirstLayoutThatRecognisesAFolderOpensIt() throws Exception {
    Datasets datasets =
        new Datasets(
            List.of(new Named("a", false), new Named("b", true), new Named("c", true)),
            VolumeIO.standard());
    assertEquals("b", datasets.open(folder, TaskListener.SILENT).name());
  }

  @Test
  void theHippocampusOpens() throws Exception {
    Path hippocampus =
        Path.of(System.getProperty("egcnn.shared", "../shared")).resolve("data/hippocampus");
    Assumptions.assumeTrue(Files.isDirectory(hippocampus), "no shared data at " + hippocampus);
    Dataset dataset = Datasets.open(hippocampus);
    assertEquals(200, dataset.labelled().size());
    assertEquals(List.of("Anterior", "Posterior"), dataset.labels().names());
    Split split = Split.read(hippocampus.resolve("split.json"), dataset, 0);
    assertEquals(160, split.training().size());
    assertEquals(40, split.validation().size());
    assertEquals(40, dataset.select(split.validation()).size());
  }

  private static String complaint(Path folder) {
    return assertThrows(BadInputException.class, () -> Datasets.open(folder)).getMessage();
  }

  private record Named(String name, boolean recognises) implements DatasetLayout {
    @Override
    public String expects() {
      return name;
    }

    @Override
    public boolean recognises(Path folder) {
      return recognises;
    }

    @Override
    public Dataset open(Path folder, VolumeIO io, TaskListener listener) throws IOException {
      Labels labels = new Labels(true, List.of(new LabelClass("x", 1)));
      return new Dataset(folder, name, List.of("c"), labels, List.of(), List.of());
    }
  }
}
