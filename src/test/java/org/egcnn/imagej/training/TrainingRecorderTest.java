/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.egcnn.train.EpochRecord;
import org.junit.jupiter.api.Test;

class TrainingRecorderTest {
  private final TrainingRecorder recorder = new TrainingRecorder();

  private void step(int epoch, int step) {
    recorder.onStep(epoch, step, 4, Courses.losses(epoch), 0.5);
  }

  @Test
  void knowsLittleBeforeTheStart() {
    recorder.progress(1, 5, "Preparing case b");
    TrainingUpdate update = recorder.drain();
    assertTrue(update.start().isEmpty());
    assertEquals("Preparing case b", update.doing());
    assertEquals(0, update.share());
    assertTrue(update.secondsLeft().isEmpty());
    assertTrue(update.best().isEmpty());
  }

  @Test
  void handsOutEverythingOnce() {
    recorder.onStart(Courses.start(4, 4, List.of()));
    for (int epoch = 1; epoch <= 2; epoch++) {
      for (int step = 1; step <= 4; step++) {
        step(epoch, step);
      }
      recorder.onEpoch(Courses.epoch(epoch));
    }
    step(3, 1);
    recorder.onPreview(Courses.preview(3));
    TrainingUpdate update = recorder.drain();
    assertEquals(List.of(1, 2), update.epochs().stream().map(EpochRecord::epoch).toList());
    assertTrue(update.newEpoch());
    assertEquals(1, update.points().size());
    assertEquals(3, update.epoch());
    assertEquals(9.0 / 16, update.share());
    assertEquals(1e-3 * Math.pow(0.5, 0.9), update.learningRate(), 1e-15);
    assertEquals(2, update.best().orElseThrow().epoch());
    assertTrue(update.preview().isPresent());
    step(3, 2);
    TrainingUpdate next = recorder.drain();
    assertEquals(List.of(), next.epochs());
    assertFalse(next.newEpoch());
    assertEquals(1, next.points().size());
    assertTrue(next.preview().isEmpty());
    assertEquals(2, next.best().orElseThrow().epoch());
  }

  @Test
  void doesNotCountTheLastStepsTwice() {
    recorder.onStart(Courses.start(2, 4, List.of()));
    for (int step = 1; step <= 4; step++) {
      step(1, step);
    }
    assertEquals(0.5, recorder.drain().share());
    recorder.onEpoch(Courses.epoch(1));
    assertEquals(0.5, recorder.drain().share());
    for (int step = 1; step <= 4; step++) {
      step(2, step);
    }
    recorder.onEpoch(Courses.epoch(2));
    TrainingUpdate end = recorder.drain();
    assertEquals(1, end.share());
    assertEquals(2, end.epoch());
    assertEquals(0, end.secondsLeft().orElseThrow());
  }

  @Test
  void aResumedTrainingShowsItsPast() {
    recorder.onStart(Courses.start(8, 4, Courses.epochs(4)));
    TrainingUpdate update = recorder.drain();
    assertEquals(4, update.epochs().size());
    assertEquals(5, update.epoch());
    assertEquals(0.5, update.share());
    assertEquals(4, update.best().orElseThrow().epoch());
  }
}
