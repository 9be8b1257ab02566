/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real masks of anisotropic voxels keep their shape on the way to 1 mm and back. */
class KitsResamplingTest {

  @Test
  void kidneysSurviveTheWayToOneMillimetreAndBack() throws IOException {
    List<Path> cases = KitsMask.cases();
    for (Path folder : List.of(cases.get(4), cases.get(7))) {
      KitsMask mask = KitsMask.read(folder);
      var back = mask.thereAndBack();
      double dice = mask.dice(back, 1);
      assertTrue(dice >= 0.985, folder.getFileName() + ": kidney Dice " + dice);
      assertEquals(
          LabelCounts.of(mask.labels()).keySet(), LabelCounts.of(back).keySet(), "labels kept");
    }
  }
}
