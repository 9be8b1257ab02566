/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Optional;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.dataset.Plan;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.MachineMemory;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.Software;

/**
 * What is trained and how.
 *
 * @param card the model
 * @param settings of its training
 */
public record TrainingDesign(ModelCard card, TrainingSettings settings) {
  /** Larger crops teach little more and take long on a processor. */
  private static final long LARGEST_CROP = 128L * 128 * 128;

  /**
   * Follows the user's choices, and the data where there are none.
   *
   * @param engine estimates what fits into memory
   * @param processes how many share the crops of a step
   * @param listener is told what follows from the data, and why
   * @throws BadInputException if a choice is not possible
   */
  static TrainingDesign of(
      TrainingOptions options,
      Engine engine,
      int processes,
      Dataset dataset,
      Fingerprint fingerprint,
      TrainingListener listener)
      throws BadInputException {
    Architecture architecture;
    try {
      architecture = options.network().architecture(dataset.channels().size(), dataset.labels());
    } catch (IllegalArgumentException e) {
      throw new BadInputException("The network cannot be built: " + e.getMessage(), e);
    }
    int crops = (options.batch() + processes - 1) / processes;
    Plan plan =
        plan(engine, architecture, fingerprint, options.preprocessing(), crops, options.engine());
    plan.reasons().forEach(listener::info);
    Size crop = options.crop().orElse(plan.crop());
    if (!crop.roundUp(architecture.step()).equals(crop)) {
      throw new BadInputException(
          "The crop "
              + crop
              + " does not fit the network: each side must be a multiple of "
              + architecture.step()
              + ". Try "
              + crop.roundUp(architecture.step()));
    }
    LossSettings losses =
        Plan.voxelSides(plan.preprocessing(), fingerprint)
            .map(sides -> options.losses().forSpacing(sides))
            .orElse(options.losses());
    try {
      TrainingSettings settings =
          options.settings().apply(TrainingSettings.builder(crop).batch(options.batch())).build();
      ModelCard card =
          new ModelCard(
              ModelCard.FORMAT,
              dataset.name(),
              architecture,
              plan.preprocessing(),
              dataset.labels(),
              crop,
              losses,
              Software.nameAndVersion());
      warnOfMirroredSides(dataset, settings, listener);
      return new TrainingDesign(card, settings);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("A setting cannot be used: " + e.getMessage(), e);
    }
  }

  private static void warnOfMirroredSides(
      Dataset dataset, TrainingSettings settings, TrainingListener listener) {
    if (!settings.augmentation().mirrorX()) {
      return;
    }
    SidedClasses.among(dataset.labels().names())
        .ifPresent(
            sides ->
                listener.warn(
                    "Crops are mirrored from left to right, which teaches '"
                        + sides.left()
                        + "' and '"
                        + sides.right()
                        + "' each both sides. Mirror other axes or none (--mirror-axes none)"));
  }

  /**
   * What a training of one crop a step takes from the data where the user leaves everything open.
   *
   * @param engine estimates what fits into memory
   * @param architecture the network that is trained
   * @param fingerprint what was found in the cases
   * @param options threads and device
   * @throws BadInputException if not even the smallest crop fits into memory
   */
  public static Plan plan(
      Engine engine, Architecture architecture, Fingerprint fingerprint, EngineOptions options)
      throws BadInputException {
    return plan(engine, architecture, fingerprint, PreprocessingChoice.fromData(), 1, options);
  }

  private static Plan plan(
      Engine engine,
      Architecture architecture,
      Fingerprint fingerprint,
      PreprocessingChoice choice,
      int crops,
      EngineOptions options)
      throws BadInputException {
    try (Network sizing = engine.create(architecture, Optional.empty(), options)) {
      long memory = MachineMemory.forEngine();
      return Plan.of(
          fingerprint,
          new Plan.Limits(
              architecture.step(),
              size -> sizing.estimateBytes(crops, size, true),
              memory == 0 ? Long.MAX_VALUE : memory,
              LARGEST_CROP),
          choice);
    }
  }
}
