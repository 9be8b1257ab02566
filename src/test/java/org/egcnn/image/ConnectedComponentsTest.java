/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectedComponentsTest {

  static Stream<FilterCase> scipy() {
    return FilterCase.read("components.json");
  }

  @ParameterizedTest
  @MethodSource("scipy")
  void findsThePartsScipyFinds(FilterCase c) {
    boolean diagonal = c.numbers()[0] == 1;
    c.assertGives(ConnectedComponents.label(c.mask(), diagonal), 0);
    c.assertGives(ConnectedComponents.label(Views.translate(c.mask(), 3, -4, 5), diagonal), 0);
    float[] largest = FilterCase.values(ConnectedComponents.largest(c.mask(), diagonal));
    for (int i = 0; i < largest.length; i++) {
      assertEquals(c.expected()[i] == 1 ? 1 : 0, largest[i]);
    }
  }

  @Test
  void diagonalNeighboursJoinOnlyWhenAsked() {
    Img<BitType> mask = ArrayImgs.bits(4, 4, 4);
    for (int i = 0; i < 4; i++) {
      mask.getAt(i, i, i).set(true);
    }
    assertEquals(1, highest(ConnectedComponents.label(mask, true)));
    assertEquals(4, highest(ConnectedComponents.label(mask, false)));
    // Towards smaller x and larger y as well.
    Img<BitType> turned = ArrayImgs.bits(4, 4, 4);
    for (int i = 0; i < 4; i++) {
      turned.getAt(3 - i, 3 - i, i).set(true);
    }
    assertEquals(1, highest(ConnectedComponents.label(turned, true)));
  }

  private static float highest(Img<IntType> labels) {
    float highest = 0;
    for (float v : FilterCase.values(labels)) {
      highest = Math.max(highest, v);
    }
    return highest;
  }

  @Test
  void emptyAndFullMasksWork() {
    Img<BitType> mask = ArrayImgs.bits(70, 3, 2);
    assertEquals(0, highest(ConnectedComponents.label(mask, false)));
    Img<UnsignedByteType> none = ConnectedComponents.largest(mask, true);
    assertArrayEquals(new float[420], FilterCase.values(none));
    mask.forEach(BitType::setOne);
    for (float v : FilterCase.values(ConnectedComponents.label(mask, false))) {
      assertEquals(1, v);
    }
  }

  @Test
  void refusesOtherThanThreeAxes() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ConnectedComponents.label(ArrayImgs.bits(3, 3), true));
  }
}
