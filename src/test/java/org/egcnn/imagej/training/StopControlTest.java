/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.egcnn.imagej.training.StopControl.State;
import org.junit.jupiter.api.Test;

class StopControlTest {
  private final StopControl control = new StopControl();

  @Test
  void thereIsNothingToKeepBeforeTheFirstStep() {
    assertFalse(control.canKeep());
    assertTrue(control.canCancel());
    control.stopAndKeep();
    assertEquals(State.PREPARING, control.state());
    assertFalse(control.isStopping());
    control.discard();
    assertTrue(control.isStopping());
    control.started();
    assertEquals(State.DISCARDING, control.state(), "a late start revives nothing");
  }

  @Test
  void stopsAndKeeps() {
    control.started();
    assertTrue(control.canKeep());
    control.stopAndKeep();
    assertTrue(control.isStopping());
    assertFalse(control.canKeep());
    assertFalse(control.canCancel());
    control.ended();
    assertFalse(control.isStopping());
    assertFalse(control.isDiscarded());
  }

  @Test
  void remembersThatAllIsToBeDiscarded() {
    control.started();
    control.discard();
    control.stopAndKeep();
    assertEquals(State.DISCARDING, control.state());
    control.ended();
    assertTrue(control.isDiscarded());
  }

  @Test
  void anEndedTrainingCannotBeStopped() {
    control.started();
    control.ended();
    control.stopAndKeep();
    control.discard();
    control.started();
    assertEquals(State.ENDED, control.state());
    assertFalse(control.isDiscarded());
    assertFalse(control.canCancel());
  }
}
