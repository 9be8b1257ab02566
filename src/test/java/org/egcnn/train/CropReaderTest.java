/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

class CropReaderTest {
  private final CropReader reader = new CropReader();

  /** Two channels: x + 10 y + 100 z and its negative; codes are x + y + z. */
  private static PreparedCase ramp(int w, int h, int d, double[] spacing) {
    Img<FloatType> up = ArrayImgs.floats(w, h, d);
    Img<FloatType> down = ArrayImgs.floats(w, h, d);
    Img<UnsignedByteType> codes = ArrayImgs.unsignedBytes(w, h, d);
    for (int z = 0; z < d; z++) {
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          up.getAt(x, y, z).set(x + 10 * y + 100 * z);
          down.getAt(x, y, z).set(-(x + 10 * y + 100 * z));
          codes.getAt(x, y, z).set(x + y + z);
        }
      }
    }
    return SyntheticCases.prepared(
        new CaseImage(List.of(up, down), codes, List.of(-7f, 9f), spacing));
  }

  private Crop read(PreparedCase source, int[] origin, Size size, CropTransform transform)
      throws Exception {
    Crop crop = new Crop(size, 2);
    reader.read(source, origin, Optional.ofNullable(transform), crop);
    return crop;
  }

  @Test
  void insideItCopies() throws Exception {
    Crop crop =
        read(ramp(8, 7, 6, new double[] {1, 1, 1}), new int[] {2, 1, 3}, new Size(2, 3, 4), null);
    for (int z = 0; z < 2; z++) {
      for (int y = 0; y < 3; y++) {
        for (int x = 0; x < 4; x++) {
          int i = crop.index(x, y, z);
          float expected = x + 2 + 10 * (y + 1) + 100 * (z + 3);
          assertEquals(expected, crop.images()[2 * i]);
          assertEquals(-expected, crop.images()[2 * i + 1]);
          assertEquals(x + y + z + 6, crop.codes()[i]);
        }
      }
    }
  }

  @Test
  void outsideItPadsEachChannel() throws Exception {
    Crop crop =
        read(
            ramp(2, 2, 2, new double[] {1, 1, 1}), new int[] {-1, -1, -1}, new Size(4, 4, 4), null);
    int inside = 0;
    for (int z = 0; z < 4; z++) {
      for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 4; x++) {
          int i = crop.index(x, y, z);
          if (x % 3 == 0 || y % 3 == 0 || z % 3 == 0) {
            assertEquals(-7, crop.images()[2 * i]);
            assertEquals(9, crop.images()[2 * i + 1]);
            assertEquals(0, crop.codes()[i]);
          } else {
            assertEquals(x - 1 + 10 * (y - 1) + 100 * (z - 1), crop.images()[2 * i]);
            inside++;
          }
        }
      }
    }
    assertEquals(8, inside);
  }

  @Test
  void noTurnAndNoZoomChangeNothing() throws Exception {
    PreparedCase source = ramp(9, 8, 7, new double[] {1, 2, 3});
    CropTransform identity = CropTransform.of(new double[3], 1, new double[] {1, 2, 3});
    Size size = new Size(4, 5, 6);
    Crop plain = read(source, new int[] {-2, 1, 4}, size, null);
    Crop turned = read(source, new int[] {-2, 1, 4}, size, identity);
    assertArrayEquals(plain.images(), turned.images());
    assertArrayEquals(plain.codes(), turned.codes());
  }

  @Test
  void quarterTurnAboutZPermutesVoxels() throws Exception {
    PreparedCase source = ramp(5, 5, 5, new double[] {1, 1, 1});
    CropTransform quarter =
        CropTransform.of(new double[] {0, 0, Math.PI / 2}, 1, new double[] {1, 1, 1});
    Crop crop = read(source, new int[] {0, 0, 0}, new Size(5, 5, 5), quarter);
    for (int z = 0; z < 5; z++) {
      for (int y = 0; y < 5; y++) {
        for (int x = 0; x < 5; x++) {
          int i = crop.index(x, y, z);
          // (x, y) - 2 is turned to (-(y - 2), x - 2)
          assertEquals(4 - y + 10 * x + 100 * z, crop.images()[2 * i], 1e-3);
          assertEquals(4 - y + x + z, crop.codes()[i]);
        }
      }
    }
  }

  @Test
  void turnsBodiesNotIndicesWhenVoxelsAreAnisotropic() throws Exception {
    // voxels twice as long along y: one voxel along y becomes two along x
    PreparedCase source = ramp(9, 9, 3, new double[] {1, 2, 1});
    CropTransform quarter =
        CropTransform.of(new double[] {0, 0, Math.PI / 2}, 1, new double[] {1, 2, 1});
    Crop crop = read(source, new int[] {3, 3, 0}, new Size(3, 3, 3), quarter);
    int i = crop.index(1, 2, 1);
    // centre (4, 4); the offset (0, 1) is 2 mm along y, so -2 voxels along x
    assertEquals(2 + 10 * 4 + 100, crop.images()[2 * i], 1e-3);
    int j = crop.index(2, 1, 1);
    // the offset (1, 0) is 1 mm along x, so half a voxel along y
    assertEquals(4 + 10 * 4.5 + 100, crop.images()[2 * j], 1e-3);
  }

  @Test
  void zoomOfTwoHalvesTheSteps() throws Exception {
    PreparedCase source = ramp(9, 9, 9, new double[] {1, 1, 1});
    CropTransform twice = CropTransform.of(new double[3], 2, new double[] {1, 1, 1});
    Crop crop = read(source, new int[] {2, 2, 2}, new Size(5, 5, 5), twice);
    int i = crop.index(3, 1, 4);
    assertEquals(4.5 + 10 * 3.5 + 100 * 5, crop.images()[2 * i], 1e-3);
  }

  @Test
  void deformationMovesImagesAndLabelsAlike() throws Exception {
    double[] spacing = {1, 1, 1};
    PreparedCase source = ramp(30, 30, 30, spacing);
    Size size = new Size(6, 7, 8);
    Deformation deformation = Deformation.draw(1, size, spacing, new SplittableRandom(1));
    CropTransform still = CropTransform.of(new double[3], 1, spacing);
    CropTransform moving = new CropTransform(still.matrix(), Optional.of(deformation));
    Crop crop = read(source, new int[] {10, 11, 12}, size, moving);
    double most = 0;
    for (int z = 0; z < 6; z++) {
      for (int y = 0; y < 7; y++) {
        for (int x = 0; x < 8; x++) {
          double px = 10 + x + deformation.at(0, x, y, z);
          double py = 11 + y + deformation.at(1, x, y, z);
          double pz = 12 + z + deformation.at(2, x, y, z);
          int i = crop.index(x, y, z);
          assertEquals(px + 10 * py + 100 * pz, crop.images()[2 * i], 1e-2);
          assertEquals(Math.round(px) + Math.round(py) + Math.round(pz), crop.codes()[i]);
          most = Math.max(most, Math.abs(px - 10 - x));
        }
      }
    }
    assertTrue(most > 0.4, "displacements up to " + most);
  }
}
