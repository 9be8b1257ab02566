/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Backbone;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;

/**
 * The training half of a protocol as choices, for whoever has no parser of options that would take
 * its texts. What the protocol does not name has the command line's default.
 *
 * @param network the network
 * @param losses the loss
 * @param preprocessing what is decided about voxel size and normalisation
 * @param crop the crop, or empty for one that suits data and memory
 * @param batch crops a step
 * @param split which cases train and which validate
 * @param augmentation how crops are varied
 * @param recomputation when a step spares memory for time
 * @param course sets what is named of the training's course; the seed is in the split
 */
public record ProtocolTraining(
    NetworkChoice network,
    LossSettings losses,
    PreprocessingChoice preprocessing,
    Optional<Size> crop,
    int batch,
    SplitChoice split,
    AugmentationSettings augmentation,
    EngineOptions.Recomputation recomputation,
    Consumer<TrainingSettingsBuilder> course) {

  /** The command line's defaults, which a protocol without settings would have. */
  public static ProtocolTraining standard() {
    try {
      return read(new ProtocolTexts("", Map.of()));
    } catch (BadInputException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a protocol.
   *
   * @throws BadInputException if a setting is not known or its value cannot be used; the message
   *     names the file and the key
   */
  public static ProtocolTraining of(Protocol protocol) throws BadInputException {
    ProtocolTexts texts = new ProtocolTexts(protocol.place() + ": training.", protocol.training());
    ProtocolTraining training = read(texts);
    texts.finish();
    return training;
  }

  private static ProtocolTraining read(ProtocolTexts texts) throws BadInputException {
    NamedSettings named = new NamedSettings(texts);
    try {
      return new ProtocolTraining(
          named.network(network(texts)),
          named.losses(LossSettings.standard()),
          named.preprocessing(PreprocessingChoice.fromData()),
          texts.parsed("crop", Size::parse),
          texts.integer("batch").orElse(TrainingOptions.BATCH),
          split(texts),
          named.augmentation(AugmentationSettings.standard()),
          texts
              .choice("recompute", EngineOptions.Recomputation.class)
              .orElse(EngineOptions.standard().recomputation()),
          named.course().andThen(keeping(texts)));
    } catch (IllegalArgumentException e) {
      throw texts.problem(e);
    }
  }

  private static NetworkChoice network(ProtocolTexts texts) throws BadInputException {
    NetworkChoice standard = NetworkChoice.standard();
    return new NetworkChoice(
        texts.parsed("backbone", Backbone::parse).orElse(standard.backbone()),
        standard.edgeStream(),
        standard.width(),
        standard.levels(),
        standard.kernel());
  }

  private static SplitChoice split(ProtocolTexts texts) throws BadInputException {
    long seed = texts.parsed("seed", Long::valueOf).orElse(1L);
    SplitChoice random = SplitChoice.random(seed);
    return new SplitChoice(
        texts.parsed("split", Path::of),
        texts.integer("folds").orElse(random.folds()),
        texts.integer("fold").orElse(random.fold()),
        texts.number("training-share").orElse(random.trainingShare()),
        seed);
  }

  /** What is kept of a training on disk, which an experiment does not decide. */
  private static Consumer<TrainingSettingsBuilder> keeping(ProtocolTexts texts)
      throws BadInputException {
    Optional<Double> seconds = texts.number("checkpoint-seconds");
    Optional<Integer> kept = texts.integer("checkpoints-kept");
    return builder -> {
      seconds.ifPresent(builder::checkpointSeconds);
      kept.ifPresent(builder::checkpointsKept);
    };
  }
}
