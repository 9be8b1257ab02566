/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcnn.task.BadInputException;
import org.egcnn.task.ExclusiveLock;
import org.egcnn.task.Warnings;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingJob.Mode;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDatasetTest {
  @TempDir Path folder;

  private Path keep(Mode mode, String content) throws IOException {
    return new KeptDataset(folder.resolve("model"))
        .keep(
            mode,
            empty -> {
              Path images = Files.createDirectories(empty.resolve("images"));
              Files.writeString(images.resolve("frame_0001.nii.gz"), content);
              if (content.isEmpty()) {
                throw new IOException("disk full");
              }
            });
  }

  private String kept() throws IOException {
    return Files.readString(folder.resolve("model_data/images/frame_0001.nii.gz"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void isReplacedIfThatIsAllowed() throws IOException {
    assertEquals(folder.resolve("model_data"), keep(Mode.NEW, "one"));
    assertEquals("one", kept());
    BadInputException e = assertThrows(BadInputException.class, () -> keep(Mode.NEW, "two"));
    assertTrue(e.getMessage().contains("exists already"), e.getMessage());
    keep(Mode.OVERWRITE, "two");
    assertEquals("two", kept());
    // nothing to go on with
    keep(Mode.RESUME, "three");
    assertEquals("three", kept());
    Path checkpoints = Files.createDirectories(folder.resolve("model/checkpoint"));
    Files.writeString(checkpoints.resolve("epoch-00001-step-000000.json"), "{}");
    keep(Mode.RESUME, "four");
    assertEquals("three", kept());
  }

  @Test
  void foldersOfOthersAreLeftAlone() throws IOException {
    Path own = Files.createDirectories(folder.resolve("model_data/scans")).resolve("a.nii");
    Files.writeString(own, "mine");
    BadInputException e = assertThrows(BadInputException.class, () -> keep(Mode.OVERWRITE, "two"));
    assertTrue(e.getMessage().contains("holds other files"), e.getMessage());
    assertEquals("mine", Files.readString(own));
  }

  @Test
  void whatCannotBeWrittenReplacesNothing() throws IOException {
    keep(Mode.NEW, "one");
    assertThrows(IOException.class, () -> keep(Mode.OVERWRITE, ""));
    assertEquals("one", kept());
    assertEquals(List.of("model_data"), names());
  }

  @Test
  void aTrainingThatRunsKeepsItsData() throws IOException {
    keep(Mode.NEW, "one");
    try (ExclusiveLock lock = ExclusiveLock.take(folder.resolve("model"), "training")) {
      assertThrows(BadInputException.class, () -> keep(Mode.OVERWRITE, "two"));
    }
    assertEquals("one", kept());
  }

  @Test
  void aSingleImageCannotBeSplit() throws IOException {
    ImagePlus image = IJ.createImage("scan", "8-bit ramp", 4, 5, 3);
    OpenImages pair = new OpenImages(image, image);
    pair.requireSplittable(SplitChoice.random(1));
    SplitChoice folds = new SplitChoice(Optional.empty(), 2, 0, 0.8, 1);
    assertThrows(BadInputException.class, () -> pair.requireSplittable(folds));
    SplitChoice file = new SplitChoice(Optional.of(folder), 0, 0, 0.8, 1);
    assertThrows(BadInputException.class, () -> pair.requireSplittable(file));
  }

  @Test
  void labelsWithoutCalibrationLieOnTheImagesVoxels() throws IOException {
    ImagePlus image = IJ.createImage("scan", "16-bit ramp", 4, 5, 3);
    image.getCalibration().setUnit("mm");
    image.getCalibration().pixelDepth = 2;
    ImagePlus mask = IJ.createImage("labels", "8-bit black", 4, 5, 3);
    mask.getCalibration().xOrigin = 2;
    Warnings warnings = new Warnings();
    new OpenImages(image, mask).write(folder, warnings);
    VolumeIO io = VolumeIO.standard();
    Volume volume = io.read(folder.resolve("images/frame_0001.nii.gz"));
    Volume labels = io.read(folder.resolve("labels/frame_0001_again.nii.gz"));
    assertEquals(volume.grid(), labels.grid());
    assertEquals(2, volume.grid().spacing()[2], 1e-6);
    assertTrue(warnings.toString().contains("scan does not say how it lies"), warnings.toString());
  }
}
