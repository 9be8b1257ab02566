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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and unsupported files: a complaint in one line that names the file and what is wrong. */
class MalformedNiftiTest {
  @TempDir Path folder;
  private final VolumeIO io = VolumeIO.standard();

  private static byte[] good() throws Exception {
    return Files.readAllBytes(Fixtures.resource("nifti/i2-little.nii"));
  }

  private void refused(String because, Path file) {
    String message = assertThrows(BadInputException.class, () -> io.read(file)).getMessage();
    assertTrue(message.contains(because), message);
    assertTrue(message.contains(file.getFileName().toString()), message);
    assertEquals(1, message.lines().count(), message);
  }

  private void refused(String because, Consumer<ByteBuffer> damage) throws Exception {
    byte[] bytes = good();
    damage.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    refused(because, Files.write(folder.resolve("bad.nii"), bytes));
    refused(because, Files.write(folder.resolve("bad.nii.gz"), gzip(bytes)));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void refusesLyingSizes() throws Exception {
    refused("cut short", h -> h.putShort(42, (short) 30000));
    refused("size -4", h -> h.putShort(42, (short) -4));
    refused("size 0", h -> h.putShort(44, (short) 0));
    refused("counts 0 axes", h -> h.putShort(40, (short) 0));
    refused("counts 9 axes", h -> h.putShort(40, (short) 9));
    refused("more than five axes", h -> h.putShort(40, (short) 6).putShort(42 + 10, (short) 2));
    refused(
        "cut short",
        h -> {
          for (int i = 42; i < 48; i += 2) {
            h.putShort(i, Short.MAX_VALUE);
          }
        });
  }

  @Test
  void refusesHeadersThatAreNone() throws Exception {
    refused("Analyze 7.5", h -> h.putInt(344, 0));
    refused("no NIfTI header", h -> h.putInt(0, 347));
    refused("no NIfTI header", h -> h.putInt(0, 540));
    refused("byte NaN", h -> h.putFloat(108, Float.NaN));
    refused("byte -1.0", h -> h.putFloat(108, -1));
    refused("cut short", h -> h.putFloat(108, 1e9f));
  }

  @Test
  void refusesPlacesThatAreNone() throws Exception {
    refused("not numbers", h -> h.putShort(254, (short) 0).putFloat(80, Float.NaN));
    refused("singular or not numbers", h -> h.putFloat(280, Float.POSITIVE_INFINITY));
    refused(
        "singular or not numbers",
        h -> {
          for (int i = 280; i < 328; i++) {
            h.put(i, (byte) 0);
          }
        });
  }

  @Test
  void refusesTypesByName() throws Exception {
    int[] codes = {1, 32, 128, 1536, 1792, 2048, 2304, 77};
    String[] names = {
      "1-bit", "complex64", "RGB", "float128", "complex128", "complex256", "RGBA", "code 77"
    };
    for (int i = 0; i < codes.length; i++) {
      short code = (short) codes[i];
      refused("voxel type " + names[i] + " is", h -> h.putShort(70, code));
    }
  }

  @Test
  void refusesWhatIsCutShort() throws Exception {
    byte[] bytes = good();
    for (int length : new int[] {0, 1, 3, 347, 348, 352, bytes.length - 1}) {
      Path file = Files.write(folder.resolve("cut.nii"), Arrays.copyOf(bytes, length));
      assertThrows(BadInputException.class, () -> io.read(file), "length " + length);
    }
    byte[] zipped = gzip(bytes);
    for (int length = 0; length < zipped.length; length++) {
      Path file = Files.write(folder.resolve("cut.nii.gz"), Arrays.copyOf(zipped, length));
      assertThrows(BadInputException.class, () -> io.read(file), "length " + length);
    }
  }

  @Test
  void refusesAWrongChecksum() throws Exception {
    byte[] zipped = gzip(good());
    zipped[zipped.length - 6] ^= 1;
    refused("compressed content is damaged", Files.write(folder.resolve("crc.nii.gz"), zipped));
  }

  @Test
  void refusesWhatIsNoFile() throws Exception {
    refused("does not exist", folder.resolve("missing.nii.gz"));
    refused("is a folder", Files.createDirectory(folder.resolve("folder.nii")));
    refused("its format is not known", Files.write(folder.resolve("some.xyz"), new byte[600]));
    refused("other half half.img is missing", Files.write(folder.resolve("half.hdr"), good()));
    refused("other half alone.hdr is missing", Files.write(folder.resolve("alone.img"), good()));
  }

  @Test
  void refusesWhatNibabelShipsThatIsNoVolume() throws Exception {
    Path data = Fixtures.shared("nifti/nibabel");
    refused("CIFTI", data.resolve("row_major.dconn.nii"));
    refused("Analyze 7.5", data.resolve("analyze.hdr"));
    refused("nifti1.img is missing", data.resolve("nifti1.hdr"));
    refused("nifti2.img is missing", data.resolve("nifti2.hdr"));
  }

  @Test
  void fallsBackToTheQformWhereTheSformIsSingular() throws Exception {
    byte[] bytes = good();
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 280; i < 328; i += 4) {
      header.putFloat(i, 0);
    }
    header.putShort(252, (short) 1).putFloat(76, 1).putFloat(80, 2).putFloat(84, 3).putFloat(88, 4);
    header.putFloat(256, 0).putFloat(260, 0).putFloat(264, 0);
    header.putFloat(268, 5).putFloat(272, 6).putFloat(276, 7);
    Path file = Files.write(folder.resolve("qform.nii"), bytes);
    Affine expected = new Affine(new double[][] {{2, 0, 0, 5}, {0, 3, 0, 6}, {0, 0, 4, 7}});
    assertEquals(expected, io.read(file).grid().affine());
  }

  @Test
  void takesTheSizesAloneWithoutForms() throws Exception {
    byte[] bytes = good();
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort(252, (short) 0).putShort(254, (short) 0);
    header.putFloat(80, -200).putFloat(84, 300).putFloat(88, 0).put(123, (byte) 3);
    Path file = Files.write(folder.resolve("sizes.nii"), bytes);
    double[] spacing = io.read(file).grid().spacing();
    assertEquals(0.2, spacing[0], 1e-12, "micrometres");
    assertEquals(0.3, spacing[1], 1e-12);
    assertEquals(0.001, spacing[2], 1e-12, "0 counts as 1");
  }
}
