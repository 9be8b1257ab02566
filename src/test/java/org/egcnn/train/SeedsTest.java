/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {

  @Test
  void everyPlaceHasNumbersOfItsOwn() {
    Set<Long> numbers = new HashSet<>();
    for (long seed = 0; seed < 3; seed++) {
      Seeds seeds = new Seeds(seed);
      numbers.add(seeds.weights());
      for (int a = 0; a < 10; a++) {
        numbers.add(seeds.order(a).nextLong());
        for (int b = 0; b < 10; b++) {
          numbers.add(seeds.noise(a, b));
          for (int c = 0; c < 10; c++) {
            numbers.add(seeds.crop(a, b, c).nextLong());
          }
        }
      }
    }
    assertEquals(3 * (1 + 10 + 100 + 1000), numbers.size());
  }
}
