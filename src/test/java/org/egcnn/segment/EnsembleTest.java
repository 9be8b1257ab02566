/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Ensemble;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.Predictor;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

/** The mean of networks whose predictions are known. */
class EnsembleTest {
  private static final Size SIZE = new Size(2, 2, 4);

  private final FakeNetwork first =
      new FakeNetwork(
          1,
          (x, channels) -> new float[] {channels[0], 1 - channels[0]},
          Optional.of((x, channels) -> new float[] {0.25f}));
  private final FakeNetwork second =
      new FakeNetwork(
          1,
          (x, channels) -> new float[] {0.5f, 0.5f},
          Optional.of((x, channels) -> new float[] {0.75f}));
  private final FakeNetwork withoutEdges = new FakeNetwork(1, (x, channels) -> new float[] {1, 0});

  private static Prediction predict(Predictor... members) {
    try (Ensemble ensemble = new Ensemble(List.of(members));
        Batch batch = ensemble.allocate(2, SIZE)) {
      for (int i = 0; i < 32; i++) {
        batch.images().put(i, i / 32f);
      }
      return ensemble.predict(batch);
    }
  }

  @Test
  void averagesEveryVoxelOfEveryCrop() {
    Prediction mean = predict(first, second);
    for (int i = 0; i < 32; i++) {
      assertEquals((i / 32f + 0.5f) / 2, mean.probabilities().get(2 * i), 1e-6f);
      assertEquals((1 - i / 32f + 0.5f) / 2, mean.probabilities().get(2 * i + 1), 1e-6f);
      assertEquals(0.5f, mean.edges().orElseThrow().get(i), 1e-6f);
    }
  }

  @Test
  void threeWeighTheSame() {
    Prediction mean = predict(second, withoutEdges, withoutEdges);
    assertEquals(2.5f / 3, mean.probabilities().get(0), 1e-6f);
  }

  @Test
  void thereAreEdgesOnlyIfAllHaveSome() {
    assertTrue(predict(first, withoutEdges).edges().isEmpty());
    assertTrue(predict(withoutEdges, first).edges().isEmpty());
  }

  @Test
  void oneAloneIsItself() {
    assertEquals(1, predict(withoutEdges).probabilities().get(0));
  }

  @Test
  void gatesHaveNoMean() {
    try (Ensemble ensemble = new Ensemble(List.of(first, second));
        Batch batch = ensemble.allocate(1, SIZE)) {
      assertThrows(IllegalStateException.class, () -> ensemble.predictWithGates(batch));
    }
    assertThrows(IllegalArgumentException.class, () -> new Ensemble(List.of()));
  }
}
