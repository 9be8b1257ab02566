/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.dataset.VoxelSize;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Size;
import org.egcnn.segment.Axis;
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
 * @param course sets what is named of the training's course,; the seed is in the split
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
    long seed = texts.read("seed", Long::valueOf).orElse(1L);
    SplitChoice split = SplitChoice.random(seed);
    Course course = new Course(texts);
    course.set("epochs", Integer::valueOf, TrainingSettingsBuilder::epochs);
    course.set("steps-per-epoch", Integer::valueOf, TrainingSettingsBuilder::stepsPerEpoch);
    course.set("learning-rate", Double::valueOf, TrainingSettingsBuilder::learningRate);
    course.set("decay-power", Double::valueOf, TrainingSettingsBuilder::decayPower);
    course.set("warm-up", Integer::valueOf, TrainingSettingsBuilder::warmUpEpochs);
    course.set("clip-norm", Double::valueOf, TrainingSettingsBuilder::clipNorm);
    course.set("average-weights", Double::valueOf, TrainingSettingsBuilder::averageDecay);
    course.set("edge-from", Integer::valueOf, TrainingSettingsBuilder::edgeFrom);
    course.set("edge-ramp", Integer::valueOf, TrainingSettingsBuilder::edgeRamp);
    course.set("foreground-share", Double::valueOf, TrainingSettingsBuilder::foregroundShare);
    course.set("content-crops", ProtocolTexts::flag, TrainingSettingsBuilder::contentCrops);
    course.set("validate-every", Integer::valueOf, TrainingSettingsBuilder::validateEvery);
    course.set("validation-overlap", Double::valueOf, TrainingSettingsBuilder::validationOverlap);
    course.set("patience", Integer::valueOf, TrainingSettingsBuilder::patience);
    course.set("checkpoint-seconds", Double::valueOf, TrainingSettingsBuilder::checkpointSeconds);
    course.set("inspect-every", Integer::valueOf, TrainingSettingsBuilder::inspectEvery);
    course.set("checkpoints-kept", Integer::valueOf, TrainingSettingsBuilder::checkpointsKept);
    return new ProtocolTraining(
        network(texts),
        losses(texts),
        new PreprocessingChoice(
            texts.read("spacing", VoxelSize::parse),
            texts.read("normalisation", ProtocolTraining::normalisations)),
        texts.read("crop", Size::parse),
        texts.read("batch", Integer::valueOf).orElse(TrainingOptions.BATCH),
        new SplitChoice(
            texts.read("split", Path::of),
            texts.read("folds", Integer::valueOf).orElse(split.folds()),
            texts.read("fold", Integer::valueOf).orElse(split.fold()),
            texts.read("training-share", Double::valueOf).orElse(split.trainingShare()),
            seed),
        augmentation(texts),
        texts
            .read("recompute", t -> ProtocolTexts.constant(EngineOptions.Recomputation.class, t))
            .orElse(EngineOptions.standard().recomputation()),
        builder -> course.steps().forEach(step -> step.accept(builder)));
  }

  /** Collects what is named of a training's course. */
  private record Course(ProtocolTexts texts, List<Consumer<TrainingSettingsBuilder>> steps) {
    Course(ProtocolTexts texts) {
      this(texts, new ArrayList<>());
    }

    <T> void set(
        String key, ProtocolTexts.Parser<T> parse, BiConsumer<TrainingSettingsBuilder, T> setter)
        throws BadInputException {
      texts.read(key, parse).ifPresent(v -> steps.add(builder -> setter.accept(builder, v)));
    }
  }

  private static List<Normalisation> normalisations(String text) {
    return Arrays.stream(text.split(",", -1)).map(Normalisation::parse).toList();
  }

  private static NetworkChoice network(ProtocolTexts texts) throws BadInputException {
    NetworkChoice standard = NetworkChoice.standard();
    EdgeStream stream = EdgeStream.standard();
    EdgeStream chosen =
        new EdgeStream(
            texts
                .read("fusion", text -> ProtocolTexts.constant(EdgeStream.Fusion.class, text))
                .orElse(stream.fusion()),
            texts.read("gates", ProtocolTexts::flag).orElse(stream.gated()),
            texts.read("edge-width", Integer::valueOf).orElse(stream.width()),
            texts
                .read("stop-gradients", text -> ProtocolTexts.constant(EdgeStream.Stop.class, text))
                .orElse(stream.stop()),
            texts
                .read("attention", text -> ProtocolTexts.constant(EdgeStream.Attention.class, text))
                .orElse(stream.attention()));
    boolean edges = texts.read("edge-stream", ProtocolTexts::flag).orElse(true);
    Optional<Integer> kernel = texts.read("kernel", Integer::valueOf);
    return new NetworkChoice(
        texts.read("backbone", Backbone::parse).orElse(standard.backbone()),
        edges ? Optional.of(chosen) : Optional.empty(),
        texts.read("width", Integer::valueOf).orElse(standard.width()),
        texts.read("levels", Integer::valueOf).orElse(standard.levels()),
        kernel.isPresent() ? OptionalInt.of(kernel.get()) : standard.kernel());
  }

  private static LossSettings losses(ProtocolTexts texts) throws BadInputException {
    LossSettings standard = LossSettings.standard();
    double crossEntropy = texts.number("cross-entropy", standard.crossEntropy());
    double edgeDice = texts.number("edge-dice", standard.edgeDice());
    double edgeCrossEntropy = texts.number("edge-cross-entropy", standard.edgeCrossEntropy());
    double consistency = texts.number("consistency", standard.consistency());
    double temperature = texts.number("temperature", standard.temperature());
    double threshold = texts.number("edge-threshold", standard.edgeThreshold());
    boolean inner = texts.read("inner-edges", ProtocolTexts::flag).orElse(standard.innerEdges());
    double decay = texts.number("weight-decay", standard.weightDecay());
    return texts.valid(
        () ->
            new LossSettings(
                crossEntropy,
                edgeDice,
                edgeCrossEntropy,
                consistency,
                temperature,
                threshold,
                inner,
                decay,
                standard.spacing()));
  }

  private static AugmentationSettings augmentation(ProtocolTexts texts) throws BadInputException {
    AugmentationSettings standard = AugmentationSettings.standard();
    Set<Axis> axes = texts.read("mirror-axes", Axis::parse).orElse(EnumSet.of(Axis.X));
    double shift = texts.number("intensity-shift", standard.intensityShift());
    double scale = texts.number("intensity-scale", standard.intensityScale());
    double rotation = texts.number("rotation", standard.rotation());
    double zoom = texts.number("zoom", standard.zoom());
    double deformation = texts.number("deformation", standard.deformation());
    double noise = texts.number("noise", standard.noise());
    double gamma = texts.number("gamma", standard.gamma());
    double share = texts.number("augmentation-share", AugmentationSettings.strong().share());
    return texts.valid(
        () ->
            new AugmentationSettings(
                axes.contains(Axis.X),
                axes.contains(Axis.Y),
                axes.contains(Axis.Z),
                shift,
                scale,
                rotation,
                zoom,
                deformation,
                noise,
                gamma,
                share));
  }
}
