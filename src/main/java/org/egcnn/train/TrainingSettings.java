/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Objects;
import org.egcnn.model.Size;

/**
 * How a network is trained. Everything but {@link #cacheBytes}, {@link #checkpointsKept}, {@link
 * #checkpointSeconds} and {@link #inspectEvery} takes part in the result; two trainings with equal
 * settings, data and engine draw the same crops.
 *
 * @param crop the size of the crops, multiples of the architecture's step
 * @param batch crops in one optimiser step, at least 1
 * @param epochs epochs N of the whole training, at least 1
 * @param stepsPerEpoch optimiser steps in an epoch, or 0 for as many as give each training case one
 *     crop
 * @param learningRate Adam's first step size α₀, above 0
 * @param decayPower the exponent of the polynomial decay; 0 keeps the rate
 * @param warmUpEpochs epochs in which the rate rises linearly to the decay's curve
 * @param clipNorm gradients are scaled down to this global norm; 0 switches clipping off
 * @param averageDecay the share of the mean of the weights that each step keeps, 0 to below 1; the
 *     mean is then what is validated, kept as the model, and shown. 0 switches it off
 * @param edgeFrom epochs at the start without the edge and the consistency loss
 * @param edgeRamp epochs in which the weight of these losses then rises linearly
 * @param foregroundShare the share of crops centred on a voxel of a class, 0 to 1
 * @param contentCrops whether crops lie within the box around a case's content, see {@link
 *     CropSampler}; else anywhere in the volume
 * @param augmentation how crops are varied
 * @param validateEvery epochs between two validations, or 0 for about ten in a training
 * @param validationOverlap the share by which validation windows overlap, 0 to below 1
 * @param patience validations without a better score after which training stops; 0 never stops
 * @param seed decides first weights, order of cases, crops, augmentation and Gumbel noise
 * @param checkpointsKept newest checkpoints kept on disk, at least 1
 * @param checkpointSeconds at the end of an epoch a checkpoint is written if the last one is older
 *     than this, within an epoch if it is ten times as old; 0 saves after every step
 * @param inspectEvery epochs after which the network is looked into, see {@link
 *     Validation#inspect}; 0 for never
 * @param cacheBytes prepared cases beyond this many bytes are kept in files instead of memory
 */
public record TrainingSettings(
    Size crop,
    int batch,
    int epochs,
    int stepsPerEpoch,
    double learningRate,
    double decayPower,
    int warmUpEpochs,
    double clipNorm,
    double averageDecay,
    int edgeFrom,
    int edgeRamp,
    double foregroundShare,
    boolean contentCrops,
    AugmentationSettings augmentation,
    int validateEvery,
    double validationOverlap,
    int patience,
    long seed,
    int checkpointsKept,
    double checkpointSeconds,
    int inspectEvery,
    long cacheBytes) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the setting that is out of range
   */
  public TrainingSettings {
    Objects.requireNonNull(crop, "crop is missing");
    Objects.requireNonNull(augmentation, "augmentation is missing");
    require(batch >= 1, "batch must be at least 1");
    require(epochs >= 1, "epochs must be at least 1");
    require(stepsPerEpoch >= 0, "stepsPerEpoch must not be negative");
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learningRate must be a number above 0, such as 1e-4");
    require(decayPower >= 0, "decayPower must not be negative");
    require(warmUpEpochs >= 0, "warmUpEpochs must not be negative");
    require(clipNorm >= 0, "clipNorm must not be negative");
    require(
        foregroundShare >= 0 && foregroundShare <= 1, "foregroundShare must be between 0 and 1");
    require(averageDecay >= 0 && averageDecay < 1, "averageDecay must be at least 0 and below 1");
    require(edgeFrom >= 0 && edgeRamp >= 0, "edgeFrom and edgeRamp must not be negative");
    require(inspectEvery >= 0, "inspectEvery must not be negative");
    require(validateEvery >= 0, "validateEvery must not be negative");
    require(
        validationOverlap >= 0 && validationOverlap < 1,
        "validationOverlap must be at least 0 and below 1");
    require(patience >= 0, "patience must not be negative");
    require(checkpointsKept >= 1, "checkpointsKept must be at least 1");
    require(checkpointSeconds >= 0, "checkpointSeconds must not be negative");
    require(cacheBytes >= 0, "cacheBytes must not be negative");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Settings to start from, with every default, for crops of a size. */
  public static TrainingSettingsBuilder builder(Size crop) {
    return new TrainingSettingsBuilder(crop);
  }

  /**
   * Settings to start from, with every value of these but the crop.
   *
   * @param other the size of the crops
   */
  public TrainingSettingsBuilder toBuilder(Size other) {
    return builder(other)
        .batch(batch)
        .epochs(epochs)
        .stepsPerEpoch(stepsPerEpoch)
        .learningRate(learningRate)
        .decayPower(decayPower)
        .warmUpEpochs(warmUpEpochs)
        .clipNorm(clipNorm)
        .averageDecay(averageDecay)
        .edgeFrom(edgeFrom)
        .edgeRamp(edgeRamp)
        .foregroundShare(foregroundShare)
        .contentCrops(contentCrops)
        .augmentation(augmentation)
        .validateEvery(validateEvery)
        .validationOverlap(validationOverlap)
        .patience(patience)
        .seed(seed)
        .checkpointsKept(checkpointsKept)
        .checkpointSeconds(checkpointSeconds)
        .inspectEvery(inspectEvery)
        .cacheBytes(cacheBytes);
  }

  /** The same with the room for prepared cases that this Java has. */
  TrainingSettings inThisMemory() {
    return toBuilder(crop).cacheBytes(TrainingSettingsBuilder.roomForCases()).build();
  }

  /** The optimiser steps of an epoch over a number of training cases. */
  public int steps(int cases) {
    return stepsPerEpoch > 0 ? stepsPerEpoch : (cases + batch - 1) / batch;
  }

  /**
   * Whether a validation follows an epoch; one always follows the last.
   *
   * @param epoch the epoch, from 0
   */
  public boolean validatesAfter(int epoch) {
    int interval = validateEvery > 0 ? validateEvery : Math.max(1, epochs / 10);
    return epoch == epochs - 1 || (epoch + 1) % interval == 0;
  }

  /**
   * Whether the network is looked into after an epoch; if ever, then after the last.
   *
   * @param epoch the epoch, from 0
   */
  public boolean inspectsAfter(int epoch) {
    return inspectEvery > 0 && (epoch == epochs - 1 || (epoch + 1) % inspectEvery == 0);
  }

  /**
   * What edge and consistency loss are multiplied by in an epoch, 0 to 1.
   *
   * @param epoch the epoch, from 0
   */
  public double edgeShare(int epoch) {
    return epoch < edgeFrom ? 0 : Math.min(1, (epoch - edgeFrom + 1.0) / (edgeRamp + 1));
  }

  /** The learning rate's course. */
  public PolynomialDecay schedule() {
    return new PolynomialDecay(learningRate, epochs, decayPower, warmUpEpochs);
  }

  /** Whether a training with other settings takes the same steps to the same result. */
  boolean trainsLike(TrainingSettings other) {
    return equals(
        new TrainingSettings(
            other.crop,
            other.batch,
            other.epochs,
            other.stepsPerEpoch,
            other.learningRate,
            other.decayPower,
            other.warmUpEpochs,
            other.clipNorm,
            other.averageDecay,
            other.edgeFrom,
            other.edgeRamp,
            other.foregroundShare,
            other.contentCrops,
            other.augmentation,
            other.validateEvery,
            other.validationOverlap,
            other.patience,
            other.seed,
            checkpointsKept,
            checkpointSeconds,
            inspectEvery,
            cacheBytes));
  }
}
