/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import java.nio.file.Path;
import java.util.List;
import org.egcnn.task.BadInputException;
import org.egcnn.task.Warnings;
import org.egcnn.volume.ImagePlusVolume;
import org.egcnn.volume.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyAxesTest {
  private static ImagePlus image() {
    ImagePlus image = IJ.createImage("a", "8-bit", 4, 5, 3);
    image.getCalibration().pixelDepth = 2;
    return image;
  }

  @Test
  void placesVoxelsAsTheLettersSay() throws BadInputException {
    Volume volume = BodyAxes.of(image(), "LIA").volume(image(), 0);
    assertArrayEquals(
        new double[][] {{-1, 0, 0, 0}, {0, 0, 2, 0}, {0, -1, 0, 0}},
        volume.grid().affine().toArray());
    assertArrayEquals(new long[] {4, 5, 3}, volume.grid().size());
  }

  @Test
  void remembersHowAVolumeLay() throws BadInputException {
    Volume volume = BodyAxes.of(image(), "lps").volume(image(), 0);
    ImagePlus shown = ImagePlusVolume.toImagePlus(volume, "shown");
    BodyAxes.keep(volume, shown);
    BodyAxes again = BodyAxes.of(shown, BodyAxes.AUTO);
    assertEquals("LPS", again.toString());
    assertTrue(again.known());
  }

  @Test
  void guessesWhereNothingIsSaid() throws BadInputException {
    BodyAxes guess = BodyAxes.of(image(), BodyAxes.AUTO);
    assertEquals("RAS", guess.toString());
    assertFalse(guess.known());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RA", "RAL", "RRS", "RASS", "XYZ", "none"})
  void refusesWhatIsNoOrientation(String letters) {
    assertThrows(BadInputException.class, () -> BodyAxes.of(image(), letters));
  }

  /** Row and column cosines with positions of first and last slice, worked out by hand. */
  @ParameterizedTest
  @CsvSource({
    "1\\0\\0\\0\\1\\0, 0\\0\\-50, 0\\0\\10, LPS",
    "1\\0\\0\\0\\1\\0, 0\\0\\10, 0\\0\\-50, LPI",
    "1\\0\\0\\0\\0\\-1, 0\\-80\\0, 0\\90\\0, LIP",
    "0\\1\\0\\0\\0\\-1, -70\\0\\0, 60\\0\\0, PIL",
    "0.98\\0.17\\0\\-0.17\\0.98\\0, 1\\1\\1, 1\\1\\1, LPS",
  })
  void readsDicomTags(String cosines, String first, String last, String letters)
      throws BadInputException {
    ImagePlus image = image();
    for (int slice = 1; slice <= 3; slice++) {
      image
          .getStack()
          .setSliceLabel(
              "IM"
                  + slice
                  + "\n0020,0032  Image Position (Patient): "
                  + (slice == 1 ? first : last)
                  + "\n0020,0037  Image Orientation (Patient): "
                  + cosines
                  + "\n",
              slice);
    }
    assertEquals(letters, BodyAxes.of(image, BodyAxes.AUTO).toString());
  }

  /** Among the files of a folder, ImageJ's TIFF files say nothing of how they lie. */
  @Test
  void tagsInATiffAreTakenWithAWarning(@TempDir Path folder) throws BadInputException {
    ImagePlus tagged = image();
    tagged.setProperty(
        "Info",
        "0020,0032  Image Position (Patient): 0\\0\\0\n"
            + "0020,0037  Image Orientation (Patient): 1\\0\\0\\0\\1\\0\n");
    Warnings none = new Warnings();
    BodyAxes.of(tagged, BodyAxes.AUTO).warnOfTags(tagged, none);
    assertEquals(List.of(), none.messages());
    String file = folder.resolve("tagged.tif").toString();
    assertTrue(new FileSaver(tagged).saveAsTiffStack(file));
    ImagePlus opened = IJ.openImage(file);
    BodyAxes axes = BodyAxes.of(opened, BodyAxes.AUTO);
    assertEquals("LPS", axes.toString());
    Warnings warnings = new Warnings();
    axes.warnOfTags(opened, warnings);
    assertTrue(warnings.toString().contains("set orientation to RAS"), warnings.toString());
  }
}
