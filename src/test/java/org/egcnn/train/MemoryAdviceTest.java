/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.egcnn.engine.EngineMemoryException;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;

/** The fake network needs 1000 bytes a voxel. */
class MemoryAdviceTest {
  private static MemoryAdvice advice(int batch, Size crop, long available) {
    return new MemoryAdvice(new FakeNetwork(1, 2), batch, crop, 8, available);
  }

  @Test
  void cutsTheLongestSidesUntilItFits() {
    MemoryAdvice advice = advice(1, new Size(32, 64, 64), 0);
    assertEquals(Optional.of(new Size(32, 64, 64)), advice.fitting(1000L * 32 * 64 * 64));
    assertEquals(Optional.of(new Size(32, 56, 64)), advice.fitting(1000L * 32 * 64 * 64 - 1));
    assertEquals(Optional.of(new Size(8, 8, 8)), advice.fitting(1000L * 8 * 8 * 8));
    assertEquals(Optional.empty(), advice.fitting(1000L * 8 * 8 * 8 - 1));
  }

  @Test
  void refusesWhatCannotFitAndNamesWhatDoes() {
    BadInputException e =
        assertThrows(
            BadInputException.class, () -> advice(1, new Size(32, 32, 32), 20_000_000).check());
    assertTrue(e.getMessage().contains("Try crop 24x24x32"), e.getMessage());
    assertDoesNotThrow(() -> advice(1, new Size(32, 32, 32), 33_000_000).check());
    assertDoesNotThrow(() -> advice(1, new Size(32, 32, 32), 0).check());
  }

  @Test
  void afterRunningOutItAdvisesHalf() {
    EngineMemoryException cause = new EngineMemoryException("no memory", null);
    String alone = advice(1, new Size(16, 16, 16), 0).tooLarge(cause).getMessage();
    assertTrue(alone.contains("crop 8x16x16"), alone);
    String batch = advice(2, new Size(16, 16, 16), 0).tooLarge(cause).getMessage();
    assertTrue(batch.contains("Try batch 1"), batch);
  }
}
