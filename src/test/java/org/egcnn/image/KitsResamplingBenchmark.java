/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What all KiTS masks lose on the way to 1 mm and back. Run with -Degcnn.shared=FOLDER. */
final class KitsResamplingBenchmark {
  private KitsResamplingBenchmark() {}

  public static void main(String[] args) throws IOException {
    double lowest = 1;
    for (Path folder : KitsMask.cases()) {
      KitsMask mask = KitsMask.read(folder);
      long start = System.nanoTime();
      var back = mask.thereAndBack();
      double seconds = (System.nanoTime() - start) / 1e9;
      double kidney = mask.dice(back, 1);
      lowest = Math.min(lowest, kidney);
      System.out.printf(
          Locale.ROOT,
          "%s %s at %s mm: kidney %.4f, tumour %.4f, %.2f s, labels kept: %s%n",
          folder.getFileName(),
          Arrays.toString(mask.labels().dimensionsAsLongArray()),
          Arrays.toString(mask.spacing()),
          kidney,
          mask.dice(back, 2),
          seconds,
          LabelCounts.of(mask.labels()).keySet().equals(LabelCounts.of(back).keySet()));
    }
    System.out.printf(Locale.ROOT, "lowest kidney Dice %.4f%n", lowest);
  }
}
