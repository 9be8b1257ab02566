/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.model.Size;
import org.egcnn.volume.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplePhantomTest {
  private static final ExampleSettings SMALL =
      new ExampleSettings(1, 0, new Size(24, 32, 32), List.of(8.0, 8.0, 8.0), 5);

  @Test
  void seedAndIndexDecideWhateverTheThreads() {
    float[] one =
        Parallelization.runSingleThreaded(() -> values(ExamplePhantom.of(SMALL, 0).image()));
    float[] four =
        Parallelization.runWithNumThreads(4, () -> values(ExamplePhantom.of(SMALL, 0).image()));
    assertArrayEquals(one, four);
    assertFalse(Arrays.equals(one, values(ExamplePhantom.of(SMALL, 1).image())));
    ExampleSettings other =
        new ExampleSettings(1, 0, SMALL.size(), SMALL.spacing(), SMALL.seed() + 1);
    assertFalse(Arrays.equals(one, values(ExamplePhantom.of(other, 0).image())));
  }

  @ParameterizedTest
  @CsvSource({"1", "3"})
  void tissuesLookAsInCt(long seed) {
    ExampleSettings settings =
        new ExampleSettings(
            1, 0, ExampleSettings.standard().size(), ExampleSettings.standard().spacing(), seed);
    ExamplePhantom phantom = ExamplePhantom.of(settings, 0);
    Statistics all = new Statistics();
    Statistics kidney = new Statistics();
    Statistics tumour = new Statistics();
    Cursor<IntType> labels = Views.flatIterable(phantom.label().labels()).cursor();
    for (FloatType voxel : Views.flatIterable(phantom.image().channel(0))) {
      all.add(voxel.get());
      int label = labels.next().get();
      assertTrue(label >= 0 && label <= 2, "label " + label);
      if (label == 1) {
        kidney.add(voxel.get());
      } else if (label == 2) {
        tumour.add(voxel.get());
      }
    }
    assertTrue(all.min >= -1024 && all.min < -950, "air at " + all.min);
    assertTrue(all.max > 350 && all.max <= 3071, "bone at " + all.max);
    double kidneyShare = (double) kidney.count / all.count;
    assertTrue(kidneyShare > 0.01 && kidneyShare < 0.03, "kidney share " + kidneyShare);
    // A ball of 8 voxels' diameter has 268.
    assertTrue(tumour.count > 268, tumour.count + " tumour voxels");
    // Less than between the tissues themselves, because surface voxels are mixed with fat.
    double contrast = kidney.mean() - tumour.mean();
    assertTrue(contrast > 25 && contrast < 75, "contrast " + contrast);
    // Too much spread for a threshold: about half the contrast within either.
    assertTrue(kidney.sd() > 0.3 * contrast, "kidney sd " + kidney.sd());
  }

  @Test
  void thickSlicesKeepThePatientWhole() {
    ExampleSettings settings =
        new ExampleSettings(1, 0, new Size(24, 64, 64), List.of(4.0, 4.0, 8.0), 1);
    ExamplePhantom phantom = ExamplePhantom.of(settings, 0);
    assertArrayEquals(new double[] {4, 4, 8}, phantom.image().grid().spacing(), 1e-12);
    assertEquals(phantom.image().grid(), phantom.label().grid());
    // No label touches the first or last slice: both kidneys are in the field.
    for (IntType label : Views.hyperSlice(phantom.label().labels(), 2, 0)) {
      assertEquals(0, label.get());
    }
    for (IntType label : Views.hyperSlice(phantom.label().labels(), 2, 23)) {
      assertEquals(0, label.get());
    }
  }

  private static float[] values(Volume volume) {
    float[] values = new float[(int) volume.grid().voxels()];
    int i = 0;
    for (FloatType voxel : Views.flatIterable(volume.channel(0))) {
      values[i++] = voxel.get();
    }
    return values;
  }

  private static final class Statistics {
    long count;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum;
    double squares;

    void add(double value) {
      count++;
      min = Math.min(min, value);
      max = Math.max(max, value);
      sum += value;
      squares += value * value;
    }

    double mean() {
      return sum / count;
    }

    double sd() {
      return Math.sqrt(squares / count - mean() * mean());
    }
  }
}
