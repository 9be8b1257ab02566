/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Normalisation.Kind;
import org.egcnn.model.Preprocessing;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.junit.jupiter.api.Test;

class PreprocessorTest {
  private static final Labels KIDNEY_TUMOUR =
      new Labels(true, List.of(new LabelClass("kidney", 1), new LabelClass("tumour", 2)));

  @Test
  void turnsToCanonicalOrderAndBack() throws Exception {
    // x to the left, y up, z to the front: LSA
    Affine affine = new Affine(new double[][] {{-1, 0, 0, 0}, {0, 0, 3, 0}, {0, 2, 0, 0}});
    Volume volume = ramp(affine, 2, 3, 4);
    Prepared prepared =
        preprocessor(Normalisation.of(Kind.NONE), Optional.empty(), true).prepare(volume);
    assertArrayEquals(new long[] {2, 4, 3}, prepared.size());
    assertArrayEquals(new long[] {2, 4, 3}, prepared.orientedSize());
    RandomAccessibleInterval<FloatType> channel = prepared.channels().get(0);
    // first voxel axis reversed; canonical y is the original's z, canonical z the original's y
    assertEquals(value(1, 2, 3), channel.getAt(0, 3, 2).get());
    RandomAccessibleInterval<FloatType> back = prepared.orientation().fromCanonical(channel);
    for (int x = 0; x < 2; x++) {
      assertEquals(value(x, 2, 1), back.getAt(x, 2, 1).get());
    }
  }

  @Test
  void leavesTheAxesWhereTheModelWantsThem() throws Exception {
    Affine affine = new Affine(new double[][] {{-1, 0, 0, 0}, {0, 0, 3, 0}, {0, 2, 0, 0}});
    Prepared prepared =
        preprocessor(Normalisation.of(Kind.NONE), Optional.empty(), false)
            .prepare(ramp(affine, 2, 3, 4));
    assertArrayEquals(new long[] {2, 3, 4}, prepared.size());
    assertEquals(value(1, 2, 3), prepared.channels().get(0).getAt(1, 2, 3).get());
  }

  @Test
  void resamplesToTheModelsSpacingAlongCanonicalAxes() throws Exception {
    // The volume's second axis is the canonical z, 2 mm a voxel.
    Affine affine = new Affine(new double[][] {{1, 0, 0, 0}, {0, 0, 1, 0}, {0, 2, 0, 0}});
    Prepared prepared =
        preprocessor(Normalisation.of(Kind.NONE), Optional.of(List.of(1.0, 1.0, 1.0)), true)
            .prepare(ramp(affine, 5, 4, 3));
    assertArrayEquals(new long[] {5, 3, 8}, prepared.size());
    assertArrayEquals(new long[] {5, 3, 4}, prepared.orientedSize());
    // Canonical z 3 of 8 lies at (3 + 0.5) / 2 - 0.5 = 1.25 of the original's second axis.
    assertEquals(value(2, 1.25, 1), prepared.channels().get(0).getAt(2, 1, 3).get(), 1e-4);
  }

  @Test
  void takesNearlyEqualSpacingsAsEqual() throws Exception {
    Prepared prepared =
        preprocessor(Normalisation.of(Kind.NONE), Optional.of(List.of(1.0, 1.0, 1.0)), true)
            .prepare(ramp(Affine.scaling(1.0004, 0.9996, 1), 5, 4, 900));
    assertArrayEquals(new long[] {5, 4, 900}, prepared.size());
  }

  @Test
  void normalisesEachChannelItsOwnWay() throws Exception {
    Img<FloatType> image = ArrayImgs.floats(new float[] {0, 2, 4, 6, 0, -1, 50, 300}, 4, 1, 1, 2);
    Preprocessor preprocessor =
        new Preprocessor(
            new Preprocessing(
                List.of("t1", "ct"),
                List.of(Normalisation.of(Kind.Z_SCORE_NONZERO), Normalisation.window(0, 200)),
                Optional.empty(),
                true));
    Prepared prepared =
        preprocessor.prepare(new Volume(image, new Grid(4, 1, 1, Affine.scaling(1, 1, 1))));
    float sd = (float) Math.sqrt(8 / 3.0);
    assertArrayEquals(new float[] {0, -2 / sd, 0, 2 / sd}, values(prepared, 0), 1e-6f);
    assertArrayEquals(new float[] {-1, -1, -0.5f, 1}, values(prepared, 1), 1e-6f);
    assertEquals(0, prepared.extended(0).getAt(-1, 0, 0).get());
    assertEquals(-1, prepared.extended(1).getAt(4, 0, 0).get());
    assertEquals(-0.5f, prepared.extended(1).getAt(2, 0, 0).get(), 1e-6);
  }

  @Test
  void namesTheFileAndTheChannelsWhenOneIsMissing() {
    Volume one =
        new Volume(
            ArrayImgs.floats(2, 2, 2),
            new Grid(2, 2, 2, Affine.scaling(1, 1, 1)),
            Optional.of(Path.of("patient7.nii.gz")),
            Optional.empty());
    Preprocessor preprocessor =
        new Preprocessor(
            new Preprocessing(
                List.of("FLAIR", "T1c"),
                Collections.nCopies(2, Normalisation.of(Kind.Z_SCORE)),
                Optional.empty(),
                true));
    String message = complaint(() -> preprocessor.prepare(one));
    assertTrue(message.contains("patient7.nii.gz"), message);
    assertTrue(message.contains("FLAIR, T1c"), message);
  }

  @Test
  void rejectsVoxelsThatAreNoNumbers() {
    for (Kind kind : Kind.values()) {
      Img<FloatType> image = ArrayImgs.floats(3, 3, 3);
      image.getAt(1, 1, 1).set(Float.NaN);
      Normalisation normalisation =
          kind == Kind.WINDOW ? Normalisation.window(0, 1) : Normalisation.of(kind);
      Volume volume = new Volume(image, new Grid(3, 3, 3, Affine.scaling(1, 1, 1)));
      String message =
          complaint(() -> preprocessor(normalisation, Optional.empty(), true).prepare(volume));
      assertTrue(message.contains("NaN"), message);
    }
  }

  @Test
  void rejectsGridsThatCannotBeUsed() {
    Optional<List<Double>> spacing = Optional.of(List.of(1.0, 1.0, 1.0));
    Preprocessor preprocessor = preprocessor(Normalisation.of(Kind.NONE), spacing, true);
    for (Affine affine :
        List.of(
            Affine.scaling(0, 1, 1),
            Affine.scaling(1e5, 1e5, 1e5),
            Affine.scaling(1e12, 1, 1),
            Affine.scaling(Double.NaN, 1, 1))) {
      complaint(() -> preprocessor.prepare(ramp(affine, 4, 4, 4)));
    }
  }

  /** By linear interpolation the ramp's values are known; each method then has its own. */
  @Test
  void resampledVoxelsAreNormalisedLikeOthers() throws Exception {
    Affine affine = Affine.scaling(1, 1, 1);
    Optional<List<Double>> half = Optional.of(List.of(0.5, 1.0, 1.0));
    Volume ramp = ramp(affine, 4, 1, 1);
    // 0, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3
    Prepared window = preprocessor(Normalisation.window(1, 2), half, true).prepare(ramp);
    assertArrayEquals(new float[] {-1, -1, -1, -0.5f, 0.5f, 1, 1, 1}, values(window, 0), 1e-6f);
    Prepared zScore = preprocessor(Normalisation.of(Kind.Z_SCORE), half, true).prepare(ramp);
    float[] all = values(zScore, 0);
    assertEquals(-all[7], all[0], 1e-6f);
    // mean 1.5, variance (2 (1.5² + 1.25² + 0.75² + 0.25²)) / 8 = 1.109375
    assertEquals(1.5 / Math.sqrt(1.109375), all[7], 1e-6);
    Prepared nonZero =
        preprocessor(Normalisation.of(Kind.Z_SCORE_NONZERO), half, true).prepare(ramp);
    assertEquals(0, values(nonZero, 0)[0]);
    assertTrue(values(nonZero, 0)[1] < -1);
  }

  @Test
  void codesClassesOnTheNetworkGrid() throws Exception {
    Affine affine = new Affine(new double[][] {{-1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 4, 0}});
    Preprocessor preprocessor =
        preprocessor(Normalisation.of(Kind.NONE), Optional.of(List.of(1.0, 1.0, 1.0)), true);
    Volume image = ramp(affine, 6, 5, 3);
    LabelledImage both = preprocessor.prepare(image, mask(affine, 6, 5, 3), KIDNEY_TUMOUR);
    Img<UnsignedByteType> codes = both.codes();
    assertArrayEquals(preprocessor.prepare(image).size(), both.image().size());
    assertEquals(
        preprocessor.prepare(image).channels().get(0).getAt(3, 2, 7),
        both.image().channels().get(0).getAt(3, 2, 7));
    assertArrayEquals(new long[] {6, 5, 12}, codes.dimensionsAsLongArray());
    // The mask is 1 where x < 3 and 2 at its last voxel; canonical x runs the other way.
    assertEquals(0, codes.getAt(0, 2, 6).get());
    assertEquals(1, codes.getAt(5, 2, 6).get());
    assertEquals(2, codes.getAt(0, 4, 11).get());
  }

  @Test
  void noClassVanishesOnACoarserGrid() throws Exception {
    Affine affine = Affine.scaling(1, 1, 1);
    Preprocessor preprocessor =
        preprocessor(Normalisation.of(Kind.NONE), Optional.of(List.of(4.0, 4.0, 4.0)), true);
    Img<UnsignedByteType> codes =
        preprocessor
            .prepare(ramp(affine, 12, 12, 12), mask(affine, 12, 12, 12), KIDNEY_TUMOUR)
            .codes();
    Set<Integer> found = new TreeSet<>();
    codes.forEach(code -> found.add(code.get()));
    assertEquals(Set.of(0, 1, 2), found);
  }

  @Test
  void codesRegionsAsBits() throws Exception {
    Labels regions =
        new Labels(
            false,
            List.of(
                new LabelClass("whole", List.of(1, 2), 2), new LabelClass("core", List.of(2), 1)));
    Affine affine = Affine.scaling(1, 1, 1);
    Preprocessor preprocessor = preprocessor(Normalisation.of(Kind.NONE), Optional.empty(), true);
    Img<UnsignedByteType> codes =
        preprocessor.prepare(ramp(affine, 4, 4, 4), mask(affine, 4, 4, 4), regions).codes();
    assertEquals(0b01, codes.getAt(0, 0, 0).get());
    assertEquals(0b11, codes.getAt(3, 3, 3).get());
    assertEquals(0, codes.getAt(3, 0, 0).get());
  }

  @Test
  void rejectsAMaskOfAnotherSize() throws Exception {
    Affine affine = Affine.scaling(1, 1, 1);
    Preprocessor preprocessor = preprocessor(Normalisation.of(Kind.NONE), Optional.empty(), true);
    Volume image = ramp(affine, 4, 4, 4);
    String message =
        complaint(() -> preprocessor.prepare(image, mask(affine, 4, 4, 5), KIDNEY_TUMOUR));
    assertTrue(message.contains("4x4x5") && message.contains("4x4x4"), message);
  }

  private static Preprocessor preprocessor(
      Normalisation normalisation, Optional<List<Double>> spacing, boolean canonical) {
    return new Preprocessor(
        new Preprocessing(List.of("image"), List.of(normalisation), spacing, canonical));
  }

  private static float value(double x, double y, double z) {
    return (float) (x + 10 * y + 100 * z);
  }

  /** Linear along each axis, so that interpolated values are known. */
  private static Volume ramp(Affine affine, int width, int height, int depth) {
    Img<FloatType> image = ArrayImgs.floats(width, height, depth);
    var cursor = image.localizingCursor();
    while (cursor.hasNext()) {
      cursor.fwd();
      cursor
          .get()
          .set(
              value(
                  cursor.getDoublePosition(0),
                  cursor.getDoublePosition(1),
                  cursor.getDoublePosition(2)));
    }
    return new Volume(image, new Grid(width, height, depth, affine));
  }

  /** 1 in the lower half along x, 2 in the one voxel farthest from the first, 0 elsewhere. */
  private static Volume mask(Affine affine, int width, int height, int depth) {
    Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(width, height, depth);
    var cursor = image.localizingCursor();
    while (cursor.hasNext()) {
      cursor.next().set(cursor.getIntPosition(0) < width / 2 ? 1 : 0);
    }
    image.getAt(width - 1, height - 1, depth - 1).set(2);
    return new Volume(image, new Grid(width, height, depth, affine));
  }

  private static float[] values(Prepared prepared, int channel) {
    float[] values = new float[(int) prepared.size()[0]];
    IntStream.range(0, values.length)
        .forEach(x -> values[x] = prepared.channels().get(channel).getAt(x, 0, 0).get());
    return values;
  }

  private interface Action {
    void run() throws Exception;
  }

  private static String complaint(Action action) {
    String message = assertThrows(BadInputException.class, action::run).getMessage();
    assertFalse(message.contains("\n"), message);
    return message;
  }
}
