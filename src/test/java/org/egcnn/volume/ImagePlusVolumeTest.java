/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;

class ImagePlusVolumeTest {

  @Test
  void takesOneTimePointWithItsChannels() throws Exception {
    ImagePlus image = IJ.createHyperStack("four", 2, 1, 2, 3, 4, 16);
    for (int i = 1; i <= image.getStackSize(); i++) {
      image.getStack().getProcessor(i).set(0, 0, 100 * i);
      image.getStack().getProcessor(i).set(1, 0, 100 * i + 1);
    }
    Volume volume = ImagePlusVolume.of(image, 2);
    // Stack indices run over channels first: frame 2 begins at 1 + 2 * 6.
    assertEquals(
        "1300 1301 1500 1501 1700 1701 1400 1401 1600 1601 1800 1801 ", Fixtures.voxels(volume));
    assertThrows(BadInputException.class, () -> ImagePlusVolume.of(image, 4));
    assertThrows(BadInputException.class, () -> ImagePlusVolume.of(image, -1));
  }

  @Test
  void convertsUnits() throws Exception {
    String[] units = {"mm", "micron", "\u00b5m", "um", "nm", "cm", "m", "inch", "pixel", "furlong"};
    double[] millimetres = {1, 1e-3, 1e-3, 1e-3, 1e-6, 10, 1000, 25.4, 1, 1};
    for (int i = 0; i < units.length; i++) {
      ImagePlus image = IJ.createImage("unit", "8-bit", 2, 2, 2);
      Calibration calibration = image.getCalibration();
      calibration.setUnit(units[i]);
      calibration.pixelWidth = 2;
      calibration.pixelHeight = 3;
      calibration.pixelDepth = 4;
      double[] spacing = ImagePlusVolume.of(image, 0).grid().spacing();
      double f = millimetres[i];
      assertArrayEquals(new double[] {2 * f, 3 * f, 4 * f}, spacing, 1e-12 * f, units[i]);
    }
  }

  @Test
  void appliesCalibratedGreyValues() throws Exception {
    ImagePlus signed = IJ.createImage("signed", "16-bit", 2, 1, 1);
    signed.getCalibration().setSigned16BitCalibration();
    signed.getProcessor().set(0, 0, 0);
    signed.getProcessor().set(1, 0, 32769);
    assertEquals("-32768 1 ", Fixtures.voxels(ImagePlusVolume.of(signed, 0)));
    ImagePlus hounsfield = IJ.createImage("ct", "16-bit", 2, 1, 1);
    hounsfield
        .getCalibration()
        .setFunction(Calibration.STRAIGHT_LINE, new double[] {-1024, 2}, "HU");
    hounsfield.getProcessor().set(0, 0, 0);
    hounsfield.getProcessor().set(1, 0, 600);
    assertEquals("-1024.0 176.0 ", Fixtures.voxels(ImagePlusVolume.of(hounsfield, 0)));
  }

  @Test
  void refusesRgb() {
    ImagePlus image = IJ.createImage("colours", "RGB", 2, 2, 2);
    String message =
        assertThrows(BadInputException.class, () -> ImagePlusVolume.of(image, 0)).getMessage();
    assertTrue(message.contains("colours") && message.contains("RGB"), message);
  }

  @Test
  void goesThereAndBack() throws Exception {
    for (VoxelType type : VoxelType.values()) {
      Volume volume = Fixtures.random(type, Affine.scaling(2, 3, 4), 7, 4, 3, 2, 2);
      ImagePlus image = ImagePlusVolume.toImagePlus(volume, "title");
      assertEquals("title", image.getTitle());
      int depth = type == VoxelType.UINT8 ? 8 : type == VoxelType.UINT16 ? 16 : 32;
      assertEquals(depth, image.getBitDepth());
      Volume back = ImagePlusVolume.of(image, 0);
      assertEquals(volume.grid(), back.grid());
      if (type.bytes() <= 2 || type == VoxelType.FLOAT32) {
        for (int c = 0; c < 2; c++) {
          var expected = volume.channel(c).cursor();
          var actual = back.channel(c).cursor();
          while (expected.hasNext()) {
            assertEquals(expected.next().get(), actual.next().get());
          }
        }
      }
    }
  }
}
