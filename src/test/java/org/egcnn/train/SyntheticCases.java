/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * Small made-up cases: a bright box of class 1 with a brighter one of class 2 inside, and noise.
 */
final class SyntheticCases {
  static final Labels LABELS =
      new Labels(true, List.of(new LabelClass("outer", 1), new LabelClass("inner", 2)));

  private SyntheticCases() {}

  /** Some cases of 14 x 12 x 10 voxels. */
  static List<CaseSource> some(int count) {
    List<CaseSource> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cases.add(source("case" + i, boxes(i, 14, 12, 10)));
    }
    return cases;
  }

  static CaseImage boxes(long seed, int width, int height, int depth) {
    SplittableRandom random = new SplittableRandom(seed);
    Img<FloatType> image = ArrayImgs.floats(width, height, depth);
    Img<UnsignedByteType> codes = ArrayImgs.unsignedBytes(width, height, depth);
    var code = codes.localizingCursor();
    var value = image.cursor();
    while (code.hasNext()) {
      code.fwd();
      double far =
          Math.max(
              Math.abs(code.getDoublePosition(0) / width - 0.5),
              Math.max(
                  Math.abs(code.getDoublePosition(1) / height - 0.5),
                  Math.abs(code.getDoublePosition(2) / depth - 0.5)));
      int k = far < 0.15 ? 2 : far < 0.3 ? 1 : 0;
      code.get().set(k);
      value.next().set((float) (2 * k - 1 + 0.3 * random.nextGaussian()));
    }
    return image(image, codes);
  }

  /** One channel, padding 0, voxels of 1 mm. */
  static CaseImage image(
      RandomAccessibleInterval<FloatType> image, RandomAccessibleInterval<UnsignedByteType> codes) {
    return new CaseImage(List.of(image), codes, List.of(0f), new double[] {1, 1, 1});
  }

  static CaseSource source(String name, CaseImage image) {
    return new CaseSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public CaseImage load() {
        return image;
      }
    };
  }

  static CaseSource broken(String name, IOException failure) {
    return new CaseSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public CaseImage load() throws IOException {
        throw failure;
      }
    };
  }

  /** A case in memory. */
  static PreparedCase prepared(CaseImage image) {
    try {
      return new CasePacker(image).pack("case", LABELS, new MemoryStorage());
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail", e);
    }
  }

  static CaseCache cache(List<CaseSource> sources, Path folder, long bytes)
      throws IOException, CancelledException {
    return CaseCache.open(sources, LABELS, bytes, folder, 2, TaskListener.SILENT);
  }
}
