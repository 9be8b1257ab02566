/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.Size;

/**
 * Times cutting and varying a crop of 160x192x128 voxels and four channels, as for BraTS, from
 * memory and from a file.
 */
public final class CropBenchmark {

  private CropBenchmark() {}

  /** Prints milliseconds a crop, the best of five. */
  public static void main(String[] arguments) throws Exception {
    List<RandomAccessibleInterval<FloatType>> channels = new ArrayList<>();
    for (int c = 0; c < 4; c++) {
      channels.add(ArrayImgs.floats(240, 240, 155));
    }
    CaseImage image =
        new CaseImage(
            channels,
            ArrayImgs.unsignedBytes(240, 240, 155),
            List.of(0f, 0f, 0f, 0f),
            new double[] {1, 1, 1});
    Path folder = Files.createTempDirectory("crops");
    AugmentationSettings standard = AugmentationSettings.standard();
    AugmentationSettings always =
        new AugmentationSettings(true, true, true, 0.1, 0.1, 15, 0.15, 1, 0.1, 0.3, 1);
    try (VoxelStorage file = new FileStorage(folder.resolve("case"), 240 * 240, 4)) {
      CasePacker packer = new CasePacker(image);
      PreparedCase filed = packer.pack("file", SyntheticCases.LABELS, file);
      PreparedCase memory = packer.pack("memory", SyntheticCases.LABELS, new MemoryStorage());
      time("memory, standard", memory, standard);
      time("memory, everything", memory, always);
      time("file, standard", filed, standard);
    } finally {
      Files.delete(folder);
    }
  }

  private static void time(String what, PreparedCase source, AugmentationSettings settings)
      throws Exception {
    Augmenter augmenter = new Augmenter(settings);
    CropSampler sampler = new CropSampler(new Size(128, 192, 160), 0.5);
    SplittableRandom random = new SplittableRandom(1);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      Crop crop = new Crop(sampler.size(), 4);
      new CropReader()
          .read(
              source,
              sampler.origin(source, random),
              augmenter.transform(crop.size(), source.spacing(), random),
              crop);
      augmenter.vary(crop, source.deviation(), random);
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
    }
    System.out.printf("%s: %.0f ms%n", what, best);
  }
}
