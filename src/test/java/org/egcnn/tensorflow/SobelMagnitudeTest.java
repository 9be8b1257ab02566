/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.image.SobelEdges;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter inside the loss against the one that draws edge maps. */
class SobelMagnitudeTest {

  @ParameterizedTest
  @CsvSource({
    "9,8,7,0.5,1,1,1,0",
    "9,8,7,0.1,1,1,1,0",
    "12,5,6,0.3,0.8,0.8,3,0",
    "4,4,1,0.5,1,2,0.5,0",
    "1,6,5,0.5,1,1,1,0",
    "16,16,16,0.02,1,1.25,2.5,0",
    "9,8,7,0.5,1,1,1,0.3",
    "12,5,6,0.3,0.8,0.8,3,0.11"
  })
  void isThatOfTheImageFilter(
      int width,
      int height,
      int depth,
      double share,
      double sx,
      double sy,
      double sz,
      double threshold) {
    Random random = new Random(width + depth);
    float[] mask = new float[width * height * depth];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextDouble() < share ? 1 : 0;
    }
    Img<FloatType> image = ArrayImgs.floats(mask, width, height, depth);
    double[] spacing = {sx, sy, sz};
    float[] expected = values(SobelEdges.magnitude(image, spacing));
    float[] expectedEdges = values(SobelEdges.edges(image, spacing, threshold));
    try (Computation computation = new Computation()) {
      GraphOps ops = computation.ops();
      // an inverted second channel has the same edges, and shows that channels keep apart
      double[] both = new double[2 * mask.length];
      Arrays.setAll(both, i -> i % 2 == 0 ? mask[i / 2] : 1 - mask[i / 2]);
      Node x = computation.constant(both, 1, depth, height, width, 2);
      Node magnitude = new SobelMagnitude(ops, List.of(sx, sy, sz)).apply(x);
      float[] actual = computation.run(magnitude.value());
      float[] edges = computation.run(Reference.aboveThreshold(ops, magnitude.value(), threshold));
      float sum = 0;
      for (int i = 0; i < edges.length; i++) {
        assertEquals(expected[i / 2], actual[i], 1e-5, "element " + i);
        assertEquals(expectedEdges[i / 2], edges[i], "edge " + i);
        sum += edges[i];
      }
      assertTrue(sum > 0, "the mask has no edge");
    }
  }

  private static float[] values(RandomAccessibleInterval<? extends RealType<?>> image) {
    float[] values = new float[(int) Views.flatIterable(image).size()];
    Cursor<? extends RealType<?>> cursor = Views.flatIterable(image).cursor();
    for (int i = 0; i < values.length; i++) {
      values[i] = cursor.next().getRealFloat();
    }
    return values;
  }
}
