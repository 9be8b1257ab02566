/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import org.egcnn.model.Size;

/**
 * Collects {@link TrainingSettings}; what is not set keeps the default named at its method. The
 * defaults follow the EG-CNN paper's protocol and, where it is silent, its authors' related work.
 */
public final class TrainingSettingsBuilder {
  private final Size crop;
  private int batch = 1;
  private int epochs = 300;
  private int stepsPerEpoch;
  private double learningRate = 1e-4;
  private double decayPower = 0.9;
  private int warmUpEpochs;
  private double clipNorm;
  private double averageDecay;
  private int edgeFrom;
  private int edgeRamp;
  private double foregroundShare = 0.5;
  private boolean contentCrops;
  private AugmentationSettings augmentation = AugmentationSettings.standard();
  private int validateEvery;
  private double validationOverlap = 0.25;
  private int patience;
  private long seed = 1;
  private int checkpointsKept = 2;
  private double checkpointSeconds = 30;
  private int inspectEvery;
  private long cacheBytes = roomForCases();

  TrainingSettingsBuilder(Size crop) {
    this.crop = crop;
  }

  /** Half of what this Java may use. */
  static long roomForCases() {
    return Runtime.getRuntime().maxMemory() / 2;
  }

  /** Crops in a step; by default 1. */
  public TrainingSettingsBuilder batch(int crops) {
    batch = crops;
    return this;
  }

  /** Epochs of the whole training; by default 300. */
  public TrainingSettingsBuilder epochs(int number) {
    epochs = number;
    return this;
  }

  /** Steps in an epoch; by default 0, one crop a training case. */
  public TrainingSettingsBuilder stepsPerEpoch(int steps) {
    stepsPerEpoch = steps;
    return this;
  }

  /** The first learning rate; by default 1e-4. */
  public TrainingSettingsBuilder learningRate(double rate) {
    learningRate = rate;
    return this;
  }

  /** The exponent of the polynomial decay; by default 0.9. */
  public TrainingSettingsBuilder decayPower(double power) {
    decayPower = power;
    return this;
  }

  /** Epochs of rising rate; by default 0. */
  public TrainingSettingsBuilder warmUpEpochs(int number) {
    warmUpEpochs = number;
    return this;
  }

  /** The gradients' largest global norm; by default 0, no clipping. */
  public TrainingSettingsBuilder clipNorm(double norm) {
    clipNorm = norm;
    return this;
  }

  /** The share of the weights' mean that a step keeps; by default 0, no mean. */
  public TrainingSettingsBuilder averageDecay(double value) {
    averageDecay = value;
    return this;
  }

  /** Epochs at the start without edge losses; by default 0. */
  public TrainingSettingsBuilder edgeFrom(int number) {
    edgeFrom = number;
    return this;
  }

  /** Epochs in which the edge losses' weight then rises; by default 0. */
  public TrainingSettingsBuilder edgeRamp(int number) {
    edgeRamp = number;
    return this;
  }

  /** The share of crops centred on a class; by default 0.5. */
  public TrainingSettingsBuilder foregroundShare(double share) {
    foregroundShare = share;
    return this;
  }

  /** Whether crops lie within the box around a case's content; by default not. */
  public TrainingSettingsBuilder contentCrops(boolean within) {
    contentCrops = within;
    return this;
  }

  /** How crops are varied; by default {@link AugmentationSettings#standard()}. */
  public TrainingSettingsBuilder augmentation(AugmentationSettings settings) {
    augmentation = settings;
    return this;
  }

  /** Epochs between validations; by default 0, about ten in a training. */
  public TrainingSettingsBuilder validateEvery(int number) {
    validateEvery = number;
    return this;
  }

  /** The overlap of validation windows; by default 0.25. */
  public TrainingSettingsBuilder validationOverlap(double share) {
    validationOverlap = share;
    return this;
  }

  /** Validations without progress before stopping early; by default 0, never. */
  public TrainingSettingsBuilder patience(int validations) {
    patience = validations;
    return this;
  }

  /** The seed of everything random; by default 1. */
  public TrainingSettingsBuilder seed(long value) {
    seed = value;
    return this;
  }

  /** Checkpoints kept; by default 2. */
  public TrainingSettingsBuilder checkpointsKept(int number) {
    checkpointsKept = number;
    return this;
  }

  /** Seconds between checkpoints; by default 30. */
  public TrainingSettingsBuilder checkpointSeconds(double seconds) {
    checkpointSeconds = seconds;
    return this;
  }

  /** Epochs between two looks inside the network; by default 0, none. */
  public TrainingSettingsBuilder inspectEvery(int number) {
    inspectEvery = number;
    return this;
  }

  /** Bytes of prepared cases kept in memory; by default half the Java heap. */
  public TrainingSettingsBuilder cacheBytes(long bytes) {
    cacheBytes = bytes;
    return this;
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public TrainingSettings build() {
    return new TrainingSettings(
        crop,
        batch,
        epochs,
        stepsPerEpoch,
        learningRate,
        decayPower,
        warmUpEpochs,
        clipNorm,
        averageDecay,
        edgeFrom,
        edgeRamp,
        foregroundShare,
        contentCrops,
        augmentation,
        validateEvery,
        validationOverlap,
        patience,
        seed,
        checkpointsKept,
        checkpointSeconds,
        inspectEvery,
        cacheBytes);
  }
}
