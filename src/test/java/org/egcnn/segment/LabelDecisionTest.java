/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.junit.jupiter.api.Test;

class LabelDecisionTest {

  @Test
  void takesTheLikeliestClassAndTheFirstOfEquals() {
    LabelDecision decision = new LabelDecision(TestModels.TWO_CLASSES);
    float[] values = {9, 0.2f, 0.3f, 0.5f, 0.4f, 0.4f, 0.2f, 0.2f, 0.4f, 0.4f};
    assertEquals(7, decision.label(values, 1));
    assertEquals(0, decision.label(values, 4));
    assertEquals(3, decision.label(values, 7));
  }

  @Test
  void takesTheLastRegionAboveOneHalf() {
    LabelDecision decision = new LabelDecision(TestModels.REGIONS);
    assertEquals(0, decision.label(new float[] {0.5f, 0.5f}, 0));
    assertEquals(2, decision.label(new float[] {0.6f, 0.5f}, 0));
    assertEquals(1, decision.label(new float[] {0.6f, 0.51f}, 0));
    // A core without the whole around it is a core all the same.
    assertEquals(1, decision.label(new float[] {0.1f, 0.9f}, 0));
  }

  @Test
  void labelsAreStoredInTheSmallestTypeThatHoldsThem() {
    assertInstanceOf(UnsignedByteType.class, typeFor(255));
    assertInstanceOf(UnsignedShortType.class, typeFor(256));
    assertInstanceOf(IntType.class, typeFor(65536));
    assertInstanceOf(IntType.class, typeFor(-1));
  }

  private static Object typeFor(int output) {
    Labels labels = new Labels(true, List.of(new LabelClass("a", List.of(1), output)));
    LabelSink<?> sink = LabelSink.create(labels, new long[] {1, 1, 1});
    sink.plane(0, new float[] {0, 1});
    assertEquals(output, sink.image().getAt(0, 0, 0).getInteger());
    return sink.image().getType();
  }
}
