/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;

/**
 * Settings that follow from a dataset's fingerprint, as defaults for whoever does not set them. The
 * rules are simplified from nnU-Net's (Isensee et al. 2021).
 *
 * @param preprocessing spacing and normalisation
 * @param crop the size of the crops the network is trained on
 * @param reasons why, one sentence a choice
 */
public record Plan(Preprocessing preprocessing, Size crop, List<String> reasons) {
  /** Spacings that differ by less than this share count as the same. */
  private static final double SAME_SPACING = 0.05;

  /** A larger share of zero voxels means that the background was blanked. */
  private static final double BLANKED = 0.25;

  /** No other modality than CT (in Hounsfield units) goes so far below zero. */
  private static final double CT_AIR = -500;

  private static final Pattern CT = Pattern.compile("(^|[^a-z])ct([^a-z]|$)");

  /** Copies the reasons. */
  public Plan {
    reasons = List.copyOf(reasons);
  }

  /**
   * What the network and the machine allow.
   *
   * @param step every side of a crop must be a multiple of this, see {@link
   *     org.egcnn.model.Architecture#step}
   * @param bytes estimates the memory in bytes that training takes with one crop of a size
   * @param memory the bytes there are
   * @param voxels the most voxels a crop should have
   */
  public record Limits(int step, ToLongFunction<Size> bytes, long memory, long voxels) {}

  /**
   * Derives a plan from the data alone.
   *
   * @throws BadInputException if not even the smallest crop is within the limits
   */
  public static Plan of(Fingerprint fingerprint, Limits limits) throws BadInputException {
    return of(fingerprint, limits, PreprocessingChoice.fromData());
  }

  /**
   * Derives a plan.
   *
   * @param choice what the user has decided, to which the rest is fitted
   * @throws BadInputException if not even the smallest crop is within the limits, or the choice
   *     does not fit the channels
   */
  public static Plan of(Fingerprint fingerprint, Limits limits, PreprocessingChoice choice)
      throws BadInputException {
    List<String> reasons = new ArrayList<>();
    Optional<List<Double>> spacing =
        choice.voxelSize().isPresent()
            ? chosen(choice.voxelSize().get(), reasons)
            : spacing(fingerprint, reasons);
    Optional<List<Normalisation>> named = choice.normalisation(fingerprint.channels().size());
    List<Normalisation> normalisation =
        named.isPresent()
            ? chosen(named.get(), reasons)
            : fingerprint.channels().stream().map(c -> normalisation(c, reasons)).toList();
    Size crop = crop(fingerprint, spacing, limits, reasons);
    Preprocessing preprocessing =
        new Preprocessing(
            fingerprint.channels().stream().map(ChannelFingerprint::name).toList(),
            normalisation,
            spacing,
            true);
    return new Plan(preprocessing, crop, reasons);
  }

  private static Optional<List<Double>> chosen(VoxelSize size, List<String> reasons) {
    reasons.add(
        size.millimetres().isPresent()
            ? "Volumes are resampled to " + size + " mm: so chosen"
            : "Every volume keeps its own grid: so chosen");
    return size.millimetres();
  }

  private static List<Normalisation> chosen(
      List<Normalisation> normalisation, List<String> reasons) {
    List<String> names = normalisation.stream().map(Normalisation::toString).distinct().toList();
    reasons.add("Intensities are normalised by " + String.join(", ", names) + ": so chosen");
    return normalisation;
  }

  /**
   * The sides of the voxels that a network sees: those of resampling, otherwise the median of the
   * cases.
   *
   * @return in mm, x y z in canonical orientation; empty for cubes that are not resampled
   */
  public static Optional<List<Double>> voxelSides(
      Preprocessing preprocessing, Fingerprint fingerprint) {
    if (preprocessing.spacing().isPresent()) {
      return preprocessing.spacing();
    }
    List<Double> median = medianSpacing(fingerprint);
    return areCubes(median) ? Optional.empty() : Optional.of(median);
  }

  private static List<Double> medianSpacing(Fingerprint fingerprint) {
    return IntStream.range(0, 3)
        .mapToObj(axis -> median(sorted(fingerprint, one -> one.spacing().get(axis))))
        .toList();
  }

  private static boolean areCubes(List<Double> sides) {
    return Collections.max(sides) <= Collections.min(sides) * (1 + SAME_SPACING);
  }

  private static Optional<List<Double>> spacing(Fingerprint fingerprint, List<String> reasons) {
    List<Double> median = medianSpacing(fingerprint);
    boolean differ = false;
    for (int axis = 0; axis < 3; axis++) {
      int a = axis;
      double[] sorted = sorted(fingerprint, one -> one.spacing().get(a));
      differ |= sorted[sorted.length - 1] > sorted[0] * (1 + SAME_SPACING);
    }
    boolean anisotropic = !areCubes(median);
    if (!differ && !anisotropic) {
      reasons.add("Every volume keeps its own grid: spacings agree and voxels are cubes");
      return Optional.empty();
    }
    reasons.add(
        String.format(
            Locale.ROOT,
            "Volumes are resampled to the median spacing %.4g x %.4g x %.4g mm: %s",
            median.get(0),
            median.get(1),
            median.get(2),
            differ ? "spacings differ between cases" : "voxels are not cubes"));
    return Optional.of(median);
  }

  private static Normalisation normalisation(ChannelFingerprint channel, List<String> reasons) {
    boolean namedCt = CT.matcher(channel.name().toLowerCase(Locale.ROOT)).find();
    boolean ct = namedCt || channel.all().min() < CT_AIR;
    if (ct && channel.foregroundLow() < channel.foregroundHigh()) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "%s is windowed to [%.4g, %.4g], 99 %% of the labelled voxels: %s",
              channel.name(),
              channel.foregroundLow(),
              channel.foregroundHigh(),
              namedCt ? "it is named CT" : "its lowest intensities are those of air in CT"));
      return Normalisation.window(channel.foregroundLow(), channel.foregroundHigh());
    }
    // what is one value wherever it is not 0 would be 0 everywhere
    if (channel.zeroShare() > BLANKED && channel.nonZero().sd() > 0) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "%s is brought to mean 0 and deviation 1 over its non-zero voxels: %.0f %% are zero",
              channel.name(),
              100 * channel.zeroShare()));
      return Normalisation.of(Normalisation.Kind.Z_SCORE_NONZERO);
    }
    reasons.add(channel.name() + " is brought to mean 0 and deviation 1");
    return Normalisation.of(Normalisation.Kind.Z_SCORE);
  }

  private static Size crop(
      Fingerprint fingerprint, Optional<List<Double>> spacing, Limits limits, List<String> reasons)
      throws BadInputException {
    // Axes z, y, x as in Size.
    int[] median = new int[3];
    double[] voxel = new double[3];
    for (int i = 0; i < 3; i++) {
      int axis = 2 - i;
      voxel[i] =
          spacing.isPresent()
              ? spacing.get().get(axis)
              : median(sorted(fingerprint, one -> one.spacing().get(axis)));
      double side = voxel[i];
      double[] sizes =
          sorted(
              fingerprint,
              one -> {
                int n =
                    List.of(one.size().width(), one.size().height(), one.size().depth()).get(axis);
                return spacing.isPresent() ? Math.round(n * one.spacing().get(axis) / side) : n;
              });
      median[i] = Math.max(1, (int) Math.round(median(sizes)));
    }
    Size whole = new Size(median[0], median[1], median[2]);
    Size full = whole.roundUp(limits.step());
    Size crop = full;
    while (crop.voxels() > limits.voxels() || limits.bytes().applyAsLong(crop) > limits.memory()) {
      crop = shrunk(crop, voxel, limits.step());
    }
    reasons.add(
        crop.equals(full)
            ? "Crop " + crop + ": holds the median volume " + whole
            : "Crop " + crop + ": the median volume " + whole + " exceeds the limits");
    return crop;
  }

  /** Takes a step off the side that is longest in mm, so that crops tend towards cubes. */
  private static Size shrunk(Size crop, double[] voxel, int step) throws BadInputException {
    int[] sides = {crop.depth(), crop.height(), crop.width()};
    int longest = -1;
    for (int i = 0; i < 3; i++) {
      if (sides[i] > step
          && (longest < 0 || sides[i] * voxel[i] > sides[longest] * voxel[longest])) {
        longest = i;
      }
    }
    if (longest < 0) {
      throw new BadInputException(
          "not even crops of " + crop + " voxels fit into memory: choose a narrower network");
    }
    sides[longest] -= step;
    return new Size(sides[0], sides[1], sides[2]);
  }

  private static double[] sorted(
      Fingerprint fingerprint, ToDoubleFunction<CaseFingerprint> number) {
    return fingerprint.cases().stream().mapToDouble(number).sorted().toArray();
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
