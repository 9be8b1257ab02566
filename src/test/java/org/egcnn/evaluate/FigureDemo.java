/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.egcnn.model.LabelClass;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/**
 * Draws the figure of a real case whose label was moved by one voxel along x and two along y.
 * Arguments: image, label, PNG to write.
 */
final class FigureDemo {

  private FigureDemo() {}

  public static void main(String[] args) throws Exception {
    VolumeIO io = VolumeIO.standard();
    Volume image = io.read(Path.of(args[0]));
    Volume label = io.read(Path.of(args[1]));
    Volume moved = new Volume(move(label, 1, 2), label.grid());
    List<LabelClass> classes =
        ConfusionMatrix.of(label.labels(), label.labels()).referenceValues().stream()
            .filter(v -> v != 0)
            .map(v -> new LabelClass("label " + v, v))
            .toList();
    String name = VolumeIO.baseName(Path.of(args[1]));
    CaseScores scores =
        new CaseScorer(classes, EmptyPolicy.NNUNET, 1)
            .score(name, label.labels(), moved.labels(), label.grid().spacing());
    Reference reference = new Reference(name, Path.of(args[1]), List.of(Path.of(args[0])));
    CasePair pair = new CasePair(reference, Path.of(args[1]));
    ScoredCase scored = new ScoredCase(pair, label, moved, classes, scores);
    long start = System.nanoTime();
    ImageIO.write(
        CaseFigure.draw(scored, Optional.of(image.channel(0))), "png", Path.of(args[2]).toFile());
    System.out.printf("drawn in %.2f s%n", (System.nanoTime() - start) / 1e9);
  }

  /** The labels moved by whole voxels. */
  static Img<IntType> move(Volume label, int dx, int dy) {
    Img<IntType> moved = ArrayImgs.ints(label.grid().size());
    LoopBuilder.setImages(Intervals.positions(moved), moved)
        .forEachChunk(
            chunk -> {
              RandomAccess<IntType> from =
                  Views.extendValue(label.labels(), new IntType()).randomAccess();
              chunk.forEachPixel(
                  (at, to) -> {
                    from.setPosition(at);
                    from.move(-dx, 0);
                    from.move(-dy, 1);
                    to.set(from.get());
                  });
              return null;
            });
    return moved;
  }
}
