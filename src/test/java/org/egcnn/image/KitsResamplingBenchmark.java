/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What KiTS masks lose on the way to 1 mm and back: those of the cases that are named, or all. Run
 * with -Degcnn.shared=FOLDER. src/test/python/compare_kits_resampling.py runs it beside scipy.
 */
final class KitsResamplingBenchmark {
  private KitsResamplingBenchmark() {}

  public static void main(String[] args) throws IOException {
    double lowest = 1;
    for (Path folder : KitsMask.cases()) {
      String name = folder.getFileName().toString();
      if (args.length > 0 && !List.of(args).contains(name)) {
        continue;
      }
      KitsMask mask = KitsMask.read(folder);
      long start = System.nanoTime();
      var back = mask.thereAndBack();
      double seconds = (System.nanoTime() - start) / 1e9;
      double kidney = mask.dice(back, 1);
      lowest = Math.min(lowest, kidney);
      System.out.printf(
          Locale.ROOT,
          "case=%s kidney=%.5f tumour=%.5f kept=%b seconds=%.2f%n",
          name,
          kidney,
          mask.dice(back, 2),
          LabelCounts.of(mask.labels()).keySet().equals(LabelCounts.of(back).keySet()),
          seconds);
    }
    System.out.printf(Locale.ROOT, "lowest kidney Dice %.5f%n", lowest);
  }
}
