/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NiftiWriterTest {
  /** What print_nifti.py exits with where it cannot import nibabel. */
  private static final int NO_NIBABEL = 77;

  @TempDir Path folder;
  private final VolumeIO io = VolumeIO.standard();

  @Test
  void readsBackEveryTypeAsWritten() throws Exception {
    for (VoxelType type : VoxelType.values()) {
      for (String ending : List.of(".nii", ".nii.gz")) {
        Path file = folder.resolve("new/" + type + ending);
        Volume volume = Fixtures.random(type, Fixtures.OBLIQUE, 3, 5, 4, 3, 2);
        io.write(volume, file);
        Volume back = io.read(file);
        assertEquals(Fixtures.voxels(volume), Fixtures.voxels(back), file.toString());
        assertEquals(type, io.readInfo(file).voxelType());
        assertEquals(volume.grid(), back.grid());
        assertEquals(0, back.forms().get().qformCode(), "a quaternion cannot be oblique");
        assertEquals(1, back.forms().get().sformCode());
      }
    }
  }

  @Test
  void keepsTheFormsItCameWith() throws Exception {
    for (String name : List.of("qform-only.nii.gz", "both-forms.nii.gz", "nifti2.nii.gz")) {
      Volume volume = io.read(Fixtures.resource("nifti/" + name));
      Path file = folder.resolve(name);
      io.write(LabelVolume.of(volume.labels(), 23, volume), file);
      NiftiForms expected = volume.forms().get();
      NiftiForms actual = io.read(file).forms().get();
      assertEquals(expected.qformCode(), actual.qformCode());
      assertEquals(expected.sformCode(), actual.sformCode());
      assertEquals(expected.units(), actual.units());
      assertArrayEquals(expected.quaternion(), actual.quaternion(), 1e-7);
      assertArrayEquals(expected.pixdim(), actual.pixdim(), 1e-7);
      assertArrayEquals(expected.srow(), actual.srow(), 1e-6);
      assertEquals(VoxelType.UINT8, io.readInfo(file).voxelType());
    }
  }

  @Test
  void dropsFormsThatNoLongerDescribeTheGrid() throws Exception {
    Volume volume = io.read(Fixtures.resource("nifti/both-forms.nii.gz"));
    Grid moved = new Grid(4, 3, 2, Affine.scaling(2, 3, 4));
    Path file = folder.resolve("moved.nii.gz");
    io.write(new Volume(volume.image(), moved, Optional.empty(), volume.forms()), file);
    assertEquals(moved, io.read(file).grid());
  }

  @Test
  void writesNifti2WhereASizeIsBeyond16Bits() throws Exception {
    Path file = folder.resolve("long.nii.gz");
    Volume volume = Fixtures.random(VoxelType.INT16, Affine.scaling(1, 2, 3), 5, 40000, 2, 2);
    io.write(volume, file);
    assertEquals(Fixtures.voxels(volume), Fixtures.voxels(io.read(file)));
    assertEquals(volume.grid(), io.readInfo(file).grid());
  }

  @Test
  void placesTheSameThroughTheQuaternionAlone() throws Exception {
    for (double[] s :
        new double[][] {{1, 1, 1}, {-1, -1, 1}, {-1, 1, 1}, {1, -1, -1}, {-1, 1, -1}}) {
      Affine affine = Affine.scaling(s[0] * 0.5, s[1] * 2, s[2] * 3);
      NiftiForms both = NiftiFormsWriter.of(affine);
      NiftiForms alone =
          new NiftiForms(1, 0, both.quaternion(), both.pixdim(), both.srow(), both.units());
      double[][] placed = NiftiPlacement.affine(alone, folder).toArray();
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(affine.toArray()[i], placed[i], 1e-12);
      }
    }
  }

  @Test
  void nibabelReadsTheSame() throws Exception {
    Path script = Path.of("src/test/python/print_nifti.py");
    Path python = Path.of("/usr/bin/python3");
    Assumptions.assumeTrue(Files.isExecutable(python), "there is no " + python);
    List<Volume> volumes = new ArrayList<>();
    List<String> command = new ArrayList<>(List.of(python.toString(), script.toString()));
    for (VoxelType type : VoxelType.values()) {
      volumes.add(Fixtures.random(type, Fixtures.OBLIQUE, 4, 5, 4, 3));
    }
    volumes.add(Fixtures.random(VoxelType.FLOAT32, Affine.scaling(-1, 2, 3), 4, 110, 110, 11, 2));
    volumes.add(Fixtures.random(VoxelType.UINT8, Affine.scaling(1, 2, -3), 4, 33000, 2, 1));
    for (int i = 0; i < volumes.size(); i++) {
      Path file = folder.resolve(i + (i % 2 == 0 ? ".nii.gz" : ".nii"));
      io.write(volumes.get(i), file);
      command.add(file.toString());
    }
    Path output = folder.resolve("output.txt");
    int status =
        new ProcessBuilder(command).inheritIO().redirectOutput(output.toFile()).start().waitFor();
    Assumptions.assumeTrue(status != NO_NIBABEL, "nibabel is not installed");
    assertEquals(0, status);
    String[] lines = Files.readString(output).split("\n");
    assertEquals(volumes.size(), lines.length);
    for (int i = 0; i < lines.length; i++) {
      compare(volumes.get(i), JsonParser.parseString(lines[i]).getAsJsonObject());
    }
  }

  private static void compare(Volume volume, JsonObject nibabel) {
    Grid grid = volume.grid();
    VoxelType type = VoxelType.of(volume.image().firstElement());
    assertEquals(type.toString(), nibabel.get("type").getAsString());
    assertEquals(
        grid.width() > 32767 ? "Nifti2Image" : "Nifti1Image", nibabel.get("kind").getAsString());
    JsonArray shape = nibabel.getAsJsonArray("shape");
    assertEquals(volume.channels() > 1 ? 4 : 3, shape.size());
    boolean hasQform = nibabel.getAsJsonArray("codes").get(0).getAsInt() == 1;
    assertEquals(!grid.affine().equals(Fixtures.OBLIQUE), hasQform);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        assertEquals(grid.affine().get(i, j), entry(nibabel, "affine", i, j), 1e-6);
        if (hasQform) {
          assertEquals(grid.affine().get(i, j), entry(nibabel, "qform", i, j), 1e-6);
        }
      }
    }
    String[] expected = Fixtures.voxels(volume).split(" ");
    JsonArray voxels = nibabel.getAsJsonArray("voxels");
    assertEquals(expected.length, voxels.size());
    for (int i = 0; i < expected.length; i++) {
      String actual = voxels.get(i).getAsString();
      assertEquals(
          expected[i],
          type.isFloatingPoint() ? Double.toString(Double.parseDouble(actual)) : actual);
    }
  }

  private static double entry(JsonObject nibabel, String name, int i, int j) {
    return nibabel.getAsJsonArray(name).get(i).getAsJsonArray().get(j).getAsDouble();
  }

  @Test
  void keepsWhatIsThereWhenWritingFails() throws Exception {
    Path file = folder.resolve("kept.nii.gz");
    io.write(Fixtures.random(VoxelType.UINT8, Fixtures.OBLIQUE, 1, 3, 3, 3), file);
    byte[] before = Files.readAllBytes(file);
    RandomAccessibleInterval<? extends RealType<?>> broken =
        Views.interval(ArrayImgs.bytes(3, 3, 2), new long[3], new long[] {2, 2, 3});
    Volume volume = new Volume(broken, new Grid(3, 3, 4, Fixtures.OBLIQUE));
    assertThrows(RuntimeException.class, () -> io.write(volume, file));
    assertArrayEquals(before, Files.readAllBytes(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    assertFalse(io.canWrite(folder.resolve("kept.xyz")));
  }
}
