/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** Against what nibabel reads; src/test/python/nifti_reference.py made files and numbers. */
class NiftiReferenceTest {

  @Test
  void readsEveryTypeByteOrderAndShape() throws Exception {
    Path folder = Fixtures.resource("nifti");
    JsonObject reference = Fixtures.json("nifti.json");
    for (String name : reference.keySet()) {
      check(folder.resolve(name), reference.getAsJsonObject(name));
    }
    check(folder.resolve("pair.img"), reference.getAsJsonObject("pair.hdr"));
  }

  @Test
  void readsRealFiles() throws Exception {
    Path data = Fixtures.shared(".");
    JsonObject reference = Fixtures.json("nifti-real.json");
    for (String name : reference.keySet()) {
      check(data.resolve(name), reference.getAsJsonObject(name));
    }
  }

  private static void check(Path file, JsonObject expected) throws Exception {
    VolumeIO io = VolumeIO.standard();
    Volume volume = io.read(file);
    VolumeInfo info = io.readInfo(file);
    assertEquals(info.grid(), volume.grid(), file.toString());
    assertEquals(info.channels(), volume.channels(), file.toString());
    assertArrayEquals(
        numbers(expected.getAsJsonArray("size")),
        new double[] {
          volume.grid().width(), volume.grid().height(), volume.grid().depth(), volume.channels()
        },
        file.toString());
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(
          numbers(expected.getAsJsonArray("affine").get(i).getAsJsonArray()),
          volume.grid().affine().toArray()[i],
          1e-5,
          file.toString());
    }
    long finite = 0;
    double sum = 0;
    double magnitude = 1;
    for (Cursor<? extends RealType<?>> c = Views.flatIterable(volume.image()).cursor();
        c.hasNext(); ) {
      double value = c.next().getRealDouble();
      if (Double.isFinite(value)) {
        finite++;
        sum += value;
        magnitude += Math.abs(value);
      }
    }
    assertEquals(expected.get("finite").getAsLong(), finite, file.toString());
    assertEquals(expected.get("sum").getAsDouble(), sum, 1e-9 * magnitude, file.toString());
    checkVoxels(file, volume, expected.getAsJsonArray("voxels"));
  }

  private static void checkVoxels(Path file, Volume volume, JsonArray expected) {
    RandomAccess<? extends RealType<?>> access = volume.image().randomAccess();
    for (JsonElement element : expected) {
      JsonArray voxel = element.getAsJsonArray();
      for (int d = 0; d < 4; d++) {
        access.setPosition(voxel.get(d).getAsInt(), d);
      }
      String value = voxel.get(4).getAsString();
      RealType<?> found = access.get();
      if (found instanceof IntegerType<?>) {
        assertEquals(value, Fixtures.text(found), file + " " + voxel);
      } else {
        double number = value.equals("nan") ? Double.NaN : Double.parseDouble(value);
        double error = Math.abs(number - found.getRealDouble());
        boolean same = Double.compare(number, found.getRealDouble()) == 0;
        assertTrue(same || error <= 1e-6 * Math.abs(number), file + " " + voxel + " " + found);
      }
    }
  }

  private static double[] numbers(JsonArray array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).getAsDouble();
    }
    return numbers;
  }
}
