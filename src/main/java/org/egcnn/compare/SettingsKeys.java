/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.train.NamedSettings;
import org.egcnn.train.NamedValues;
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

  /** The command line's names with {@code _} for {@code -}. */
  private record Underscored(StrictObject keys) implements NamedValues {
    private static String key(String name) {
      return name.replace('-', '_');
    }

    @Override
    public Optional<Double> number(String name) throws BadInputException {
      return keys.number(key(name));
    }

    @Override
    public Optional<Integer> integer(String name) throws BadInputException {
      return keys.integer(key(name));
    }

    @Override
    public Optional<Boolean> flag(String name) throws BadInputException {
      return keys.flag(key(name));
    }

    @Override
    public <T> Optional<T> parsed(String name, Function<String, T> parse) throws BadInputException {
      return keys.parsed(key(name), parse);
    }
  }

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
    RunSettings settings = overridden(keys, standard);
    // of the losses, variants with a stream may make use
    requireStream(keys, settings, NamedSettings.OF_STREAM);
    keys.finish();
    return settings;
  }

  /**
   * Settings that differ from others in what is named.
   *
   * @param keys may hold further keys, which are left to the caller
   * @throws BadInputException if a value cannot be used, or is of an edge stream that is not there
   */
  static RunSettings override(StrictObject keys, RunSettings base) throws BadInputException {
    RunSettings settings = overridden(keys, base);
    requireStream(keys, settings, NamedSettings.OF_STREAM);
    requireStream(keys, settings, NamedSettings.OF_STREAM_LOSSES);
    return settings;
  }

  private static RunSettings overridden(StrictObject keys, RunSettings base)
      throws BadInputException {
    NamedSettings named = new NamedSettings(new Underscored(keys));
    try {
      return new RunSettings(
          named.network(base.network()),
          named.losses(base.losses()),
          named.preprocessing(base.preprocessing()),
          training(keys, named, base.training()),
          named.values().choice("precision", EngineOptions.Precision.class).or(base::precision),
          keys.integer("training_cases").orElse(base.trainingCases()));
    } catch (IllegalArgumentException e) {
      throw keys.problem(e);
    }
  }

  /**
   * Refuses what has no effect: variants that differ in nothing would be trained as if they did.
   *
   * @param names of settings that need the edge stream
   */
  static void requireStream(StrictObject keys, RunSettings settings, List<String> names)
      throws BadInputException {
    if (settings.network().edgeStream().isPresent()) {
      return;
    }
    for (String name : names) {
      String key = Underscored.key(name);
      if (keys.has(key)) {
        throw keys.problem(
            key, "is set, but there is no edge stream", "Set edge_stream to true or leave it out");
      }
    }
  }

  private static TrainingSettings training(
      StrictObject keys, NamedSettings named, TrainingSettings base) throws BadInputException {
    Size crop = keys.parsed("crop", Size::parse).orElse(base.crop());
    TrainingSettingsBuilder builder = base.toBuilder(crop);
    keys.integer("batch").ifPresent(builder::batch);
    named.course().accept(builder);
    builder.augmentation(named.augmentation(base.augmentation()));
    return builder.build();
  }
}
