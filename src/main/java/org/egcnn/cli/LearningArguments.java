/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.Optional;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Size;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingSettings;
import org.egcnn.train.TrainingSettingsBuilder;
import picocli.CommandLine.Option;

/** Options of the course of a training. */
final class LearningArguments implements OptionGroup {
  private static final TrainingSettings STANDARD =
      TrainingSettings.builder(new Size(1, 1, 1)).build();

  @Option(
      names = "--crop",
      paramLabel = "DxHxW",
      description = "Size of the crops along z, y, x. By default it follows from data and memory.")
  private Size crop;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Crops in a step; by default 1, or with --cluster one for each process.")
  private Integer batch;

  @Option(names = "--epochs", paramLabel = "N", description = "Epochs of the whole training.")
  private int epochs = TrainingOptions.EPOCHS;

  @Option(
      names = "--steps-per-epoch",
      paramLabel = "N",
      description = "Steps in an epoch; 0 for one crop of each training case.")
  private int stepsPerEpoch = STANDARD.stepsPerEpoch();

  @Option(names = "--learning-rate", paramLabel = "RATE", description = "Adam's first step size.")
  private double learningRate = TrainingOptions.LEARNING_RATE;

  @Option(
      names = "--decay-power",
      paramLabel = "P",
      description = "Exponent of the rate's polynomial decay; 0 keeps the rate.")
  private double decayPower = STANDARD.decayPower();

  @Option(
      names = "--warm-up",
      paramLabel = "EPOCHS",
      description = "Epochs in which the rate rises to the decay's curve.")
  private int warmUp = STANDARD.warmUpEpochs();

  @Option(
      names = "--clip-norm",
      paramLabel = "NORM",
      description = "Gradients are scaled down to this global norm; 0 for no clipping.")
  private double clipNorm = STANDARD.clipNorm();

  @Option(
      names = "--average-weights",
      paramLabel = "DECAY",
      description =
          "Validate and keep a mean of the weights over the steps, of which each step keeps this"
              + " share, such as 0.999; 0 for the weights themselves.")
  private double averageWeights = STANDARD.averageDecay();

  @Option(
      names = "--edge-from",
      paramLabel = "EPOCHS",
      description = "Epochs at the start without the edge and the consistency loss.")
  private int edgeFrom = STANDARD.edgeFrom();

  @Option(
      names = "--edge-ramp",
      paramLabel = "EPOCHS",
      description = "Epochs in which the weight of these losses then rises to its full value.")
  private int edgeRamp = STANDARD.edgeRamp();

  @Option(
      names = "--foreground-share",
      paramLabel = "SHARE",
      description = "Share of the crops that are centred on a labelled voxel.")
  private double foregroundShare = STANDARD.foregroundShare();

  @Option(
      names = "--content-crops",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Crops keep to the box around what is not background, such as the brain or the body.")
  private boolean contentCrops;

  @Option(
      names = "--validate-every",
      paramLabel = "EPOCHS",
      description = "Epochs between validations; 0 for about ten in a training.")
  private int validateEvery = STANDARD.validateEvery();

  @Option(
      names = "--validation-overlap",
      paramLabel = "SHARE",
      description = "Share by which validation windows overlap, 0 to below 1.")
  private double validationOverlap = STANDARD.validationOverlap();

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Validations without a better score before stopping; 0 never stops early.")
  private int patience = STANDARD.patience();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides everything random: the split, first weights, crops, augmentation.")
  private long seed = STANDARD.seed();

  @Option(
      names = "--checkpoint-seconds",
      paramLabel = "S",
      description = "Seconds between checkpoints at ends of epochs; 0 for one after every step.")
  private double checkpointSeconds = STANDARD.checkpointSeconds();

  @Option(
      names = "--checkpoints-kept",
      paramLabel = "N",
      description = "Newest checkpoints kept on disk.")
  private int checkpointsKept = STANDARD.checkpointsKept();

  @Option(
      names = "--inspect-every",
      paramLabel = "EPOCHS",
      description =
          "After so many epochs, and the last, look inside the network at the validation cases and"
              + " write edges, gates and gradients into the model's folder inspection; 0 for"
              + " never.")
  private int inspectEvery = STANDARD.inspectEvery();

  @Option(
      names = "--recompute",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Compute maps again in a training step instead of keeping them, which takes less"
              + " memory and up to a quarter longer: auto where it would not fit, always or never.")
  private EngineOptions.Recomputation recomputation;

  @Override
  public String heading() {
    return "Training";
  }

  /** The crop, if chosen. */
  Optional<Size> crop() {
    return Optional.ofNullable(crop);
  }

  /**
   * Crops a step.
   *
   * @param processes how many processes share them
   */
  int batch(int processes) {
    return batch == null ? processes * TrainingOptions.BATCH : batch;
  }

  /** The seed of everything random. */
  long seed() {
    return seed;
  }

  /** When maps are computed again. */
  EngineOptions.Recomputation recomputation() {
    return recomputation;
  }

  /** Sets everything but crop, batch and augmentation. */
  TrainingSettingsBuilder apply(TrainingSettingsBuilder settings) {
    return settings
        .epochs(epochs)
        .stepsPerEpoch(stepsPerEpoch)
        .learningRate(learningRate)
        .decayPower(decayPower)
        .warmUpEpochs(warmUp)
        .clipNorm(clipNorm)
        .averageDecay(averageWeights)
        .edgeFrom(edgeFrom)
        .edgeRamp(edgeRamp)
        .foregroundShare(foregroundShare)
        .contentCrops(contentCrops)
        .validateEvery(validateEvery)
        .validationOverlap(validationOverlap)
        .patience(patience)
        .seed(seed)
        .checkpointSeconds(checkpointSeconds)
        .inspectEvery(inspectEvery)
        .checkpointsKept(checkpointsKept);
  }
}
