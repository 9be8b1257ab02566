/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation gives the same voxels, to the last digit, whatever the number of threads. */
class ParallelTest {
  private interface Operation extends Callable<RandomAccessibleInterval<? extends RealType<?>>> {}

  static Stream<Operation> operations() {
    Random random = new Random(3);
    Img<FloatType> noise = ArrayImgs.floats(19, 23, 61);
    noise.forEach(v -> v.set((float) random.nextGaussian()));
    Img<FloatType> image = GaussianSmoothing.smooth(noise, new double[] {1, 1, 1});
    Img<BitType> mask = ArrayImgs.bits(19, 23, 61);
    mask.forEach(v -> v.set(random.nextInt(4) == 0));
    RandomAccessibleInterval<IntType> labels =
        Converters.convert(
            (RandomAccessibleInterval<FloatType>) image,
            (in, out) -> out.set(Math.round(10 * in.get())),
            new IntType());
    double[] spacing = {0.7, 1.1, 2.3};
    long[] size = {30, 11, 83};
    double[][] affine = {{0.9, 0.1, 0, 1}, {-0.1, 0.9, 0.2, 0}, {0, 0.3, 0.9, -3}};
    return Stream.of(
        () -> SobelEdges.magnitude(image, spacing),
        () -> SobelEdges.edges(labels, Set.of(1, 2), spacing, 0.1),
        () -> DistanceTransform.toMask(mask, spacing),
        () -> Resampling.linear(image, size),
        () -> Resampling.labels(labels, size),
        () -> GaussianSmoothing.smooth(noise, spacing),
        () -> Intensities.zScore(noise, true),
        () -> ConnectedComponents.label(mask, true),
        () -> ConnectedComponents.largest(mask, false),
        () -> AffineResampling.image(image, affine, size, -1),
        () -> AffineResampling.labels(labels, affine, size, -1));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theNumberOfThreadsChangesNothing(Operation operation) {
    RandomAccessibleInterval<? extends RealType<?>> expected =
        Parallelization.runSingleThreaded(operation);
    for (int threads : new int[] {3, 8}) {
      FilterCase.assertSame(expected, Parallelization.runWithNumThreads(threads, operation));
    }
  }
}
