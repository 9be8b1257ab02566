/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.view.Views;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.DatasetCheck;
import org.egcnn.dataset.Datasets;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.dataset.Split;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to scores: x points to the left, voxels are 1 x 1 x 2 mm, the network's 1 x 1 x 1. */
class DatasetTrainingTest {
  private static final Affine LEFTWARD =
      new Affine(new double[][] {{-1, 0, 0, 14}, {0, 1, 0, 0}, {0, 0, 2, 0}});
  private static final Size CROP = new Size(8, 8, 8);

  @TempDir Path temporary;
  private Dataset dataset;
  private Fingerprint fingerprint;
  private ModelCard card;

  @BeforeEach
  void writeDataset() throws Exception {
    Path folder = temporary.resolve("data");
    Files.createDirectories(folder.resolve("images"));
    Files.createDirectories(folder.resolve("labels"));
    for (int i = 0; i < 5; i++) {
      CaseImage boxes = SyntheticCases.boxes(i, 14, 12, 8);
      Grid grid = new Grid(14, 12, 8, LEFTWARD);
      VolumeIO io = VolumeIO.standard();
      io.write(
          new Volume(boxes.channels().get(0), grid), folder.resolve("images/case" + i + ".nii"));
      io.write(new Volume(boxes.codes(), grid), folder.resolve("labels/case" + i + ".nii"));
    }
    dataset = Datasets.open(folder);
    fingerprint =
        DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), TaskListener.SILENT);
    card =
        new ModelCard(
            ModelCard.FORMAT,
            "boxes",
            new Architecture(Backbone.SEG_NET, 1, 2, true, 4, 2, 3, Optional.empty()),
            new Preprocessing(
                dataset.channels(),
                List.of(Normalisation.of(Normalisation.Kind.Z_SCORE)),
                Optional.of(List.of(1.0, 1.0, 1.0)),
                true),
            dataset.labels(),
            CROP,
            LossSettings.standard(),
            "test");
  }

  private TrainingJob job(List<String> training, List<String> validation, int epochs)
      throws IOException {
    return new DatasetTraining(
            dataset, new Split(training, validation), fingerprint, VolumeIO.standard())
        .job(
            card,
            TrainingSettings.builder(CROP)
                .epochs(epochs)
                .learningRate(2)
                .stepsPerEpoch(40)
                .augmentation(AugmentationSettings.none())
                .build(),
            temporary.resolve("model"),
            TrainingJob.Mode.NEW,
            "test engine",
            EngineOptions.Precision.FLOAT32,
            0);
  }

  @Test
  void casesArriveOnTheNetworksGrid() throws Exception {
    CaseSource source = job(List.of("case0"), List.of(), 1).training().get(0);
    // 9 bytes for each of 14 x 12 x 16 voxels of the network's, 3 for each of the file's
    assertEquals(14 * 12 * 16 * 9 + 14 * 12 * 8 * 3, source.loadingBytes());
    CaseImage image = source.load();
    assertArrayEquals(new long[] {14, 12, 16}, image.codes().dimensionsAsLongArray());
    assertArrayEquals(new double[] {1, 1, 1}, image.spacing(), 1e-6);
    // the box is not quite symmetric: turned to the right it begins one voxel from the other end
    CaseImage written = SyntheticCases.boxes(0, 14, 12, 8);
    for (int x = 0; x < 14; x++) {
      assertEquals(
          written.codes().getAt(13 - x, 6, 4).get(),
          Views.hyperSlice(image.codes(), 2, 9).getAt(x, 6).get());
    }
  }

  @Test
  void trainsAndScoresWholeVolumesOnTheirOwnGrid() throws Exception {
    TrainingJob job = job(List.of("case0", "case1", "case2"), List.of("case3", "case4"), 3);
    TrainingResult result =
        new Trainer().train(new FakeNetwork(1, 3), job, TrainingListener.SILENT);
    ValidationScores scores = result.history().epochs().get(2).validation().orElseThrow();
    // intensities of neighbouring classes are over six deviations apart
    assertEquals(2, scores.dice().size());
    assertTrue(scores.dice().get(0) > 0.85, scores.toString());
    assertTrue(scores.dice().get(1) > 0.85, scores.toString());
    assertEquals(
        new Split(List.of("case0", "case1", "case2"), List.of("case3", "case4")),
        Split.read(temporary.resolve("model/split.json"), dataset, 0));
    assertEquals(fingerprint, Fingerprint.read(temporary.resolve("model/fingerprint.json")));
  }

  @Test
  void theDatasChecksumIsTheSameWheneverTheDataAre() throws Exception {
    String first = job(List.of("case0"), List.of("case1"), 1).dataSha256();
    assertEquals(first, job(List.of("case0"), List.of("case1"), 2).dataSha256());
    assertTrue(!first.equals(job(List.of("case0"), List.of("case2"), 1).dataSha256()));

    Path image = dataset.select(List.of("case0")).get(0).images().get(0);
    Files.setLastModifiedTime(image, FileTime.fromMillis(0));
    Fingerprint before = fingerprint;
    fingerprint =
        DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), TaskListener.SILENT);
    assertTrue(!before.equals(fingerprint), "it tells of times");
    assertEquals(first, job(List.of("case0"), List.of("case1"), 1).dataSha256());
  }

  /** Changes files after the first validation, and collects warnings. */
  private static final class Disturber implements TrainingListener {
    private final List<String> warnings = new ArrayList<>();
    private final List<Integer> best = new ArrayList<>();
    private final Disturbance disturbance;

    Disturber(Disturbance disturbance) {
      this.disturbance = disturbance;
    }

    @Override
    public void onEpoch(EpochRecord epoch) {
      try {
        if (epoch.epoch() == 1) {
          disturbance.strike();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void onValidation(int epoch, ValidationScores scores, boolean isBest) {
      if (isBest) {
        best.add(epoch);
      }
    }

    @Override
    public void warn(String message) {
      warnings.add(message);
    }
  }

  /** What happens to files. */
  @FunctionalInterface
  private interface Disturbance {
    void strike() throws IOException;
  }

  private List<Integer> validationCases(Disturber listener) throws Exception {
    TrainingJob job = job(List.of("case0", "case1"), List.of("case3", "case4"), 3);
    TrainingResult result = new Trainer().train(new FakeNetwork(1, 3), job, listener);
    assertEquals(TrainingResult.Ending.FINISHED, result.ending());
    assertEquals(
        result.history().best().orElseThrow().epoch(), listener.best.get(listener.best.size() - 1));
    return result.history().epochs().stream()
        .map(e -> e.validation().map(v -> v.cases().size()).orElse(0))
        .toList();
  }

  @Test
  void aValidationFileThatDisappearsIsLeftOutWithAWarning() throws Exception {
    Path gone = dataset.folder().resolve("images/case3.nii");
    Disturber listener = new Disturber(() -> Files.delete(gone));
    assertEquals(List.of(2, 1, 1), validationCases(listener));
    assertEquals(2, listener.warnings.size());
    assertEquals(
        "Case case3 is left out of this validation: "
            + gone
            + ": it does not exist. Check the path",
        listener.warnings.get(0));
  }

  @Test
  void aValidationFileThatChangesIsLeftOutWithAWarning() throws Exception {
    Path changed = dataset.folder().resolve("labels/case4.nii");
    Disturber listener =
        new Disturber(
            () -> {
              Files.copy(
                  dataset.folder().resolve("labels/case0.nii"),
                  changed,
                  StandardCopyOption.REPLACE_EXISTING);
              Files.setLastModifiedTime(changed, FileTime.fromMillis(1_000_000_000_000L));
            });
    assertEquals(List.of(2, 1, 1), validationCases(listener));
    assertEquals(
        "Case case4 is left out of this validation: "
            + changed
            + ": was changed since the training began. Leave the data alone while it runs",
        listener.warnings.get(0));
  }

  @Test
  void aDiskThatGoesAwayEndsValidationsAndNotTheTraining() throws Exception {
    Path images = dataset.folder().resolve("images");
    Disturber listener = new Disturber(() -> Files.move(images, temporary.resolve("away")));
    assertEquals(List.of(2, 0, 0), validationCases(listener));
    assertEquals(List.of(1), listener.best);
    assertEquals(4, listener.warnings.size());
  }

  @Test
  void aTrainingFileThatChangesBeforeItIsReadIsNamed() throws Exception {
    TrainingJob job = job(List.of("case0"), List.of("case1"), 1);
    Path changed = dataset.folder().resolve("images/case0.nii");
    Files.setLastModifiedTime(changed, FileTime.fromMillis(1_000_000_000_000L));
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> new Trainer().train(new FakeNetwork(1, 3), job, TrainingListener.SILENT));
    assertTrue(e.getMessage().startsWith(changed + ": was changed"), e.getMessage());
  }

  @Test
  void theCasesThatChangedAreKnown() throws Exception {
    Path image = dataset.folder().resolve("images/case2.nii");
    Files.copy(
        dataset.folder().resolve("images/case0.nii"), image, StandardCopyOption.REPLACE_EXISTING);
    Fingerprint later =
        DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), TaskListener.SILENT);
    assertEquals(List.of("case2"), later.changedSince(fingerprint));
    assertEquals(List.of(), later.changedSince(later));
  }
}
