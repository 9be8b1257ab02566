/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseOrderTest {

  private static int[] pass(CaseOrder order, int pass, int cases) {
    return IntStream.range(0, cases).map(i -> order.at((long) pass * cases + i)).toArray();
  }

  @Test
  void eachPassHoldsEveryCaseOnceInAnotherOrder() {
    CaseOrder order = new CaseOrder(20, new Seeds(5));
    int[] all = IntStream.range(0, 20).toArray();
    for (int p = 0; p < 5; p++) {
      assertArrayEquals(all, Arrays.stream(pass(order, p, 20)).sorted().toArray());
    }
    assertFalse(Arrays.equals(pass(order, 0, 20), pass(order, 1, 20)));
  }

  @Test
  void everyCaseIsFirstEquallyOften() {
    CaseOrder order = new CaseOrder(4, new Seeds(1));
    int[] first = new int[4];
    for (int p = 0; p < 4000; p++) {
      first[order.at(4L * p)]++;
    }
    // binomial(4000, 1/4): standard deviation 27; five of them
    for (int n : first) {
      assertEquals(1000, n, 137);
    }
  }

  @Test
  void dependsOnTheSeedAlone() {
    assertArrayEquals(
        pass(new CaseOrder(20, new Seeds(5)), 3, 20), pass(new CaseOrder(20, new Seeds(5)), 3, 20));
    assertFalse(
        Arrays.equals(
            pass(new CaseOrder(20, new Seeds(5)), 3, 20),
            pass(new CaseOrder(20, new Seeds(6)), 3, 20)));
  }
}
