/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.dataset.VoxelSize;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingSettings;
import org.egcnn.train.TrainingSettingsBuilder;

/**
 * Reads the settings of networks and trainings, by the names that the command line has for them,
 * with {@code _} for {@code -}.
 */
final class SettingsKeys {
  private SettingsKeys() {}

  /**
   * The settings that all variants start from; what is not named has the command line's default.
   *
   * @throws BadInputException naming the key that is missing, unknown or out of range
   */
  static RunSettings read(StrictObject keys) throws BadInputException {
    Size crop =
        keys.parsed("crop", Size::parse)
            .orElseThrow(
                () ->
                    keys.problem(
                        "crop",
                        "is missing",
                        "Say a size such as 64x96x96, so that all variants train with the same"));
    RunSettings standard =
        new RunSettings(
            NetworkChoice.standard(),
            LossSettings.standard(),
            PreprocessingChoice.fromData(),
            TrainingSettings.builder(crop)
                .batch(TrainingOptions.BATCH)
                .epochs(TrainingOptions.EPOCHS)
                .learningRate(TrainingOptions.LEARNING_RATE)
                .build(),
            Optional.empty(),
            0);
    RunSettings settings = override(keys, standard);
    keys.finish();
    return settings;
  }

  /**
   * Settings that differ from others in what is named.
   *
   * @param keys may hold further keys, which are left to the caller
   */
  static RunSettings override(StrictObject keys, RunSettings base) throws BadInputException {
    try {
      return new RunSettings(
          network(keys, base.network()),
          losses(keys, base.losses()),
          preprocessing(keys, base.preprocessing()),
          training(keys, base.training()),
          keys.parsed("precision", text -> Choice.of(EngineOptions.Precision.class, text))
              .or(base::precision),
          keys.integer("training_cases").orElse(base.trainingCases()));
    } catch (IllegalArgumentException e) {
      throw keys.problem(e);
    }
  }

  private static NetworkChoice network(StrictObject keys, NetworkChoice base)
      throws BadInputException {
    boolean edges = keys.flag("edge_stream").orElse(base.edgeStream().isPresent());
    EdgeStream stream = base.edgeStream().orElse(EdgeStream.standard());
    Optional<EdgeStream.Fusion> fusion =
        keys.parsed("fusion", text -> Choice.of(EdgeStream.Fusion.class, text));
    Optional<Boolean> gates = keys.flag("gates");
    Optional<Integer> edgeWidth = keys.integer("edge_width");
    Optional<EdgeStream.Stop> stop =
        keys.parsed("stop_gradients", text -> Choice.of(EdgeStream.Stop.class, text));
    Optional<EdgeStream.Attention> attention =
        keys.parsed("attention", text -> Choice.of(EdgeStream.Attention.class, text));
    for (String key : List.of("fusion", "gates", "edge_width", "stop_gradients", "attention")) {
      if (!edges && keys.has(key)) {
        throw keys.problem(
            key, "is set, but there is no edge stream", "Set edge_stream to true or leave it out");
      }
    }
    int width = keys.integer("width").orElse(base.width());
    int levels = keys.integer("levels").orElse(base.levels());
    if (width < 1 || levels < 2 || levels > 6) {
      throw new IllegalArgumentException("width must be at least 1 and levels between 2 and 6");
    }
    Optional<Integer> kernel = keys.integer("kernel");
    if (kernel.isPresent() && kernel.get() != 3 && kernel.get() != 5) {
      throw new IllegalArgumentException("kernel must be 3 or 5");
    }
    return new NetworkChoice(
        base.backbone(),
        edges
            ? Optional.of(
                new EdgeStream(
                    fusion.orElse(stream.fusion()),
                    gates.orElse(stream.gated()),
                    edgeWidth.orElse(stream.width()),
                    stop.orElse(stream.stop()),
                    attention.orElse(stream.attention())))
            : Optional.empty(),
        width,
        levels,
        kernel.isPresent() ? OptionalInt.of(kernel.get()) : base.kernel());
  }

  private static LossSettings losses(StrictObject keys, LossSettings base)
      throws BadInputException {
    return new LossSettings(
        keys.number("cross_entropy").orElse(base.crossEntropy()),
        keys.number("edge_dice").orElse(base.edgeDice()),
        keys.number("edge_cross_entropy").orElse(base.edgeCrossEntropy()),
        keys.number("consistency").orElse(base.consistency()),
        keys.number("temperature").orElse(base.temperature()),
        keys.number("edge_threshold").orElse(base.edgeThreshold()),
        keys.flag("inner_edges").orElse(base.innerEdges()),
        keys.number("weight_decay").orElse(base.weightDecay()),
        base.spacing());
  }

  private static PreprocessingChoice preprocessing(StrictObject keys, PreprocessingChoice base)
      throws BadInputException {
    Optional<VoxelSize> spacing = keys.parsed("spacing", VoxelSize::parse);
    Optional<List<Normalisation>> normalisation =
        keys.parsed(
            "normalisation",
            text -> Arrays.stream(text.split(",", -1)).map(Normalisation::parse).toList());
    return new PreprocessingChoice(
        spacing.or(base::voxelSize), normalisation.or(base::normalisation));
  }

  private static TrainingSettings training(StrictObject keys, TrainingSettings base)
      throws BadInputException {
    Size crop = keys.parsed("crop", Size::parse).orElse(base.crop());
    TrainingSettingsBuilder builder = base.toBuilder(crop);
    keys.integer("batch").ifPresent(builder::batch);
    keys.integer("epochs").ifPresent(builder::epochs);
    keys.integer("steps_per_epoch").ifPresent(builder::stepsPerEpoch);
    keys.number("learning_rate").ifPresent(builder::learningRate);
    keys.number("decay_power").ifPresent(builder::decayPower);
    keys.integer("warm_up").ifPresent(builder::warmUpEpochs);
    keys.number("clip_norm").ifPresent(builder::clipNorm);
    keys.number("average_weights").ifPresent(builder::averageDecay);
    keys.integer("edge_from").ifPresent(builder::edgeFrom);
    keys.integer("edge_ramp").ifPresent(builder::edgeRamp);
    keys.number("foreground_share").ifPresent(builder::foregroundShare);
    keys.flag("content_crops").ifPresent(builder::contentCrops);
    keys.integer("validate_every").ifPresent(builder::validateEvery);
    keys.number("validation_overlap").ifPresent(builder::validationOverlap);
    keys.integer("inspect_every").ifPresent(builder::inspectEvery);
    keys.integer("patience").ifPresent(builder::patience);
    builder.augmentation(AugmentationKeys.override(keys, base.augmentation()));
    return builder.build();
  }
}
