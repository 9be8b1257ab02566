/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

/**
 * What a metric is worth where a class is empty in the reference, in the prediction or in both, and
 * its formula gives 0/0 or no distance. NaN is left out of means and written as null. Conventions
 * differ between challenges and change means a lot, so the one in use is written into every result.
 *
 * <table>
 * <caption>Value of each metric; the volume metrics follow their formulas everywhere</caption>
 * <tr><th>policy</th><th>empty</th><th>Dice, Jaccard</th><th>sensitivity</th><th>precision</th>
 *     <th>HD95, ASSD</th><th>NSD</th></tr>
 * <tr><td>BRATS</td><td>both</td><td>1</td><td>1</td><td>1</td><td>0</td><td>1</td></tr>
 * <tr><td>BRATS</td><td>one</td><td>0</td><td>0</td><td>0</td><td>373.1287</td><td>0</td></tr>
 * <tr><td>MONAI</td><td>both</td><td>NaN</td><td>NaN</td><td>NaN</td><td>NaN</td><td>NaN</td></tr>
 * <tr><td>MONAI</td><td>reference</td><td>NaN</td><td>NaN</td><td>NaN</td><td>NaN</td>
 *     <td>NaN</td></tr>
 * <tr><td>MONAI</td><td>prediction</td><td>0</td><td>0</td><td>NaN</td><td>NaN</td><td>0</td></tr>
 * <tr><td>NNUNET</td><td>both</td><td>NaN</td><td>NaN</td><td>NaN</td><td>NaN</td><td>NaN</td></tr>
 * <tr><td>NNUNET</td><td>reference</td><td>0</td><td>NaN</td><td>0</td><td>NaN</td><td>0</td></tr>
 * <tr><td>NNUNET</td><td>prediction</td><td>0</td><td>0</td><td>NaN</td><td>NaN</td><td>0</td></tr>
 * </table>
 */
public enum EmptyPolicy {
  /**
   * The BraTS challenges': both empty is perfect (Dice 1, HD95 0), one empty is as bad as can be
   * (Dice 0, HD95 {@link #BRATS_DIAGONAL}). The other metrics follow the same thought.
   */
  BRATS,

  /**
   * MONAI's with {@code ignore_empty}: a class that the reference lacks is not judged at all, and a
   * distance to a missing surface is left out. A class that was missed has Dice 0 and NSD 0; its
   * precision, 0/0, is left out.
   */
  MONAI,

  /**
   * nnU-Net's: Dice and Jaccard are left out only if both are empty, so that a false detection
   * gives 0. Sensitivity and precision follow their formulas, 0/0 is left out, and so are distances
   * where a surface is missing, as in nnU-Net's first version. NSD, which nnU-Net lacks, is left
   * out if both are empty, else 0.
   */
  NNUNET;

  /** The diagonal of a BraTS image of 240x240x155 voxels of 1 mm: 373.1287 mm. */
  public static final double BRATS_DIAGONAL = Math.sqrt(240 * 240 + 240 * 240 + 155 * 155);

  /** Which of the two masks of a class are empty. */
  public enum Empty {
    /** Neither mask has a voxel. */
    BOTH,
    /** The reference has none, the prediction has some. */
    REFERENCE,
    /** The prediction has none, the reference has some. */
    PREDICTION
  }

  /**
   * The value of a metric for a pair of masks of which at least one is empty.
   *
   * @param metric one that judges, see {@link Metric#isScore}
   * @param empty which mask is empty
   * @return the table's value, NaN if it is to be left out
   * @throws IllegalArgumentException for a volume metric, whose formula needs no policy
   */
  public double value(Metric metric, Empty empty) {
    if (!metric.isScore()) {
      throw new IllegalArgumentException(metric + " needs no policy for empty masks");
    }
    return switch (this) {
      case BRATS -> brats(metric, empty);
      case MONAI -> empty == Empty.PREDICTION ? missed(metric) : Double.NaN;
      case NNUNET -> nnunet(metric, empty);
    };
  }

  private static double brats(Metric metric, Empty empty) {
    boolean distance = metric == Metric.HD95 || metric == Metric.ASSD;
    if (empty == Empty.BOTH) {
      return distance ? 0 : 1;
    }
    return distance ? BRATS_DIAGONAL : 0;
  }

  private static double nnunet(Metric metric, Empty empty) {
    return switch (empty) {
      case BOTH -> Double.NaN;
      case PREDICTION -> missed(metric);
      case REFERENCE ->
          switch (metric) {
            case DICE, JACCARD, PRECISION, NSD -> 0;
            default -> Double.NaN;
          };
    };
  }

  private static double missed(Metric metric) {
    return switch (metric) {
      case DICE, JACCARD, SENSITIVITY, NSD -> 0;
      default -> Double.NaN;
    };
  }
}
