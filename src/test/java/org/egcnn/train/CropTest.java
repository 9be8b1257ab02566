/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

class CropTest {

  private static Crop counted() {
    Crop crop = new Crop(new Size(2, 3, 5), 2);
    for (int i = 0; i < crop.codes().length; i++) {
      crop.codes()[i] = (byte) i;
      crop.images()[2 * i] = i;
      crop.images()[2 * i + 1] = -i;
    }
    return crop;
  }

  @Test
  void mirroringTakesImagesAndCodesAlong() {
    for (int axes = 0; axes < 8; axes++) {
      boolean x = (axes & 1) != 0;
      boolean y = (axes & 2) != 0;
      boolean z = (axes & 4) != 0;
      Crop crop = counted();
      crop.mirror(x, y, z);
      for (int k = 0; k < 2; k++) {
        for (int j = 0; j < 3; j++) {
          for (int i = 0; i < 5; i++) {
            int here = crop.index(i, j, k);
            int origin = crop.index(x ? 4 - i : i, y ? 2 - j : j, z ? 1 - k : k);
            assertEquals(origin, crop.codes()[here]);
            assertEquals(origin, crop.images()[2 * here]);
            assertEquals(-origin, crop.images()[2 * here + 1]);
          }
        }
      }
    }
  }

  @Test
  void mirroringTwiceIsNothing() {
    Crop crop = counted();
    crop.mirror(true, false, true);
    crop.mirror(true, false, true);
    assertArrayEquals(counted().codes(), crop.codes());
    assertArrayEquals(counted().images(), crop.images());
  }
}
