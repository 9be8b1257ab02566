/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.egcnn.model.Json;
import org.egcnn.task.TaskListener;

/**
 * What is known of a dataset's sizes, spacings, intensities and classes; the ground on which a
 * {@link Plan} stands. The idea of a dataset fingerprint is nnU-Net's (Isensee et al. 2021).
 *
 * @param contentHash changes when the cases, their files, the channels or the labels change
 * @param cases one a case
 * @param channels one a channel, over all cases
 * @param classNames the classes or regions in order
 * @param classShares the share of each class or region in all voxels, between 0 and 1
 */
public record Fingerprint(
    String contentHash,
    List<CaseFingerprint> cases,
    List<ChannelFingerprint> channels,
    List<String> classNames,
    List<Double> classShares) {

  /** The name under which a model folder keeps it. */
  public static final String FILE_NAME = "fingerprint.json";

  /** Copies the lists. */
  public Fingerprint {
    cases = List.copyOf(cases);
    channels = List.copyOf(channels);
    classNames = List.copyOf(classNames);
    classShares = List.copyOf(classShares);
    if (cases.isEmpty() || channels.isEmpty()) {
      throw new IllegalArgumentException("a fingerprint needs cases and channels");
    }
  }

  /** Puts the scans of at least one case together. */
  static Fingerprint of(String contentHash, Dataset dataset, List<CaseScan> scans) {
    List<CaseFingerprint> cases = scans.stream().map(CaseScan::fingerprint).toList();
    List<ChannelFingerprint> channels = new ArrayList<>();
    for (int c = 0; c < dataset.channels().size(); c++) {
      channels.add(channel(dataset.channels().get(c), c, scans));
    }
    double voxels = channels.get(0).all().voxels();
    List<Double> shares =
        IntStream.range(0, dataset.labels().size())
            .mapToObj(k -> cases.stream().mapToLong(f -> f.classVoxels().get(k)).sum() / voxels)
            .toList();
    return new Fingerprint(contentHash, cases, channels, dataset.labels().names(), shares);
  }

  private static ChannelFingerprint channel(String name, int c, List<CaseScan> scans) {
    List<CaseFingerprint.Channel> parts =
        scans.stream().map(scan -> scan.fingerprint().channels().get(c)).toList();
    IntensityStatistics all =
        IntensityStatistics.pooled(parts.stream().map(CaseFingerprint.Channel::all).toList());
    IntensityStatistics nonZero =
        IntensityStatistics.pooled(parts.stream().map(CaseFingerprint.Channel::nonZero).toList());
    IntensityStatistics foreground =
        IntensityStatistics.pooled(
            parts.stream().map(CaseFingerprint.Channel::foreground).toList());
    double[] sample =
        scans.stream()
            .map(scan -> scan.foreground().get(c))
            .flatMapToDouble(
                values -> IntStream.range(0, values.length).mapToDouble(i -> values[i]))
            .toArray();
    // Type R-7 interpolates linearly between order statistics, as numpy does.
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(sample);
    boolean any = sample.length > 0;
    return new ChannelFingerprint(
        name,
        all,
        nonZero,
        foreground,
        1 - nonZero.voxels() / (double) all.voxels(),
        any ? percentile.evaluate(0.5) : 0,
        any ? percentile.evaluate(50) : 0,
        any ? percentile.evaluate(99.5) : 0);
  }

  /**
   * Reads a kept fingerprint.
   *
   * @throws org.egcnn.task.BadInputException if the file is missing or holds no fingerprint
   * @throws IOException if it cannot be read
   */
  public static Fingerprint read(Path file) throws IOException {
    return Json.read(file, Fingerprint.class);
  }

  /**
   * Writes the fingerprint as readable JSON.
   *
   * @param file replaced if it is there
   * @throws IOException if writing fails; the file is then as it was
   */
  public void write(Path file) throws IOException {
    Json.write(file, this);
  }

  /**
   * The names of the cases that an earlier fingerprint lacks or in which other voxels were found.
   */
  public List<String> changedSince(Fingerprint earlier) {
    return cases.stream()
        .filter(one -> !earlier.cases.contains(one))
        .map(CaseFingerprint::name)
        .toList();
  }

  /** A kept fingerprint, if there is one that still holds. */
  static Optional<Fingerprint> kept(Path file, String contentHash, TaskListener listener) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(file)).filter(kept -> kept.contentHash().equals(contentHash));
    } catch (IOException e) {
      listener.warn(e.getMessage() + " It is computed again");
      return Optional.empty();
    }
  }
}
