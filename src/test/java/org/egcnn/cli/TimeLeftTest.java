/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void whatIsLeftTakesAsLongForEachUnitAsWhatIsDone() {
    TimeLeft left = new TimeLeft();
    assertEquals(OptionalLong.empty(), left.after(0, 100, 0));
    assertEquals(OptionalLong.of(90), left.after(10, 100, 10 * SECOND));
    assertEquals(OptionalLong.of(60), left.after(50, 100, 60 * SECOND));
    assertEquals(OptionalLong.of(0), left.after(100, 100, 100 * SECOND));
  }

  @Test
  void aTrainingThatGoesOnIsTimedFromWhereItDid() {
    TimeLeft left = new TimeLeft();
    left.after(80, 100, 0);
    assertEquals(OptionalLong.of(30), left.after(85, 100, 10 * SECOND));
  }

  @Test
  void anotherTaskIsTimedAnew() {
    TimeLeft left = new TimeLeft();
    left.after(0, 9, 0);
    left.after(9, 9, 90 * SECOND);
    assertEquals(OptionalLong.empty(), left.after(0, 100, 90 * SECOND));
    assertEquals(OptionalLong.of(45), left.after(10, 100, 95 * SECOND));
    assertEquals(OptionalLong.empty(), left.after(2, 100, 200 * SECOND));
  }

  @Test
  void nothingIsSaidTooEarlyOrOfAnUnknownTotal() {
    TimeLeft left = new TimeLeft();
    left.after(0, 100, 0);
    assertEquals(OptionalLong.empty(), left.after(50, 100, SECOND));
    assertEquals(OptionalLong.empty(), left.after(60, 0, 60 * SECOND));
  }

  @Test
  void durationsAreWorded() {
    assertEquals("0 s", TimeLeft.text(0));
    assertEquals("59 s", TimeLeft.text(59));
    assertEquals("1 min 00 s", TimeLeft.text(60));
    assertEquals("59 min 59 s", TimeLeft.text(3599));
    assertEquals("26 h 05 min", TimeLeft.text(26 * 3600 + 5 * 60 + 59));
  }
}
