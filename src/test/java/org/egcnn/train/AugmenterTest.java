/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

class AugmenterTest {
  private static final double[] UNIT = {1, 1, 1};
  private static final Size SIZE = new Size(8, 8, 8);

  private static AugmentationSettings intensity(
      double shift, double scale, double noise, double gamma) {
    return new AugmentationSettings(false, false, false, shift, scale, 0, 0, 0, noise, gamma, 1);
  }

  private static Crop ramp() {
    Crop crop = new Crop(new Size(8, 8, 8), 1);
    for (int i = 0; i < crop.images().length; i++) {
      crop.images()[i] = i / 511f;
      crop.codes()[i] = (byte) (i % 3);
    }
    return crop;
  }

  @Test
  void withoutVariationNothingChanges() {
    Augmenter augmenter = new Augmenter(AugmentationSettings.none());
    Crop crop = ramp();
    assertEquals(Optional.empty(), augmenter.transform(SIZE, UNIT, new SplittableRandom(1)));
    augmenter.vary(crop, new double[] {1}, new SplittableRandom(1));
    assertArrayEquals(ramp().images(), crop.images());
    assertArrayEquals(ramp().codes(), crop.codes());
  }

  @Test
  void shiftIsUniformInDeviationsOfTheCase() {
    Augmenter augmenter = new Augmenter(intensity(0.1, 0, 0, 0));
    SplittableRandom random = new SplittableRandom(1);
    double[] shifts = new double[1000];
    for (int i = 0; i < shifts.length; i++) {
      Crop crop = ramp();
      augmenter.vary(crop, new double[] {5}, random);
      shifts[i] = crop.images()[0];
      assertEquals(1 + shifts[i], crop.images()[511], 1e-6);
    }
    // uniform in [-0.5, 0.5]: standard deviation 1 / sqrt(12)
    double square = Arrays.stream(shifts).map(s -> s * s).average().orElseThrow();
    assertEquals(1 / Math.sqrt(12), Math.sqrt(square), 0.02);
    assertTrue(Arrays.stream(shifts).allMatch(s -> Math.abs(s) <= 0.5));
  }

  @Test
  void scaleStaysInItsRange() {
    Augmenter augmenter = new Augmenter(intensity(0, 0.1, 0, 0));
    SplittableRandom random = new SplittableRandom(2);
    double low = 2;
    double high = 0;
    for (int i = 0; i < 500; i++) {
      Crop crop = ramp();
      augmenter.vary(crop, new double[] {1}, random);
      assertEquals(0, crop.images()[0]);
      low = Math.min(low, crop.images()[511]);
      high = Math.max(high, crop.images()[511]);
    }
    assertEquals(0.9, low, 0.005);
    assertEquals(1.1, high, 0.005);
  }

  @Test
  void gammaKeepsTheEndsAndTheOrder() {
    Crop crop = ramp();
    new Augmenter(intensity(0, 0, 0, 0.5)).vary(crop, new double[] {1}, new SplittableRandom(3));
    float[] sorted = crop.images().clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, crop.images());
    assertEquals(0, crop.images()[0]);
    assertEquals(1, crop.images()[511], 1e-6);
    double exponent = Math.log(crop.images()[255]) / Math.log(255 / 511.0);
    assertTrue(exponent >= 1 / 1.5 && exponent <= 1.5 && Math.abs(exponent - 1) > 1e-3);
    assertEquals(exponent, Math.log(crop.images()[100]) / Math.log(100 / 511.0), 1e-4);
  }

  @Test
  void noiseHasMeanZeroAndAtMostItsDeviation() {
    Crop crop = new Crop(new Size(32, 32, 32), 1);
    new Augmenter(intensity(0, 0, 0.1, 0)).vary(crop, new double[] {2}, new SplittableRandom(4));
    double sum = 0;
    double squares = 0;
    for (float v : crop.images()) {
      sum += v;
      squares += v * v;
    }
    double sigma = Math.sqrt(squares / 32768);
    assertTrue(sigma > 0 && sigma <= 0.2, "sigma " + sigma);
    assertEquals(0, sum / 32768, 5 * sigma / Math.sqrt(32768));
  }

  @Test
  void mirrorsTheAllowedAxesHalfOfTheTimeWithTheirLabels() {
    AugmentationSettings alongY =
        new AugmentationSettings(false, true, false, 0, 0, 0, 0, 0, 0, 0, 0);
    SplittableRandom random = new SplittableRandom(5);
    Crop flipped = ramp();
    flipped.mirror(false, true, false);
    int mirrored = 0;
    for (int i = 0; i < 1000; i++) {
      Crop crop = ramp();
      new Augmenter(alongY).vary(crop, new double[] {1}, random);
      boolean turned = crop.images()[0] != 0;
      mirrored += turned ? 1 : 0;
      assertArrayEquals(turned ? flipped.codes() : ramp().codes(), crop.codes());
      assertArrayEquals(turned ? flipped.images() : ramp().images(), crop.images());
    }
    assertEquals(500, mirrored, 80);
  }

  @Test
  void turnsAndZoomsAShareWithinTheirRanges() {
    AugmentationSettings settings =
        new AugmentationSettings(false, false, false, 0, 0, 10, 0.2, 0, 0, 0, 0.3);
    Augmenter augmenter = new Augmenter(settings);
    SplittableRandom random = new SplittableRandom(6);
    int transformed = 0;
    for (int i = 0; i < 1000; i++) {
      Optional<CropTransform> transform = augmenter.transform(SIZE, UNIT, random);
      if (transform.isPresent()) {
        transformed++;
        double[][] m = transform.get().matrix();
        // a rotation times 1 / zoom: columns of equal length
        double length = Math.sqrt(m[0][0] * m[0][0] + m[1][0] * m[1][0] + m[2][0] * m[2][0]);
        assertTrue(length >= 1 / 1.2 - 1e-9 && length <= 1 / 0.8 + 1e-9);
        assertTrue(m[0][0] / length >= Math.cos(Math.toRadians(20)));
      }
    }
    assertEquals(300, transformed, 73);
  }
}
