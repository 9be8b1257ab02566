/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers written by hand from the format's documentation. */
class MetaImageFormatTest {
  private static final String SMALL = "ObjectType = Image\nNDims = 3\nDimSize = 2 2 1\n";

  @TempDir Path folder;
  private final VolumeIO io = VolumeIO.standard();

  private Path file(String name, String header, byte... data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(header.getBytes(StandardCharsets.UTF_8));
    out.write(data);
    return Files.write(folder.resolve(name), out.toByteArray());
  }

  private static byte[] zlib(byte... data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
      zlib.write(data);
    }
    return out.toByteArray();
  }

  @Test
  void turnsLpsIntoRasWithOneAxisAfterTheOtherInTheMatrix() throws Exception {
    // The first axis points to posterior, the second left, the third up.
    String header =
        "ObjectType = Image\r\nNDims = 3\r\nBinaryData = True\r\nBinaryDataByteOrderMSB = True\r\n"
            + "TransformMatrix = 0 1 0 1 0 0 0 0 1\r\nOffset = 10 20 30\r\n"
            + "ElementSpacing = 2 3 4\r\nDimSize = 2 1 1\r\nElementType = MET_SHORT\r\n"
            + "ElementDataFile = LOCAL\r\n";
    Volume volume = io.read(file("m.mha", header, (byte) 1, (byte) 0, (byte) -1, (byte) -2));
    assertEquals("256 -2 ", Fixtures.voxels(volume));
    Affine expected =
        new Affine(new double[][] {{-0., -3, -0., -10}, {-2, -0., -0., -20}, {0, 0, 4, 30}});
    assertEquals(expected, volume.grid().affine());
  }

  @Test
  void readsDetachedCompressedTextAndInterleavedVoxels() throws Exception {
    Files.write(folder.resolve("v.zraw"), zlib((byte) 1, (byte) 2, (byte) 3, (byte) 4));
    String detached =
        SMALL + "CompressedData = True\nElementType = MET_UCHAR\nElementDataFile = v.zraw\n";
    assertEquals("1 2 3 4 ", Fixtures.voxels(io.read(file("v.mhd", detached))));
    Files.write(folder.resolve("w.raw"), new byte[] {99, 98, 1, 2, 3, 4});
    String skipping = SMALL + "HeaderSize = %d\nElementType = MET_UCHAR\nElementDataFile = w.raw\n";
    for (int skip : new int[] {2, -1}) {
      Path file = file("w.mhd", String.format(skipping, skip));
      assertEquals("1 2 3 4 ", Fixtures.voxels(io.read(file)));
    }
    String text =
        SMALL + "BinaryData = False\nElementType = MET_DOUBLE\nElementDataFile = LOCAL\n1 2.5\n3 4";
    assertEquals("1.0 2.5 3.0 4.0 ", Fixtures.voxels(io.read(file("t.mha", text))));
    String channels =
        "NDims = 2\nDimSize = 2 1\nElementNumberOfChannels = 2\nDistanceUnits = um\n"
            + "ElementSpacing = 500 500\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n";
    Volume volume = io.read(file("c.mha", channels, (byte) 1, (byte) 11, (byte) 2, (byte) 12));
    assertEquals("1 2 11 12 ", Fixtures.voxels(volume));
    assertEquals(0.5, volume.grid().spacing()[0], 1e-12);
    assertEquals(2, volume.channels());
  }

  @Test
  void readsBackWhatItWrites() throws Exception {
    for (VoxelType type : VoxelType.values()) {
      for (int channels : new int[] {1, 3}) {
        Path file = folder.resolve(type + ".mha");
        Volume volume = Fixtures.random(type, Fixtures.OBLIQUE, 3, 5, 4, 3, channels);
        io.write(volume, file);
        Volume back = io.read(file);
        assertEquals(Fixtures.voxels(volume), Fixtures.voxels(back));
        assertTrue(volume.grid().matches(back.grid(), 1e-12), back.grid().toString());
        assertEquals(type, io.readInfo(file).voxelType());
        assertEquals(channels, io.readInfo(file).channels());
      }
    }
  }

  @Test
  void writesTheSizeOfTheCompressedVoxels() throws Exception {
    Path file = folder.resolve("size.mha");
    io.write(Fixtures.random(VoxelType.UINT8, Fixtures.OBLIQUE, 3, 5, 4, 3), file);
    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
    String end = "ElementDataFile = LOCAL\n";
    int voxels = content.length() - content.indexOf(end) - end.length();
    assertTrue(content.contains("CompressedDataSize = " + String.format("%019d", voxels)));
  }

  @Test
  void refusesWhatItCannotRead() throws Exception {
    String end = "ElementType = MET_UCHAR\nElementDataFile = LOCAL\n";
    refused("no MetaImage header", "something else\n");
    refused("no MetaImage header", SMALL);
    refused("no field DimSize", "NDims = 3\n" + end);
    refused("5 axes", "NDims = 5\nDimSize = 1 1 1 1 1\n" + end);
    refused("DimSize has the unusable value '2 2'", "NDims = 3\nDimSize = 2 2\n" + end);
    refused("size -2x2x1", "NDims = 3\nDimSize = -2 2 1\n" + end);
    refused("cut short", SMALL + end + "\1\2\3");
    refused("cut short", SMALL + "CompressedData = True\n" + end + "x");
    refused(
        "voxel type MET_FLOAT_ARRAY",
        SMALL + "ElementType = MET_FLOAT_ARRAY\nElementDataFile = LOCAL\n");
    refused("several files", SMALL + "ElementType = MET_UCHAR\nElementDataFile = LIST\n");
    refused("gone.raw is missing", SMALL + "ElementType = MET_UCHAR\nElementDataFile = gone.raw\n");
    refused("place the voxels nowhere", SMALL + "ElementSpacing = 0 1 1\n" + end + "1234");
    refused("Offset has the unusable value", SMALL + "Offset = 0 1\n" + end + "1234");
    refused(
        "channels in two ways",
        "NDims = 4\nDimSize = 1 1 1 2\nElementNumberOfChannels = 2\n" + end);
    refused("damaged", SMALL + "CompressedData = True\n" + end + "no zlib stream at all");
  }

  private void refused(String because, String content) throws IOException {
    Path file = file("bad.mha", content);
    String message = assertThrows(BadInputException.class, () -> io.read(file)).getMessage();
    assertTrue(message.contains(because), message);
  }
}
