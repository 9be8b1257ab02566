/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
