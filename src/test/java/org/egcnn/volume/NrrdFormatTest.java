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
import java.util.zip.GZIPOutputStream;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers written by hand from the format's definition. */
class NrrdFormatTest {
  @TempDir Path folder;
  private final VolumeIO io = VolumeIO.standard();

  private Path file(String name, String header, byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(header.getBytes(StandardCharsets.UTF_8));
    out.write(data);
    return Files.write(folder.resolve(name), out.toByteArray());
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void turnsLpsIntoRas() throws Exception {
    String header =
        "NRRD0005\r\n# a comment\r\ntype: short\r\ndimension: 3\r\n"
            + "space: left-posterior-superior\r\nsizes: 2 1 2\r\n"
            + "space directions: (2,0,0) (0,3,1) (0,-0.5,4)\r\nkinds: domain domain domain\r\n"
            + "endian: big\r\nencoding: raw\r\nspace origin: (10,20,30)\r\nkey:=a: value\r\n\r\n";
    Volume volume = io.read(file("lps.nrrd", header, bytes(0, 1, 1, 0, 255, 255, 0, 7)));
    assertEquals("1 256 -1 7 ", Fixtures.voxels(volume));
    Affine expected =
        new Affine(new double[][] {{-2, 0, 0, -10}, {0, -3, 0.5, -20}, {0, 1, 4, 30}});
    assertEquals(expected, volume.grid().affine());
  }

  @Test
  void knowsTheOtherSpaces() throws Exception {
    String header =
        "NRRD0004\ntype: uchar\ndimension: 3\nspace: %s\nsizes: 1 1 1\n"
            + "space directions: (1,0,0) (0,1,0) (0,0,1)\nencoding: raw\nspace origin: (1,2,3)\n"
            + "%s\n";
    for (String[] space :
        new String[][] {
          {"RAS", "1", "2"}, {"left-anterior-superior", "-1", "2"}, {"LPS", "-1", "-2"}
        }) {
      Volume volume = io.read(file("s.nrrd", String.format(header, space[0], ""), bytes(9)));
      assertEquals(Double.parseDouble(space[1]), volume.grid().affine().get(0, 3));
      assertEquals(Double.parseDouble(space[2]), volume.grid().affine().get(1, 3));
      assertEquals(3, volume.grid().affine().get(2, 3));
    }
    String micro = String.format(header, "RAS", "space units: \"um\" \"um\" \"um\"\n");
    assertEquals(0.003, io.read(file("u.nrrd", micro, bytes(9))).grid().affine().get(2, 3), 1e-12);
  }

  @Test
  void takesChannelsFirstOrLast() throws Exception {
    String first =
        "NRRD0004\ntype: uint8\ndimension: 4\nspace: RAS\nsizes: 2 3 1 1\n"
            + "space directions: none (1,0,0) (0,1,0) (0,0,1)\nkinds: vector domain domain domain\n"
            + "encoding: raw\n\n";
    Volume interleaved = io.read(file("first.nrrd", first, bytes(1, 11, 2, 12, 3, 13)));
    assertEquals("1 2 3 11 12 13 ", Fixtures.voxels(interleaved));
    assertEquals(2, interleaved.channels());
    assertEquals(3, interleaved.grid().width());
    String last =
        "NRRD0004\ntype: uint8\ndimension: 4\nsizes: 3 1 1 2\nspacings: 2 3 4 NaN\n"
            + "kinds: domain domain domain list\nencoding: raw\n\n";
    Volume planar = io.read(file("last.nrrd", last, bytes(1, 2, 3, 11, 12, 13)));
    assertEquals("1 2 3 11 12 13 ", Fixtures.voxels(planar));
    assertEquals(Affine.scaling(2, 3, 4), planar.grid().affine());
    Volume python =
        io.read(file("python.nrrd", last.replace("NaN", "nan"), bytes(1, 2, 3, 11, 12, 13)));
    assertEquals(planar.grid(), python.grid());
  }

  @Test
  void readsTextGzipAndDetachedFiles() throws Exception {
    String text = "NRRD0001\ntype: %s\ndimension: 2\nsizes: 2 2\nencoding: %s\n%s\n";
    Path ascii =
        file("a.nrrd", String.format(text, "float", "ascii", ""), "1.5 -2,\n3e2\tNaN".getBytes());
    assertEquals("1.5 -2.0 300.0 NaN ", Fixtures.voxels(io.read(ascii)));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes(99, 1, 2, 3, 4));
    }
    Files.write(folder.resolve("d.raw.gz"), zipped.toByteArray());
    Path detached =
        file(
            "d.nhdr",
            String.format(text, "uchar", "gz", "data file: d.raw.gz\nbyte skip: 1\n"),
            bytes());
    assertEquals("1 2 3 4 ", Fixtures.voxels(io.read(detached)));
    Files.write(folder.resolve("e.raw"), "a line\nanother\n\1\2\3\4".getBytes());
    String skip = "data file: e.raw\nline skip: 2\n";
    Path skipping = file("e.nhdr", String.format(text, "uchar", "raw", skip), bytes());
    assertEquals("1 2 3 4 ", Fixtures.voxels(io.read(skipping)));
    String fromEnd = "datafile: e.raw\nbyte skip: -1\n";
    Path ending = file("f.nhdr", String.format(text, "uchar", "raw", fromEnd), bytes());
    assertEquals("1 2 3 4 ", Fixtures.voxels(io.read(ending)));
  }

  @Test
  void readsBackWhatItWrites() throws Exception {
    for (VoxelType type : VoxelType.values()) {
      for (int channels : new int[] {1, 3}) {
        Path file = folder.resolve(type + ".nrrd");
        Volume volume = Fixtures.random(type, Fixtures.OBLIQUE, 3, 5, 4, 3, channels);
        io.write(volume, file);
        Volume back = io.read(file);
        assertEquals(Fixtures.voxels(volume), Fixtures.voxels(back));
        assertEquals(volume.grid(), back.grid());
        assertEquals(new VolumeInfo(volume.grid(), channels, type), io.readInfo(file));
      }
    }
  }

  @Test
  void refusesWhatItCannotRead() throws Exception {
    refused("does not begin with NRRD", "NRAD0004\n\n");
    refused("no field 'sizes'", "NRRD0004\ntype: uchar\nencoding: raw\n\n");
    refused("voxel type block", "NRRD0004\ntype: block\nsizes: 1 1\nencoding: raw\n\n");
    refused("no field 'endian'", "NRRD0004\ntype: short\nsizes: 1 1\nencoding: raw\n\n");
    refused("encoding bzip2", "NRRD0004\ntype: uchar\nsizes: 1 1\nencoding: bzip2\n\n\1");
    refused("cut short", "NRRD0004\ntype: uchar\nsizes: 2 2\nencoding: raw\n\n\1\1\1");
    refused("cut short", "NRRD0004\ntype: uchar\nsizes: 9 9\nencoding: ascii\n\n1 2 3");
    refused(
        "impossible size",
        "NRRD0004\ntype: uchar\nsizes: 4000000000 4000000000 9\nencoding: raw\n\n");
    refused("unusable value '1 x'", "NRRD0004\ntype: uchar\nsizes: 1 x\nencoding: raw\n\n");
    refused("1 axes", "NRRD0004\ntype: uchar\nsizes: 4\nencoding: raw\n\n1234");
    refused("5 axes", "NRRD0004\ntype: uchar\nsizes: 1 1 1 1 1\nencoding: raw\n\n1");
    refused(
        "place the voxels nowhere",
        "NRRD0004\ntype: uchar\nsizes: 1 1 1\nspacings: 1 0 1\nencoding: raw\n\n1");
    refused(
        "space mars",
        "NRRD0004\ntype: uchar\nsizes: 1 1 1\nspace: mars\n"
            + "space directions: (1,0,0) (0,1,0) (0,0,1)\nencoding: raw\n\n1");
    refused(
        "several files", "NRRD0004\ntype: uchar\nsizes: 1 1\nencoding: raw\ndata file: LIST\n\n");
    refused(
        "gone.raw is missing",
        "NRRD0004\ntype: uchar\nsizes: 1 1\nencoding: raw\ndata file: gone.raw\n\n");
    refused("is not a number", "NRRD0004\ntype: uchar\nsizes: 1 2\nencoding: ascii\n\n1 zwei");
  }

  private void refused(String because, String content) throws IOException {
    Path file = file("bad.nrrd", content, bytes());
    String message = assertThrows(BadInputException.class, () -> io.read(file)).getMessage();
    assertTrue(message.contains(because), message);
  }
}
