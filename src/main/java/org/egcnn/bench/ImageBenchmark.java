/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.evaluate.SurfaceDistances;
import org.egcnn.image.DistanceTransform;
import org.egcnn.image.Resampling;
import org.egcnn.image.SobelEdges;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/** Filters, metrics and files on one volume. */
final class ImageBenchmark {
  private static final double[] SPACING = {1, 1, 1};
  private static final double TOLERANCE = 1;

  private final BenchmarkSettings settings;
  private final TestVolume volume;
  private final List<ImageRow> rows = new ArrayList<>();

  ImageBenchmark(BenchmarkSettings settings) {
    this.settings = settings;
    volume = new TestVolume(settings.volume());
  }

  /**
   * Measures all.
   *
   * @param folder where files may be written; they are deleted by whoever made it
   */
  List<ImageRow> run(Path folder, TaskListener listener) throws IOException, CancelledException {
    Img<FloatType> image = volume.floats();
    long[] size = image.dimensionsAsLongArray();
    long[] larger = scaled(size, 1.25);
    long[] smaller = scaled(size, 2.0 / 3);
    time("Sobel magnitude", () -> SobelEdges.magnitude(image, SPACING), listener);
    time("linear resampling to " + text(larger), () -> Resampling.linear(image, larger), listener);
    time(
        "linear resampling to " + text(smaller), () -> Resampling.linear(image, smaller), listener);
    var ball = volume.mask(0);
    time("Euclidean distance transform", () -> DistanceTransform.toMask(ball, SPACING), listener);
    surfaceDistances(listener);
    files(folder, listener);
    return rows;
  }

  private void surfaceDistances(TaskListener listener) throws IOException, CancelledException {
    var reference = volume.mask(0);
    var prediction = volume.mask(3);
    time(
        "HD95 and NSD of two masks",
        () -> {
          SurfaceDistances distances = SurfaceDistances.of(reference, prediction, SPACING);
          distances.hd95();
          distances.nsd(TOLERANCE);
        },
        listener);
  }

  private void files(Path folder, TaskListener listener) throws IOException, CancelledException {
    VolumeIO io = VolumeIO.standard();
    Volume shorts = volume.volume();
    Path file = folder.resolve("image.nii.gz");
    time("NIfTI .nii.gz writing, int16", () -> io.write(shorts, file), listener);
    time("NIfTI .nii.gz reading, int16", () -> io.read(file), listener);
  }

  private void time(String operation, TimedRun.Work work, TaskListener listener)
      throws IOException, CancelledException {
    listener.info("Images: " + operation);
    Timing timing = settings.shortRounds().of(work, listener);
    rows.add(ImageRow.of(operation, timing, settings.volume().voxels()));
  }

  private static long[] scaled(long[] size, double factor) {
    long[] result = new long[size.length];
    for (int d = 0; d < size.length; d++) {
      result[d] = Math.round(size[d] * factor);
    }
    return result;
  }

  private static String text(long[] size) {
    return size[0] + "x" + size[1] + "x" + size[2];
  }
}
