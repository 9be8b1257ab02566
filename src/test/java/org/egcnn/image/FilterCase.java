/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * One case of {@code make_image_expectations.py}.
 *
 * @param size the input's size x, y, z
 * @param numbers what the filter is told besides: spacing, target size, ...
 * @param input the input's voxels, x fastest
 * @param expected what must come out, x fastest
 */
record FilterCase(long[] size, double[] numbers, float[] input, double[] expected) {

  static Stream<FilterCase> read(String file) {
    return Arrays.stream(read(file, FilterCase[].class));
  }

  static <T> T read(String file, Class<T> type) {
    try (Reader reader =
        new InputStreamReader(FilterCase.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Img<FloatType> image() {
    return ArrayImgs.floats(input.clone(), size);
  }

  Img<IntType> labels() {
    int[] labels = new int[input.length];
    Arrays.setAll(labels, i -> Math.round(input[i]));
    return ArrayImgs.ints(labels, size);
  }

  RandomAccessibleInterval<NativeBoolType> mask() {
    return Converters.convert(
        (RandomAccessibleInterval<FloatType>) image(),
        (in, out) -> out.set(in.get() != 0),
        new NativeBoolType());
  }

  /** Requires the expected values, within a tolerance that grows with values above 1. */
  void assertGives(RandomAccessibleInterval<? extends RealType<?>> actual, double tolerance) {
    float[] values = values(actual);
    assertEquals(expected.length, values.length);
    for (int i = 0; i < values.length; i++) {
      assertEquals(
          expected[i], values[i], tolerance * Math.max(1, Math.abs(expected[i])), "voxel " + i);
    }
  }

  static void assertSame(
      RandomAccessibleInterval<? extends RealType<?>> expected,
      RandomAccessibleInterval<? extends RealType<?>> actual) {
    assertArrayEquals(expected.dimensionsAsLongArray(), actual.dimensionsAsLongArray());
    assertArrayEquals(values(expected), values(actual));
  }

  /** The voxels, x fastest. */
  static float[] values(RandomAccessibleInterval<? extends RealType<?>> image) {
    float[] values = new float[(int) Views.iterable(image).size()];
    Cursor<? extends RealType<?>> cursor = Views.flatIterable(image).cursor();
    for (int i = 0; i < values.length; i++) {
      values[i] = cursor.next().getRealFloat();
    }
    return values;
  }

  /** The same voxels seen through a view: swapped, turned round and moved storage underneath. */
  static RandomAccessibleInterval<FloatType> asView(RandomAccessibleInterval<FloatType> image) {
    RandomAccessibleInterval<FloatType> other = Views.invertAxis(Views.permute(image, 0, 2), 1);
    Img<FloatType> stored = ArrayImgs.floats(values(other), other.dimensionsAsLongArray());
    return Views.translate(Views.permute(Views.invertAxis(stored, 1), 0, 2), -3, 5, 11);
  }
}
