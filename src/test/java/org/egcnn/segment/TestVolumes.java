/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.model.ModelCard;
import org.egcnn.prepare.Prepared;
import org.egcnn.prepare.Preprocessor;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;

/** Volumes of known intensities, and what their labels should be. */
final class TestVolumes {
  /** The labels of {@link TestModels#TWO_CLASSES} for the intensities 0, 1 and 2. */
  static final int[] OUTPUTS = {0, 3, 7};

  private TestVolumes() {}

  static Prepared prepare(ModelCard card, Volume volume) throws BadInputException {
    return new Preprocessor(card.preprocessing()).prepare(volume);
  }

  /** Intensities 0, 1 and 2 drawn evenly. */
  static Volume random(long seed, Affine affine, int... size) {
    Random random = new Random(seed);
    Img<FloatType> image = ArrayImgs.floats(size[0], size[1], size[2]);
    image.forEach(v -> v.set(random.nextInt(3)));
    return new Volume(image, new Grid(size[0], size[1], size[2], affine));
  }

  static void assertLabelsFollowIntensity(Volume volume, RandomAccessibleInterval<IntType> labels) {
    assertLabels(volume, labels, OUTPUTS);
  }

  static void assertLabels(
      Volume volume, RandomAccessibleInterval<IntType> labels, int[] expected) {
    assertArrayEquals(volume.grid().size(), labels.dimensionsAsLongArray());
    RandomAccess<IntType> access = labels.randomAccess();
    var cursor = Views.iterable(volume.channel(0)).localizingCursor();
    while (cursor.hasNext()) {
      int intensity = (int) cursor.next().get();
      assertEquals(expected[intensity], access.setPositionAndGet(cursor).get());
    }
  }
}
