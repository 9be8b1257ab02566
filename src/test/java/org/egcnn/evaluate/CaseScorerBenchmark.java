/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.nio.file.Path;
import java.util.List;
import org.egcnn.model.LabelClass;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/**
 * Times the metrics of a real label against itself moved by three and two voxels. Argument: a label
 * file, such as a BraTS label of 240x240x155 voxels.
 */
final class CaseScorerBenchmark {
  private static final int ROUNDS = 7;

  private CaseScorerBenchmark() {}

  public static void main(String[] args) throws Exception {
    Volume label = VolumeIO.standard().read(Path.of(args[0]));
    Volume moved = new Volume(FigureDemo.move(label, 3, 2), label.grid());
    List<LabelClass> regions =
        List.of(
            new LabelClass("whole tumour", List.of(1, 2, 3, 4), 2),
            new LabelClass("tumour core", List.of(1, 3, 4), 1),
            new LabelClass("enhancing tumour", 4));
    System.out.println(label.grid());
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      List<Overlap> overlaps = Overlap.count(label.labels(), moved.labels(), regions);
      long counted = System.nanoTime();
      CaseScores one = score(label, moved, regions.subList(0, 1));
      long first = System.nanoTime();
      CaseScores three = score(label, moved, regions);
      long end = System.nanoTime();
      System.out.printf(
          "overlap %.0f ms, all metrics of one region %.0f ms, of three %.0f ms (%s, HD95 %.3f)%n",
          (counted - start) / 1e6,
          (first - counted) / 1e6,
          (end - first) / 1e6,
          overlaps.get(0),
          three.of(one.classes().get(0).name()).get(Metric.HD95));
    }
  }

  private static CaseScores score(Volume label, Volume moved, List<LabelClass> classes) {
    return new CaseScorer(classes, EmptyPolicy.BRATS, 1)
        .score("case", label.labels(), moved.labels(), label.grid().spacing());
  }
}
