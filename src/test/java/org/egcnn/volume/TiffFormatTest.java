/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.io.TiffEncoder;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiffFormatTest {
  @TempDir Path folder;
  private final VolumeIO io = VolumeIO.standard();

  private void refused(String because, Path file) {
    String message = assertThrows(BadInputException.class, () -> io.read(file)).getMessage();
    assertTrue(message.contains(because), message);
    assertTrue(message.contains(file.toString()), message);
  }

  @Test
  void readsBackWhatItWrites() throws Exception {
    Affine affine = new Affine(new double[][] {{0.5, 0, 0, -4}, {0, 0.25, 0, 2}, {0, 0, 3, 6}});
    for (VoxelType type : List.of(VoxelType.UINT8, VoxelType.UINT16, VoxelType.FLOAT32)) {
      for (int[] size : new int[][] {{5, 4, 3}, {5, 4, 3, 2}, {5, 4, 1}}) {
        Path file = folder.resolve("made/" + type + size.length + ".tif");
        Volume volume = Fixtures.random(type, affine, 3, size);
        io.write(volume, file);
        Volume back = io.read(file);
        assertEquals(Fixtures.voxels(volume), Fixtures.voxels(back));
        assertTrue(volume.grid().matches(back.grid(), 1e-6), back.grid().toString());
        assertEquals(new VolumeInfo(back.grid(), volume.channels(), type), io.readInfo(file));
      }
    }
  }

  @Test
  void imageJReadsTheSame() throws Exception {
    Path file = folder.resolve("image.tif");
    Volume volume = Fixtures.random(VoxelType.UINT16, Affine.scaling(2, 3, 4), 3, 5, 4, 3, 2);
    io.write(volume, file);
    ImagePlus image = new Opener().openImage(file.toString());
    assertArrayEquals(new int[] {5, 4, 2, 3, 1}, image.getDimensions());
    assertEquals("mm", image.getCalibration().getUnit());
    assertEquals(4, image.getCalibration().pixelDepth, 1e-9);
    assertTrue(image.isHyperStack());
    assertEquals(Fixtures.voxels(volume), Fixtures.voxels(ImagePlusVolume.of(image, 0)));
  }

  /** As ImageJ has it when the file is open: small centimetres become microns. */
  @ParameterizedTest
  @CsvSource({
    "6.5e-5, 1, ''",
    "6.5e-5, 2e-4, ''",
    "5e-4, 1, ''",
    "0.05, 0.3, ''",
    "5e-4, 3e-4, ImageJ=1.54p"
  })
  void centimetresAreThoseOfImageJ(double side, double depth, String description) throws Exception {
    FileInfo info = new FileInfo();
    info.width = 4;
    info.height = 3;
    info.fileType = FileInfo.GRAY8;
    info.pixels = new byte[12];
    info.unit = "cm";
    info.pixelWidth = side;
    info.pixelHeight = side;
    info.description =
        description.isEmpty() ? null : description + "\nunit=cm\nspacing=" + depth + "\n";
    Path file = folder.resolve("small.tif");
    try (OutputStream out = Files.newOutputStream(file)) {
      new TiffEncoder(info).write(out);
    }
    double[] opened =
        ImagePlusVolume.of(new Opener().openImage(file.toString()), 0).grid().spacing();
    assertArrayEquals(opened, io.read(file).grid().spacing(), 1e-6 * opened[0]);
  }

  @Test
  void readsRealStacks() throws Exception {
    Path tiff = Fixtures.shared("tiff");
    VolumeInfo stardist = io.readInfo(tiff.resolve("stardist/img3d.tif"));
    assertArrayEquals(new long[] {57, 61, 31}, stardist.grid().size());
    Volume mask = io.read(tiff.resolve("stardist/mask3d.tif"));
    Set<Integer> labels = new HashSet<>();
    mask.labels().forEach(label -> labels.add(label.get()));
    assertEquals(52, labels.size(), "51 nuclei and the background");
    GridCheck.requireSame(io.read(tiff.resolve("stardist/img3d.tif")), mask);
    try (var files = Files.newDirectoryStream(tiff.resolve("plantseg"), "*.tiff")) {
      for (Path file : files) {
        Volume volume = io.read(file);
        assertArrayEquals(new long[] {75, 75, 75}, volume.grid().size());
        assertEquals(new VolumeInfo(volume.grid(), 1, VoxelType.UINT16), io.readInfo(file));
        ImagePlus image = new Opener().openImage(file.toString());
        assertEquals(Fixtures.voxels(ImagePlusVolume.of(image, 0)), Fixtures.voxels(volume));
      }
    }
  }

  @Test
  void refusesTimePointsAndColours() throws Exception {
    ImagePlus movie = IJ.createHyperStack("movie", 4, 4, 1, 2, 3, 8);
    Path file = folder.resolve("movie.tif");
    new FileSaver(movie).saveAsTiffStack(file.toString());
    refused("3 time points", file);
    Path rgb = folder.resolve("rgb.tif");
    new FileSaver(IJ.createImage("rgb", "RGB", 4, 4, 2)).saveAsTiffStack(rgb.toString());
    refused("RGB", rgb);
  }

  @Test
  void readsAnOmeDescription() throws Exception {
    String ome =
        "<?xml version=\"1.0\"?><OME><Image><Pixels SizeC=\"1\" SizeT=\"1\" PhysicalSizeX=\"500\""
            + " PhysicalSizeY=\"250\" PhysicalSizeZ=\"2\" PhysicalSizeZUnit=\"mm\"/></Image></OME>";
    OmePixels pixels = OmePixels.parse(ome).orElseThrow();
    assertArrayEquals(new double[] {0.5, 0.25, 2}, pixels.sides(), 1e-12);
    OmePixels many = OmePixels.parse(ome.replace("SizeC=\"1\"", "SizeC=\"3\"")).orElseThrow();
    assertEquals(3, many.channels());
    assertFalse(OmePixels.parse("ImageJ=1.54p\nimages=3\n").isPresent());
  }

  @Test
  void refusesDamagedFiles() throws Exception {
    Path good = folder.resolve("good.tif");
    io.write(Fixtures.random(VoxelType.UINT16, Affine.scaling(1, 1, 1), 3, 8, 8, 8), good);
    byte[] bytes = Files.readAllBytes(good);
    for (int length : new int[] {0, 1, 7, 8, 100, bytes.length / 2}) {
      Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(bytes, length));
      assertThrows(BadInputException.class, () -> io.read(cut), "length " + length);
      assertThrows(BadInputException.class, () -> io.readInfo(cut), "length " + length);
    }
    ByteBuffer circle = ByteBuffer.wrap(bytes.clone());
    circle.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = circle.getInt(4);
    int entries = circle.getShort(directory);
    circle.putInt(directory + 2 + 12 * entries, directory);
    refused("directories are damaged", Files.write(folder.resolve("circle.tif"), circle.array()));
    ByteBuffer big = ByteBuffer.wrap(bytes.clone());
    big.order(circle.order()).putShort(2, (short) 43);
    refused("BigTIFF", Files.write(folder.resolve("big.tif"), big.array()));
  }
}
