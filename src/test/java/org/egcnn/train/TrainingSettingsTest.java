/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.egcnn.model.Json;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSettingsTest {
  private static final Size CROP = new Size(8, 8, 8);

  @Test
  void anEpochGivesEachCaseACropUnlessToldOtherwise() {
    assertEquals(5, TrainingSettings.builder(CROP).batch(4).build().steps(17));
    assertEquals(7, TrainingSettings.builder(CROP).stepsPerEpoch(7).build().steps(17));
  }

  @Test
  void validatesAboutTenTimesAndAlwaysLast() {
    TrainingSettings settings = TrainingSettings.builder(CROP).epochs(35).build();
    int[] validated = IntStream.range(0, 35).filter(settings::validatesAfter).toArray();
    assertEquals(12, validated.length);
    assertEquals(2, validated[0]);
    assertEquals(34, validated[11]);
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThrows(
        IllegalArgumentException.class, () -> TrainingSettings.builder(CROP).batch(0).build());
    assertThrows(
        IllegalArgumentException.class,
        () -> TrainingSettings.builder(CROP).learningRate(Double.NaN).build());
    assertThrows(
        IllegalArgumentException.class,
        () -> TrainingSettings.builder(CROP).foregroundShare(1.5).build());
  }

  @Test
  void housekeepingDoesNotChangeTheTraining() {
    TrainingSettings settings = TrainingSettings.builder(CROP).build();
    assertTrue(settings.trainsLike(TrainingSettings.builder(CROP).cacheBytes(1).build()));
    assertFalse(settings.trainsLike(TrainingSettings.builder(CROP).seed(2).build()));
  }

  @Test
  void edgeLossesComeAndRise() {
    TrainingSettings settings =
        TrainingSettings.builder(CROP).epochs(10).edgeFrom(2).edgeRamp(3).build();
    double[] shares = {0, 0, 0.25, 0.5, 0.75, 1, 1};
    for (int epoch = 0; epoch < shares.length; epoch++) {
      assertEquals(shares[epoch], settings.edgeShare(epoch), 1e-12);
    }
    assertEquals(1, TrainingSettings.builder(CROP).build().edgeShare(0));
    assertEquals(0, TrainingSettings.builder(CROP).edgeFrom(1).build().edgeShare(0));
    assertEquals(1, TrainingSettings.builder(CROP).edgeFrom(1).build().edgeShare(1));
  }

  /**
   * A setting that is new must be in the copy too: here and in the method it is easily forgotten.
   */
  @Test
  void aCopyHasEveryValueButTheCrop() throws ReflectiveOperationException {
    TrainingSettings standard = TrainingSettings.builder(CROP).build();
    TrainingSettings other =
        TrainingSettings.builder(new Size(16, 16, 16))
            .batch(2)
            .epochs(7)
            .stepsPerEpoch(3)
            .learningRate(0.5)
            .decayPower(0.1)
            .warmUpEpochs(1)
            .clipNorm(2)
            .averageDecay(0.9)
            .edgeFrom(3)
            .edgeRamp(2)
            .foregroundShare(0.25)
            .contentCrops(true)
            .augmentation(AugmentationSettings.strong())
            .validateEvery(2)
            .validationOverlap(0.75)
            .patience(4)
            .seed(9)
            .checkpointsKept(5)
            .checkpointSeconds(6)
            .inspectEvery(7)
            .cacheBytes(8)
            .build();
    for (RecordComponent component : TrainingSettings.class.getRecordComponents()) {
      assertNotEquals(
          component.getAccessor().invoke(standard),
          component.getAccessor().invoke(other),
          component.getName() + " is not set above");
    }
    assertEquals(other, other.toBuilder(other.crop()).build());
    assertEquals(CROP, other.toBuilder(CROP).build().crop());
  }

  @Test
  void survivesJson(@TempDir Path folder) throws Exception {
    TrainingSettings settings =
        TrainingSettings.builder(CROP)
            .learningRate(1.0 / 3)
            .seed(Long.MIN_VALUE + 1)
            .augmentation(AugmentationSettings.strong())
            .build();
    Path file = folder.resolve("settings.json");
    Json.write(file, settings);
    assertEquals(settings, Json.read(file, TrainingSettings.class));
  }
}
