/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.File;
import java.util.Optional;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.train.AugmentationSettings;
import org.egcnn.train.ProtocolTraining;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingSettingsBuilder;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** What of a training only those change who know why. */
public abstract class TrainingCommand extends NetworkCommand {
  @Parameter(
      label = "Crop",
      description =
          "Slices x height x width of the crops, such as 64x96x96; auto takes the largest that the"
              + " data and the memory suggest.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private String crop = AUTO;

  @Parameter(
      label = "Crops in a step",
      description = "More crops take more memory.",
      min = "1",
      max = "64",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int batch = TrainingOptions.BATCH;

  @Parameter(
      label = "Learning rate",
      description = "Adam's first step size; lower it if the loss jumps.",
      min = "1e-8",
      max = "1",
      attrs = @Attr(name = PAGE),
      persist = false)
  private double learning_rate = TrainingOptions.LEARNING_RATE;

  @Parameter(
      label = "Steps in an epoch",
      description = "0 takes as many as give each case one crop.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int steps_per_epoch;

  @Parameter(
      label = "Variation of crops",
      description =
          "none; standard: mirroring and intensities; strong: also rotation and zoom; protocol: as"
              + " the protocol says.",
      choices = {"none", "standard", "strong", AS_PROTOCOL},
      attrs = @Attr(name = PAGE),
      persist = false)
  private String augmentation = "standard";

  @Parameter(
      label = "Epochs between validations",
      description = "0 validates about ten times in a training.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int validate_every;

  @Parameter(
      label = "Patience",
      description = "Stops after so many validations without a better score; 0 never does.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int patience;

  @Parameter(
      label = "Share of cases to train on",
      description = "The others validate, drawn by the seed.",
      min = "0.01",
      max = "1",
      attrs = @Attr(name = PAGE),
      persist = false)
  private double training_share = SplitChoice.random(1).trainingShare();

  @Parameter(
      label = "Split file",
      description = "JSON that names the cases that train and validate; empty draws them.",
      style = "open",
      required = false,
      attrs = @Attr(name = PAGE),
      persist = false)
  private File split = new File("");

  @Parameter(
      label = "Folds",
      description = "Cross-validation with so many folds; 0 for a single split.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int folds;

  @Parameter(
      label = "Fold",
      description = "The fold that validates, from 0.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int fold;

  @Parameter(
      label = "Random seed",
      description = "Decides the split, the first weights, the crops and their variation.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int seed = 1;

  @Parameter(
      label = "Go on with a stopped training",
      description = "From the last checkpoint in the model folder, with its settings.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private boolean resume;

  @Parameter(
      label = "Replace the model in the folder",
      description = "Otherwise a folder that holds a model is refused.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private boolean overwrite;

  /** The crop's size, or empty for one that follows from data and memory. */
  protected final Optional<Size> crop() {
    return crop.equals(AUTO) ? Optional.empty() : Optional.of(Size.parse(crop));
  }

  /** Crops in a step. */
  protected final int batch() {
    return batch;
  }

  /**
   * Checks what only a protocol can decide.
   *
   * @throws BadInputException if crops shall vary as in a protocol and there is none
   */
  protected final void requireProtocol() throws BadInputException {
    if (augmentation.equals(AS_PROTOCOL) && !follows()) {
      throw new BadInputException(
          "augmentation=protocol needs a protocol: name one, or take none, standard or strong");
    }
  }

  /** How the cases are split. */
  protected final SplitChoice splitChoice() {
    return new SplitChoice(
        split.getPath().isEmpty() ? Optional.empty() : Optional.of(split.toPath()),
        folds,
        fold,
        training_share,
        seed);
  }

  /**
   * What is done with a model folder that is there.
   *
   * @throws BadInputException if two contradicting things are asked for
   */
  protected final TrainingJob.Mode mode() throws BadInputException {
    if (resume && overwrite) {
      throw new BadInputException("resume and overwrite exclude each other: set one of them");
    }
    if (resume) {
      return TrainingJob.Mode.RESUME;
    }
    return overwrite ? TrainingJob.Mode.OVERWRITE : TrainingJob.Mode.NEW;
  }

  /**
   * Sets what these inputs decide, and what the protocol does.
   *
   * @param followed decides what has no input
   */
  protected final TrainingSettingsBuilder apply(
      TrainingSettingsBuilder settings, ProtocolTraining followed) {
    followed.course().accept(settings);
    return settings
        .learningRate(learning_rate)
        .stepsPerEpoch(steps_per_epoch)
        .augmentation(
            switch (augmentation) {
              case "none" -> AugmentationSettings.none();
              case "strong" -> AugmentationSettings.strong();
              case AS_PROTOCOL -> followed.augmentation();
              default -> AugmentationSettings.standard();
            })
        .validateEvery(validate_every)
        .patience(patience)
        .seed(seed);
  }
}
