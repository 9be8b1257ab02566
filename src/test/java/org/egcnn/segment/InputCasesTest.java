/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.egcnn.dataset.Case;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputCasesTest {
  private final VolumeIO io = VolumeIO.standard();

  @TempDir Path folder;

  @Test
  void takesAFolderOfImages() throws IOException {
    touch("b.nii.gz");
    touch("a.nii");
    Files.writeString(folder.resolve("notes.txt"), "no image");
    assertEquals(List.of("a", "b"), names(1, folder));
  }

  @Test
  void aPairOfHeaderAndVoxelsIsOneImage() throws IOException {
    Files.writeString(folder.resolve("a.hdr"), "only names count");
    Files.writeString(folder.resolve("a.img"), "here");
    touch("b.nii");
    assertEquals(List.of("a", "b"), names(1, folder));
    Case a = new InputCases(io, 1).find(List.of(folder)).get(0);
    assertEquals(List.of(folder.resolve("a.hdr")), a.images());
  }

  @Test
  void groupsNumberedChannels() throws IOException {
    touch("x_0000.nii.gz");
    touch("x_0001.nii.gz");
    touch("y_0000.nii.gz");
    List<Case> cases = new InputCases(io, 2).find(List.of(folder));
    assertEquals(List.of("x", "y_0000"), cases.stream().map(Case::name).toList());
    assertEquals(2, cases.get(0).images().size());
  }

  /** Masks that were written into the folder of the images. */
  @Test
  void aFileNamedLikeANumberedCaseIsNoCase() throws IOException {
    touch("x_0000.nii.gz");
    touch("x.nii.gz");
    touch("y.nii.gz");
    assertEquals(List.of("x", "y"), names(1, folder));
    Case x = new InputCases(io, 1).find(List.of(folder)).get(0);
    assertEquals("x_0000.nii.gz", x.images().get(0).getFileName().toString());
  }

  @Test
  void takesFilesOneByOne() throws IOException {
    Path a = touch("a/one_0000.nii.gz");
    Path b = touch("a/one_0001.nii.gz");
    Path c = touch("b/two.nii.gz");
    touch("b/three.nii.gz");
    assertEquals(List.of("one", "two"), names(2, a, b, c));
  }

  @Test
  void prefersADatasetsCasesWithoutLabels() throws IOException {
    touch("imagesTr/known.nii.gz");
    assertEquals(List.of("known"), names(1, folder));
    touch("imagesTs/new.nii.gz");
    assertEquals(List.of("new"), names(1, folder));
  }

  @Test
  void takesChallengeFoldersAsTheyAre() throws IOException {
    for (String modality : List.of("flair", "t1", "t1ce", "t2")) {
      touch("brats/BraTS19_A_1/BraTS19_A_1_" + modality + ".nii.gz");
    }
    Case brats = new InputCases(io, 4).find(List.of(folder.resolve("brats"))).get(0);
    assertEquals("BraTS19_A_1", brats.name());
    assertEquals("BraTS19_A_1_t1ce.nii.gz", brats.images().get(1).getFileName().toString());
    touch("kits/case_00001/imaging.nii.gz");
    touch("kits/case_00001/segmentation.nii.gz");
    assertEquals(List.of("case_00001"), names(1, folder.resolve("kits")));
    touch("kits/case_00210/imaging.nii.gz");
    assertEquals(List.of("case_00210"), names(1, folder.resolve("kits")));
  }

  /** As BIDS names them: no BraTS case lacks all other modalities. */
  @Test
  void imagesOfOneModalityAreNoChallengeFolder() throws IOException {
    touch("images/sub-001_FLAIR.nii.gz");
    touch("images/sub-002_FLAIR.nii.gz");
    List<String> names = List.of("sub-001_FLAIR", "sub-002_FLAIR");
    assertEquals(names, names(1, folder));
    assertEquals(names, names(1, folder.resolve("images")));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertTrue(complaint(folder.resolve("missing.nii.gz")).contains("missing.nii.gz"));
    assertTrue(complaint(folder).contains("no images"));
    Path one = touch("a/same.nii.gz");
    Path two = touch("b/same.nii.gz");
    String message = complaint(one, two);
    assertTrue(message.contains(one.toString()) && message.contains(two.toString()), message);
  }

  /** A file that is named is not left out without a word. */
  @Test
  void namedFilesThatAreNoImagesAreRefused() throws IOException {
    Path header = Files.writeString(folder.resolve("scan.hdr"), "");
    Path voxels = Files.writeString(folder.resolve("scan.img"), "");
    assertEquals(List.of("scan"), names(1, header));
    assertTrue(complaint(voxels).startsWith(voxels + ": is no image by itself"));
    Path hidden = touch(".hidden.nii.gz");
    Path seen = touch("seen.nii.gz");
    assertTrue(complaint(seen, hidden).startsWith(hidden + ": is no image by itself"));
  }

  private String complaint(Path... inputs) {
    return assertThrows(BadInputException.class, () -> new InputCases(io, 1).find(List.of(inputs)))
        .getMessage();
  }

  private List<String> names(int channels, Path... inputs) throws IOException {
    return new InputCases(io, channels).find(List.of(inputs)).stream().map(Case::name).toList();
  }

  private Path touch(String name) throws IOException {
    Path file = folder.resolve(name);
    io.write(
        new Volume(ArrayImgs.unsignedBytes(2, 2, 2), new Grid(2, 2, 2, Affine.scaling(1, 1, 1))),
        file);
    return file;
  }
}
