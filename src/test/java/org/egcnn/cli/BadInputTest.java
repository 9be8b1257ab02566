/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a user gives that cannot be used ends with exit code 2 and a line that says so. */
class BadInputTest {
  private static final String CASE = "example_002.nii.gz";

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path sound;
  private static Path model;
  private Path data;
  private Path out;

  @BeforeAll
  static void train() {
    sound = TinyJob.data(shared.resolve("data"));
    model = TinyJob.model(sound, shared.resolve("model"));
  }

  @Test
  void aDatasetThatIsNotThere() {
    Path nowhere = folder.resolve("nowhere");
    refuses(CliRun.of(TinyJob.train(nowhere, folder.resolve("m"))), "nowhere", "no such folder");
  }

  @Test
  void aFileThatIsMissing() throws Exception {
    damaged();
    Files.delete(image());
    refusesToTrain(CASE, "missing");
  }

  @Test
  void aTruncatedGzip() throws Exception {
    damaged();
    Files.write(image(), Arrays.copyOf(Files.readAllBytes(image()), 500));
    refusesToTrain(CASE, "cut short");
  }

  @Test
  void aHeaderThatPromisesMoreThanThereIs() throws Exception {
    damaged();
    Path file = folder.resolve("cut.nii");
    write(file, ArrayImgs.floats(16, 16, 16));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
    refuses(
        CliRun.of("segment", "--model", model, "--in", file, "--out", folder.resolve("s")),
        "cut.nii",
        "");
    assertFalse(Files.exists(folder.resolve("s/cut.nii")));
  }

  @Test
  void voxelsThatAreNoNumbers() throws Exception {
    damaged();
    float[] values = new float[16 * 16 * 16];
    values[17] = Float.NaN;
    write(image(), ArrayImgs.floats(values, 16, 16, 16));
    refusesToTrain(CASE, "1 voxels are not finite");
  }

  @Test
  void aLabelThatTheDatasetDoesNotDeclare() throws Exception {
    damaged();
    byte[] values = new byte[16 * 16 * 16];
    values[0] = 7;
    write(label(), ArrayImgs.unsignedBytes(values, 16, 16, 16));
    refusesToTrain(CASE, "7");
  }

  @Test
  void onlyEmptyLabels() throws Exception {
    damaged();
    for (int i = 1; i <= 3; i++) {
      write(
          data.resolve("labelsTr/example_00" + i + ".nii.gz"), ArrayImgs.unsignedBytes(16, 16, 16));
    }
    refusesToTrain("no mask has a voxel of kidney, tumour", "");
  }

  @Test
  void oneEmptyLabelIsAWarning() throws Exception {
    damaged();
    write(label(), ArrayImgs.unsignedBytes(16, 16, 16));
    CliRun run = CliRun.of(TinyJob.train(data, out, "--epochs=1")).successful();
    assertTrue(
        run.err().lines().anyMatch(l -> l.startsWith("Warning: ") && l.contains(CASE)), run.err());
  }

  @Test
  void imageAndLabelOnDifferentGrids() throws Exception {
    damaged();
    write(label(), ArrayImgs.unsignedBytes(16, 16, 15));
    refusesToTrain(CASE, "16x16x15");
  }

  @Test
  void aCaseSmallerThanTheCropIsPadded() throws Exception {
    damaged();
    CliRun.of(TinyJob.train(data, out, "--epochs=1", "--crop=16x32x24")).successful();
  }

  @Test
  void oneChannelTooFewToTrain() throws Exception {
    damaged();
    Path description = data.resolve("dataset.json");
    Files.writeString(
        description,
        Files.readString(description).replace("\"0\": \"CT\"", "\"0\": \"CT\", \"1\": \"PET\""));
    refusesToTrain("example_001.nii.gz", "channel");
  }

  @Test
  void oneChannelTooManyToSegment() throws Exception {
    Path file = folder.resolve("two.nii.gz");
    write(file, ArrayImgs.floats(16, 16, 16, 2));
    refuses(
        CliRun.of("segment", "--model", model, "--in", file, "--out", folder.resolve("s")),
        "two.nii.gz",
        "channel");
  }

  @Test
  void oneChannelTooFewToSegment() throws Exception {
    damaged();
    for (int i = 1; i <= 3; i++) {
      write(data.resolve("imagesTr/example_00" + i + ".nii.gz"), ArrayImgs.floats(16, 16, 16, 2));
    }
    Path description = data.resolve("dataset.json");
    Files.writeString(
        description,
        Files.readString(description).replace("\"0\": \"CT\"", "\"0\": \"T1\", \"1\": \"T2\""));
    Path two = TinyJob.model(data, folder.resolve("two"));
    refuses(
        CliRun.of(
            "segment",
            "--model",
            two,
            "--in",
            sound.resolve("imagesTs/example_004.nii.gz"),
            "--out",
            folder.resolve("s")),
        "example_004.nii.gz",
        "channel");
  }

  @Test
  void aModelWithoutWeights() throws Exception {
    Path broken = TinyJob.copy(model, folder.resolve("broken"));
    Files.delete(broken.resolve("weights.safetensors"));
    refusesToSegmentWith(broken, "holds no weights.safetensors");
    refuses(CliRun.of("info", "--model", broken), "broken", "weights.safetensors");
  }

  @Test
  void aModelOfAnotherVersion() throws Exception {
    Path broken = TinyJob.copy(model, folder.resolve("broken"));
    Path card = broken.resolve("model.json");
    Files.writeString(card, Files.readString(card).replace("\"format\": 1,", "\"format\": 99,"));
    refusesToSegmentWith(broken, "model format 99");
  }

  @Test
  void weightsOfAnotherNetwork() throws Exception {
    Path broken = TinyJob.copy(model, folder.resolve("broken"));
    Path card = broken.resolve("model.json");
    Files.writeString(card, Files.readString(card).replace("\"width\": 4,", "\"width\": 8,"));
    refusesToSegmentWith(broken, "does not belong to this model");
  }

  @Test
  void noModelAtAll() {
    refusesToSegmentWith(folder.resolve("none"), "no such model folder");
  }

  @Test
  void aFolderThatHoldsAModelAlready() throws Exception {
    Path used = TinyJob.copy(model, folder.resolve("used"));
    long written = Files.getLastModifiedTime(used.resolve("weights.safetensors")).toMillis();
    refuses(CliRun.of(TinyJob.train(sound, used)), "used", "already holds a model");
    assertEquals(
        written, Files.getLastModifiedTime(used.resolve("weights.safetensors")).toMillis());
  }

  @Test
  void aFolderForScoresThatIsNotEmpty() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Path masks = sound.resolve("labelsTr");
    refuses(
        CliRun.of("evaluate", "--pred", masks, "--ref", masks, "--out", folder),
        folder.toString(),
        "is not empty");
  }

  @Test
  void outputsInThePlaceOfAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Path masks = sound.resolve("labelsTr");
    refuses(CliRun.of(TinyJob.train(sound, file)), "file", "is a file");
    refuses(CliRun.of("example", "--out", file), "file", "is a file");
    refuses(
        CliRun.of("evaluate", "--pred", masks, "--ref", masks, "--out", file), "file", "is a file");
    refuses(
        CliRun.of("segment", "--model", model, "--in", sound, "--out", file), "file", "is a file");
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void outputsWhereNobodyMayWrite() {
    Path forbidden = Path.of("/proc/eg-cnn");
    assumeTrue(Files.isDirectory(forbidden.getParent()), "there is no /proc here");
    Path masks = sound.resolve("labelsTr");
    refuses(CliRun.of(TinyJob.train(sound, forbidden)), "/proc/eg-cnn", "written");
    refuses(CliRun.of("example", "--out", forbidden), "/proc/eg-cnn", "written");
    refuses(
        CliRun.of("evaluate", "--pred", masks, "--ref", masks, "--out", forbidden),
        "/proc/eg-cnn",
        "written");
    refuses(
        CliRun.of("segment", "--model", model, "--in", sound, "--out", forbidden),
        "/proc/eg-cnn",
        "cannot be made");
  }

  @Test
  void stackTracesOnlyWhenAskedFor() {
    Object[] args = {"info", "--model", folder.resolve("none")};
    assertFalse(CliRun.of(args).err().contains("\tat "));
    CliRun verbose = CliRun.of("info", "--model", folder.resolve("none"), "--verbose");
    assertTrue(verbose.err().contains("\tat org.egcnn."), verbose.err());
    assertEquals(2, verbose.code());
  }

  /** Prepares a copy of the dataset to be damaged. */
  private void damaged() throws IOException {
    data = TinyJob.copy(sound, folder.resolve("data"));
    out = folder.resolve("model");
  }

  private Path image() {
    return data.resolve("imagesTr").resolve(CASE);
  }

  private Path label() {
    return data.resolve("labelsTr").resolve(CASE);
  }

  private static void write(Path file, RandomAccessibleInterval<?> image) throws IOException {
    double[][] affine = {{-20, 0, 0, 150}, {0, -20, 0, 150}, {0, 0, 20, -150}};
    @SuppressWarnings({"unchecked", "rawtypes"})
    Volume volume =
        new Volume(
            (RandomAccessibleInterval) image,
            new Grid(
                image.dimension(0), image.dimension(1), image.dimension(2), new Affine(affine)));
    VolumeIO.standard().write(volume, file);
  }

  private void refusesToTrain(String file, String problem) {
    refuses(CliRun.of(TinyJob.train(data, out, "--epochs=1", "--seed=3")), file, problem);
    assertFalse(Files.exists(out), "something was written");
  }

  private void refusesToSegmentWith(Path broken, String problem) {
    Path results = folder.resolve("s");
    refuses(
        CliRun.of("segment", "--model", broken, "--in", sound, "--out", results),
        broken.getFileName().toString(),
        problem);
    assertFalse(Files.exists(results), "something was written");
  }

  private static void refuses(CliRun run, String file, String problem) {
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains(file), run.err());
    assertTrue(run.err().contains(problem), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }
}
