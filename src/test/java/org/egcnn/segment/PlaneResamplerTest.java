/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.image.Resampling;
import org.junit.jupiter.api.Test;

class PlaneResamplerTest {

  @Test
  void agreesWithResamplingOfWholeImages() {
    long[] source = {6, 5, 7};
    for (long[] size :
        List.of(
            new long[] {6, 5, 7},
            new long[] {9, 3, 15},
            new long[] {1, 1, 1},
            new long[] {12, 10, 2})) {
      compare(source, size);
    }
    compare(new long[] {1, 1, 1}, new long[] {3, 2, 4});
  }

  private static void compare(long[] source, long[] size) {
    Random random = new Random(3);
    int plane = (int) (source[0] * source[1]);
    float[][] channels = new float[2][plane * (int) source[2]];
    List<float[]> results = new ArrayList<>();
    List<Long> order = new ArrayList<>();
    PlaneResampler resampler =
        new PlaneResampler(
            source,
            size,
            2,
            (z, values) -> {
              order.add(z);
              results.add(values.clone());
            });
    float[] values = new float[plane * 2];
    for (int z = 0; z < source[2]; z++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextFloat();
        channels[i % 2][z * plane + i / 2] = values[i];
      }
      resampler.plane(z, values);
    }
    assertEquals(LongStream.range(0, size[2]).boxed().toList(), order);
    for (int c = 0; c < 2; c++) {
      Img<FloatType> expected = Resampling.linear(ArrayImgs.floats(channels[c], source), size);
      var cursor = expected.localizingCursor();
      while (cursor.hasNext()) {
        float value = cursor.next().get();
        int at = (int) (cursor.getIntPosition(1) * size[0] + cursor.getIntPosition(0));
        assertEquals(value, results.get(cursor.getIntPosition(2))[at * 2 + c], 1e-5);
      }
    }
  }
}
