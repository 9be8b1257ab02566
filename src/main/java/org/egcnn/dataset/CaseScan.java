/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.loops.LoopBuilder;
import org.egcnn.image.Orientation;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.model.Size;
import org.egcnn.volume.Grid;

/**
 * One pass over a case's voxels.
 *
 * @param fingerprint what was found
 * @param foreground for each channel, a random sample of the labelled voxels' intensities
 */
record CaseScan(CaseFingerprint fingerprint, List<float[]> foreground) {
  /** The most voxels sampled from one case and channel. */
  static final int SAMPLE = 10_000;

  /** Scans a labelled case. */
  static CaseScan of(LoadedCase loaded, Labels labels) {
    List<CaseFingerprint.Channel> channels = new ArrayList<>();
    List<float[]> samples = new ArrayList<>();
    for (int c = 0; c < loaded.image().channels(); c++) {
      IntensityStatistics.Collector all = new IntensityStatistics.Collector();
      IntensityStatistics.Collector nonZero = new IntensityStatistics.Collector();
      IntensityStatistics.Collector foreground = new IntensityStatistics.Collector();
      // Seeded by the name, so that the sample depends neither on threads nor on other cases.
      Reservoir sample = new Reservoir(SAMPLE, loaded.source().name().hashCode());
      LoopBuilder.setImages(loaded.image().channel(c), loaded.label().orElseThrow().labels())
          .flatIterationOrder()
          .forEachPixel(
              (voxel, label) -> {
                float intensity = voxel.get();
                all.add(intensity);
                if (intensity != 0) {
                  nonZero.add(intensity);
                }
                if (label.get() != 0) {
                  foreground.add(intensity);
                  sample.add(intensity);
                }
              });
      channels.add(
          new CaseFingerprint.Channel(
              all.statistics(), nonZero.statistics(), foreground.statistics()));
      samples.add(sample.values());
    }
    Grid grid = loaded.image().grid();
    Orientation orientation = Orientation.of(grid.affine().toArray());
    long[] size = orientation.toCanonical(grid.size());
    double[] spacing = orientation.toCanonical(grid.spacing());
    CaseFingerprint fingerprint =
        new CaseFingerprint(
            loaded.source().name(),
            orientation.toString(),
            new Size((int) size[2], (int) size[1], (int) size[0]),
            List.of(spacing[0], spacing[1], spacing[2]),
            channels,
            labels.classes().stream().map(k -> voxels(k, loaded)).toList());
    return new CaseScan(fingerprint, samples);
  }

  private static long voxels(LabelClass labelClass, LoadedCase loaded) {
    return labelClass.values().stream()
        .mapToLong(value -> loaded.labelVoxels().getOrDefault(value, 0L))
        .sum();
  }
}
