/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

class CropSamplerTest {

  /** 20 x 16 x 12 voxels; class 1 is one voxel, class 2 a plane of 256. */
  private static PreparedCase unbalanced() {
    Img<UnsignedByteType> codes = ArrayImgs.unsignedBytes(20, 16, 12);
    codes.getAt(10, 8, 6).set(1);
    for (int y = 0; y < 16; y++) {
      for (int z = 0; z < 12; z++) {
        codes.getAt(2, y, z).set(2);
      }
    }
    return SyntheticCases.prepared(SyntheticCases.image(ArrayImgs.floats(20, 16, 12), codes));
  }

  @Test
  void centredCropsVisitClassesEquallyOften() {
    CropSampler sampler = new CropSampler(new Size(4, 4, 4), 1);
    SplittableRandom random = new SplittableRandom(1);
    int rare = 0;
    for (int i = 0; i < 2000; i++) {
      int[] origin = sampler.origin(unbalanced(), random);
      if (origin[0] == 8) {
        assertArrayEquals(new int[] {8, 6, 4}, origin);
        rare++;
      } else {
        assertEquals(0, origin[0]);
      }
    }
    // binomial(2000, 1/2): standard deviation 22; five of them
    assertEquals(1000, rare, 112);
  }

  @Test
  void theShareIsKeptAndTheRestIsUniform() {
    CropSampler sampler = new CropSampler(new Size(12, 16, 4), 0.25);
    PreparedCase source = unbalanced();
    SplittableRandom random = new SplittableRandom(2);
    int[] histogram = new int[17];
    for (int i = 0; i < 17000; i++) {
      histogram[sampler.origin(source, random)[0]]++;
    }
    // a quarter of the crops is centred: half of those on x = 10, half on x = 2
    double uniform = 0.75 * 1000;
    assertEquals(uniform + 2125, histogram[8], 5 * Math.sqrt(uniform + 2125));
    assertEquals(uniform + 2125, histogram[0], 5 * Math.sqrt(uniform + 2125));
    for (int x : new int[] {1, 5, 12, 16}) {
      assertEquals(uniform, histogram[x], 5 * Math.sqrt(uniform));
    }
  }

  @Test
  void smallVolumesLieAnywhereInsideTheCrop() {
    CropSampler sampler = new CropSampler(new Size(16, 16, 24), 0.5);
    PreparedCase source = unbalanced();
    SplittableRandom random = new SplittableRandom(3);
    boolean[] seen = new boolean[5];
    for (int i = 0; i < 400; i++) {
      int[] origin = sampler.origin(source, random);
      assertTrue(origin[0] >= -4 && origin[0] <= 0);
      assertEquals(0, origin[1]);
      assertTrue(origin[2] >= -4 && origin[2] <= 0);
      seen[-origin[0]] = true;
    }
    assertArrayEquals(new boolean[] {true, true, true, true, true}, seen);
  }

  /** 20 x 16 x 12 voxels; those that are not 0 span x 4-13, y 8-11, z 0-11. */
  private static PreparedCase brain() {
    Img<FloatType> image = ArrayImgs.floats(20, 16, 12);
    image.getAt(4, 9, 11).set(1);
    image.getAt(13, 8, 0).set(-1);
    image.getAt(7, 11, 5).set(0.5f);
    return SyntheticCases.prepared(
        SyntheticCases.image(image, ArrayImgs.unsignedBytes(20, 16, 12)));
  }

  @Test
  void theContentIsWhatDiffersFromThePadding() {
    assertArrayEquals(new int[] {4, 8, 0}, brain().content().from());
    assertArrayEquals(new int[] {14, 12, 12}, brain().content().to());
    PreparedCase empty =
        SyntheticCases.prepared(
            SyntheticCases.image(ArrayImgs.floats(6, 5, 4), ArrayImgs.unsignedBytes(6, 5, 4)));
    assertArrayEquals(new int[] {6, 5, 4}, empty.content().to());
  }

  @Test
  void cropsKeepToTheContentOrCoverIt() {
    // along x the crop fits into the content, along y it covers it, along z it covers the volume
    CropSampler sampler = new CropSampler(new Size(16, 8, 4), 0, true);
    PreparedCase source = brain();
    SplittableRandom random = new SplittableRandom(5);
    int[][] seen = {new int[21], new int[21], new int[21]};
    for (int i = 0; i < 3000; i++) {
      int[] origin = sampler.origin(source, random);
      for (int d = 0; d < 3; d++) {
        seen[d][origin[d] + 4]++;
      }
    }
    requireOnly(seen[0], 4, 10);
    requireOnly(seen[1], 4, 8);
    requireOnly(seen[2], -4, 0);
  }

  /** All origins from one number to another occur, with equal chance, and no others. */
  private static void requireOnly(int[] histogram, int from, int to) {
    double expected = 3000.0 / (to - from + 1);
    for (int i = 0; i < histogram.length; i++) {
      boolean within = i - 4 >= from && i - 4 <= to;
      assertEquals(within ? expected : 0, histogram[i], within ? 5 * Math.sqrt(expected) : 0);
    }
  }

  @Test
  void centredCropsKeepToTheContentToo() {
    Img<UnsignedByteType> codes = ArrayImgs.unsignedBytes(20, 16, 12);
    codes.getAt(19, 0, 6).set(1);
    Img<FloatType> image = ArrayImgs.floats(20, 16, 12);
    image.getAt(4, 9, 11).set(1);
    image.getAt(13, 8, 0).set(-1);
    PreparedCase source = SyntheticCases.prepared(SyntheticCases.image(image, codes));
    int[] origin =
        new CropSampler(new Size(4, 8, 4), 1, true).origin(source, new SplittableRandom(6));
    assertArrayEquals(new int[] {10, 2, 4}, origin);
    int[] anywhere = new CropSampler(new Size(4, 8, 4), 1).origin(source, new SplittableRandom(6));
    assertArrayEquals(new int[] {16, 0, 4}, anywhere);
  }

  @Test
  void caseWithoutForegroundGivesUniformCrops() {
    PreparedCase empty =
        SyntheticCases.prepared(
            SyntheticCases.image(ArrayImgs.floats(6, 6, 6), ArrayImgs.unsignedBytes(6, 6, 6)));
    int[] origin = new CropSampler(new Size(4, 4, 4), 1).origin(empty, new SplittableRandom(4));
    for (int o : origin) {
      assertTrue(o >= 0 && o <= 2);
    }
  }
}
