/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;

class SplitChoiceTest {

  /** Five jobs with a fold each would otherwise train on the same random split. */
  @Test
  void aFoldOfAnUnknownNumberIsRefused() {
    SplitChoice choice = new SplitChoice(Optional.empty(), 0, 2, 0.8, 1);
    assertEquals(
        "Fold 2 was asked for, but not of how many. Give the number of folds too",
        assertThrows(BadInputException.class, () -> choice.of(null)).getMessage());
  }
}
