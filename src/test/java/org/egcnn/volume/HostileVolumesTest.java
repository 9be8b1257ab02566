/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to do harm. */
class HostileVolumesTest {
  private static final int BEHIND = 1 << 24;
  private static final long MOST_BYTES = 64L << 20;

  @TempDir Path folder;
  private final VolumeIO io = VolumeIO.standard();

  private String refused(Path file) {
    String message = assertThrows(BadInputException.class, () -> io.read(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    return message;
  }

  /** A little-endian NIfTI header of unsigned bytes. */
  private static byte[] header(int width, int height, int depth) throws Exception {
    byte[] bytes = Files.readAllBytes(Fixtures.resource("nifti/u1-little.nii"));
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort(40, (short) 3);
    header.putShort(42, (short) width).putShort(44, (short) height).putShort(46, (short) depth);
    return Arrays.copyOf(bytes, 352);
  }

  private String refusedInLittleMemory(Path file) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    refused(file);
    long before = threads.getCurrentThreadAllocatedBytes();
    String message = refused(file);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < MOST_BYTES, allocated + " bytes");
    return message;
  }

  /** Deflate could expand such a file to what its header says, but this one is nearly empty. */
  @Test
  void aSliceIsNotMadeBeforeItsVoxelsAreThere() throws Exception {
    byte[] start = VolumeReading.gzip(header(32767, 32767, 1));
    byte[] file = Arrays.copyOf(start, 32767 * 32767 / 1032 + 1000);
    assertTrue(
        refusedInLittleMemory(Files.write(folder.resolve("a.nii.gz"), file)).contains("cut short"));
  }

  @Test
  void channelsSideBySideAreNotMadeBeforeTheirVoxelsAreThere() throws Exception {
    String header =
        "NRRD0004\ntype: uchar\ndimension: 4\nsizes: 1000000 1000 1 1\nencoding: gzip\n"
            + "kinds: vector domain domain domain\n\n";
    byte[] start = VolumeReading.joined(header.getBytes("ASCII"), VolumeReading.gzip(new byte[9]));
    byte[] file = Arrays.copyOf(start, 1_000_000);
    assertTrue(
        refusedInLittleMemory(Files.write(folder.resolve("a.nrrd"), file)).contains("cut short"));
  }

  @Test
  void slicesWithoutEndAreRefused() throws Exception {
    String header =
        "NRRD0004\ntype: uchar\ndimension: 3\nsizes: 1 1 2000000000\nencoding: gzip\n\n";
    byte[] file = Arrays.copyOf(header.getBytes("ASCII"), 2_000_000);
    assertTrue(
        refusedInLittleMemory(Files.write(folder.resolve("a.nrrd"), file))
            .contains("beyond what can be read"));
  }

  /** Larger than one buffer, so that a slice grows; every voxel must survive it. */
  @Test
  void aLargeSliceIsReadWhole() throws Exception {
    int[] size = {1500, 1100, 3};
    Volume volume = Fixtures.random(VoxelType.INT16, Affine.scaling(1, 1, 1), 5, size);
    for (String name : List.of("a.nii.gz", "a.nrrd")) {
      Path file = folder.resolve(name);
      io.write(volume, file);
      assertTrue(new SameVoxels(volume.image(), io.read(file).image()).hold(), name);
    }
  }

  @Test
  void whatLiesBehindTheVoxelsIsNotInflated() throws Exception {
    RawLayout layout = new RawLayout(VoxelType.UINT8, ByteOrder.LITTLE_ENDIAN, 2, 2, 2, 1, false);
    long[] given = {0};
    InflaterInputStream endless =
        new InflaterInputStream(new ByteArrayInputStream(new byte[0])) {
          @Override
          public int read(byte[] bytes, int offset, int length) {
            given[0] += length;
            return length;
          }
        };
    VoxelData.read(endless, folder.resolve("bomb"), layout);
    assertTrue(given[0] <= BEHIND + (1 << 14), given[0] + " bytes");
  }

  @Test
  void emptyMembersDoNotExhaustTheStack() throws Exception {
    byte[] empty = VolumeReading.gzip(new byte[0]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < 20_000; i++) {
      out.write(empty);
    }
    Path file = Files.write(folder.resolve("a.nii.gz"), out.toByteArray());
    assertTrue(refused(file).contains("empty members"));
  }

  @Test
  void aFewEmptyMembersAreHarmless() throws Exception {
    byte[] whole = VolumeReading.written(folder, "b.nii", VoxelType.UINT8, 3, 2, 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte value : whole) {
      out.write(VolumeReading.gzip(new byte[] {value}));
      out.write(VolumeReading.gzip(new byte[0]));
    }
    Volume volume = io.read(Files.write(folder.resolve("a.nii.gz"), out.toByteArray()));
    assertArrayEquals(new long[] {3, 2, 2}, volume.grid().size());
  }

  @Test
  void voxelsElsewhereAreNotRead() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("inner/below"));
    Path secret = Files.write(folder.resolve("secret.raw"), new byte[8]);
    Files.write(inner.resolve("honest.raw"), new byte[8]);
    for (String name :
        List.of(
            "../secret.raw",
            "below/../../secret.raw",
            secret.toAbsolutePath().toString(),
            "/dev/zero",
            "/proc/self/environ")) {
      assertTrue(refused(detached(".nhdr", name)).contains("outside its folder"), name);
      assertTrue(refused(detached(".mhd", name)).contains("outside its folder"), name);
    }
    for (String name : List.of("gone.raw", "below", ".")) {
      assertTrue(refused(detached(".nhdr", name)).contains("is missing"), name);
      assertTrue(refused(detached(".mhd", name)).contains("is missing"), name);
    }
    assertTrue(refused(detached(".nhdr", "a\0b")).contains("impossible name"));
    assertTrue(refused(detached(".mhd", "a\0b")).contains("impossible name"));
    for (String ending : List.of(".nhdr", ".mhd")) {
      assertEquals(8, io.read(detached(ending, "below/honest.raw")).grid().voxels());
      assertEquals(8, io.read(detached(ending, "./below/../below/honest.raw")).grid().voxels());
    }
  }

  private Path detached(String ending, String data) throws IOException {
    String text =
        ending.equals(".nhdr")
            ? "NRRD0004\ntype: uchar\nsizes: 2 2 2\nencoding: raw\ndata file: " + data + "\n\n"
            : "NDims = 3\nDimSize = 2 2 2\nElementType = MET_UCHAR\nElementDataFile = "
                + data
                + "\n";
    return Files.writeString(folder.resolve("inner").resolve("header" + ending), text);
  }

  @Test
  void devicesAreNoImages() throws Exception {
    Path zero = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(zero), "this system has no /dev/zero");
    Path link = Files.createSymbolicLink(folder.resolve("zero.nii"), zero);
    assertTrue(refused(link).contains("device"));
  }

  @Test
  void aHeaderEnds() throws Exception {
    String endless = "NRRD0004\n" + "key: value\n".repeat(20_000);
    assertTrue(
        refused(Files.writeString(folder.resolve("a.nrrd"), endless)).contains("does not end"));
  }

  @Test
  void aDescriptionOfManyBeginningsIsNoTrouble() {
    assertEquals(Optional.empty(), OmePixels.parse("<OME>" + "<Pixels ".repeat(500_000)));
  }

  /** Each directory begins two bytes behind the one before and says it has many entries. */
  @Test
  void overlappingTiffDirectoriesAreRefused() throws Exception {
    byte[] file = new byte[1 << 20];
    System.arraycopy(new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0}, 0, file, 0, 8);
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 4000; i++) {
      int at = 8 + 6 * i;
      int entries = 2000;
      bytes.putShort(at, (short) entries);
      bytes.putInt(at + 2 + 12 * entries, at + 6);
    }
    assertTrue(
        refused(Files.write(folder.resolve("a.tif"), file)).contains("directories are damaged"));
  }
}
