/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Arrays;
import java.util.List;

/** What is measured for each class of each case. The key is its name in tables and files. */
public enum Metric {
  /** Dice coefficient, 0 to 1. */
  DICE("dice", "Dice", "", true),
  /** Jaccard index (intersection over union), 0 to 1. */
  JACCARD("jaccard", "Jaccard", "", true),
  /** Share of the reference that was found, 0 to 1. */
  SENSITIVITY("sensitivity", "Sensitivity", "", true),
  /** Share of the prediction that is right, 0 to 1. */
  PRECISION("precision", "Precision", "", true),
  /** 95th percentile of the Hausdorff distance, mm; see {@link SurfaceDistances#hd95}. */
  HD95("hd95", "HD95", "mm", true),
  /** Average symmetric surface distance, mm; see {@link SurfaceDistances#assd}. */
  ASSD("assd", "ASSD", "mm", true),
  /** Normalised surface Dice, 0 to 1; see {@link SurfaceDistances#nsd}. */
  NSD("nsd", "NSD", "", true),
  /** Volume of the reference, ml. */
  REFERENCE_VOLUME("reference_ml", "Reference", "ml", false),
  /** Volume of the prediction, ml. */
  PREDICTION_VOLUME("prediction_ml", "Prediction", "ml", false),
  /** Volume of the prediction less that of the reference, ml. */
  VOLUME_DIFFERENCE("volume_difference_ml", "Difference", "ml", false),
  /** Size of the volume difference without its sign, ml. */
  ABSOLUTE_VOLUME_DIFFERENCE("absolute_volume_difference_ml", "Absolute difference", "ml", false),
  /** Volume difference divided by the reference's volume; NaN if that is 0. */
  RELATIVE_VOLUME_DIFFERENCE("relative_volume_difference", "Relative difference", "", false);

  private final String key;
  private final String title;
  private final String unit;
  private final boolean score;

  Metric(String key, String title, String unit, boolean score) {
    this.key = key;
    this.title = title;
    this.unit = unit;
    this.score = score;
  }

  /** The name in JSON and CSV files, such as {@code hd95}. */
  public String key() {
    return key;
  }

  /** The name for readers, such as {@code HD95}. */
  public String title() {
    return title;
  }

  /** The unit, empty for a ratio. */
  public String unit() {
    return unit;
  }

  /** Title and unit, as a table's header. */
  public String heading() {
    return unit.isEmpty() ? title : title + " [" + unit + "]";
  }

  /** How many digits after the point are worth showing. */
  public int decimals() {
    return unit.isEmpty() ? 4 : 2;
  }

  /** Those that judge the prediction, see {@link #isScore}. */
  public static List<Metric> scores() {
    return Arrays.stream(values()).filter(Metric::isScore).toList();
  }

  /** Those that measure volumes. */
  public static List<Metric> volumes() {
    return Arrays.stream(values()).filter(metric -> !metric.isScore()).toList();
  }

  /**
   * Whether it judges the prediction, so that a mean over classes has a meaning; false for volumes.
   */
  public boolean isScore() {
    return score;
  }
}
