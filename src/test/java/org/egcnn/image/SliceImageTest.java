/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class SliceImageTest {

  @Test
  void slicesLieInTheImagesOwnArrays() {
    for (Img<FloatType> image : List.of(ArrayImgs.floats(3, 4, 5), PlanarImgs.floats(3, 4, 5))) {
      SliceImage<FloatType, float[]> slices = SliceImage.of(image).orElseThrow();
      assertSame(image, slices.image());
      for (int z = 0; z < 5; z++) {
        slices.array(z)[slices.offset(z) + 2 + 3 * 1] = 10 + z;
      }
      for (int z = 0; z < 5; z++) {
        assertEquals(10 + z, image.getAt(2, 1, z).get());
        assertEquals(0, image.getAt(1, 2, z).get());
      }
    }
  }

  @Test
  void otherContainersHaveNone() {
    assertTrue(SliceImage.of(new CellImgFactory<>(new FloatType()).create(3, 4, 5)).isEmpty());
  }
}
