/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.dataset.VoxelSize;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Normalisation;
import org.egcnn.segment.Axis;
import org.egcnn.task.BadInputException;

/**
 * Settings of networks and trainings that differ from others in what is named. Protocols and
 * experiments are read by it.
 *
 * @param values what is named
 */
public record NamedSettings(NamedValues values) {
  /** The settings of the network that have no effect without the edge stream. */
  public static final List<String> OF_STREAM =
      List.of("fusion", "gates", "edge-width", "stop-gradients", "attention");

  /** The settings of the loss and of its course that have no effect without the edge stream. */
  public static final List<String> OF_STREAM_LOSSES =
      List.of(
          "edge-dice",
          "edge-cross-entropy",
          "consistency",
          "temperature",
          "edge-threshold",
          "inner-edges",
          "edge-from",
          "edge-ramp");

  /**
   * The network, of the base's backbone; with an edge stream where {@code edge-stream} says so, or
   * the base has one.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public NetworkChoice network(NetworkChoice base) throws BadInputException {
    EdgeStream stream = base.edgeStream().orElse(EdgeStream.standard());
    EdgeStream chosen =
        new EdgeStream(
            values.choice("fusion", EdgeStream.Fusion.class).orElse(stream.fusion()),
            values.flag("gates").orElse(stream.gated()),
            values.integer("edge-width").orElse(stream.width()),
            values.choice("stop-gradients", EdgeStream.Stop.class).orElse(stream.stop()),
            values.choice("attention", EdgeStream.Attention.class).orElse(stream.attention()));
    boolean edges = values.flag("edge-stream").orElse(base.edgeStream().isPresent());
    int width = values.integer("width").orElse(base.width());
    int levels = values.integer("levels").orElse(base.levels());
    if (width < 1 || levels < 2 || levels > 6) {
      throw new IllegalArgumentException("width must be at least 1 and levels between 2 and 6");
    }
    Optional<Integer> kernel = values.integer("kernel");
    if (kernel.isPresent() && kernel.get() != 3 && kernel.get() != 5) {
      throw new IllegalArgumentException("kernel must be 3 or 5");
    }
    return new NetworkChoice(
        base.backbone(),
        edges ? Optional.of(chosen) : Optional.empty(),
        width,
        levels,
        kernel.isPresent() ? OptionalInt.of(kernel.get()) : base.kernel());
  }

  /**
   * The loss.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public LossSettings losses(LossSettings base) throws BadInputException {
    return new LossSettings(
        values.number("cross-entropy").orElse(base.crossEntropy()),
        values.number("edge-dice").orElse(base.edgeDice()),
        values.number("edge-cross-entropy").orElse(base.edgeCrossEntropy()),
        values.number("consistency").orElse(base.consistency()),
        values.number("temperature").orElse(base.temperature()),
        values.number("edge-threshold").orElse(base.edgeThreshold()),
        values.flag("inner-edges").orElse(base.innerEdges()),
        values.number("weight-decay").orElse(base.weightDecay()),
        base.spacing());
  }

  /** What is decided about voxel size and normalisation. */
  public PreprocessingChoice preprocessing(PreprocessingChoice base) throws BadInputException {
    Optional<VoxelSize> spacing = values.parsed("spacing", VoxelSize::parse);
    Optional<List<Normalisation>> normalisation =
        values.parsed(
            "normalisation",
            text -> Arrays.stream(text.split(",", -1)).map(Normalisation::parse).toList());
    return new PreprocessingChoice(
        spacing.or(base::voxelSize), normalisation.or(base::normalisation));
  }

  /**
   * How crops are varied; where the base varies none, the share is that of the strong settings.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public AugmentationSettings augmentation(AugmentationSettings base) throws BadInputException {
    Set<Axis> mirrored = values.parsed("mirror-axes", Axis::parse).orElse(mirrored(base));
    double share = base.share() == 0 ? AugmentationSettings.strong().share() : base.share();
    return new AugmentationSettings(
        mirrored.contains(Axis.X),
        mirrored.contains(Axis.Y),
        mirrored.contains(Axis.Z),
        values.number("intensity-shift").orElse(base.intensityShift()),
        values.number("intensity-scale").orElse(base.intensityScale()),
        values.number("rotation").orElse(base.rotation()),
        values.number("zoom").orElse(base.zoom()),
        values.number("deformation").orElse(base.deformation()),
        values.number("noise").orElse(base.noise()),
        values.number("gamma").orElse(base.gamma()),
        values.number("augmentation-share").orElse(share));
  }

  private static Set<Axis> mirrored(AugmentationSettings settings) {
    Set<Axis> axes = EnumSet.noneOf(Axis.class);
    if (settings.mirrorX()) {
      axes.add(Axis.X);
    }
    if (settings.mirrorY()) {
      axes.add(Axis.Y);
    }
    if (settings.mirrorZ()) {
      axes.add(Axis.Z);
    }
    return axes;
  }

  /** What sets the course of a training: how long, how fast, which crops, when to validate. */
  public Consumer<TrainingSettingsBuilder> course() throws BadInputException {
    Course course = new Course(new ArrayList<>());
    course.set(values.integer("epochs"), TrainingSettingsBuilder::epochs);
    course.set(values.integer("steps-per-epoch"), TrainingSettingsBuilder::stepsPerEpoch);
    course.set(values.number("learning-rate"), TrainingSettingsBuilder::learningRate);
    course.set(values.number("decay-power"), TrainingSettingsBuilder::decayPower);
    course.set(values.integer("warm-up"), TrainingSettingsBuilder::warmUpEpochs);
    course.set(values.number("clip-norm"), TrainingSettingsBuilder::clipNorm);
    course.set(values.number("average-weights"), TrainingSettingsBuilder::averageDecay);
    course.set(values.integer("edge-from"), TrainingSettingsBuilder::edgeFrom);
    course.set(values.integer("edge-ramp"), TrainingSettingsBuilder::edgeRamp);
    course.set(values.number("foreground-share"), TrainingSettingsBuilder::foregroundShare);
    course.set(values.flag("content-crops"), TrainingSettingsBuilder::contentCrops);
    course.set(values.integer("validate-every"), TrainingSettingsBuilder::validateEvery);
    course.set(values.number("validation-overlap"), TrainingSettingsBuilder::validationOverlap);
    course.set(values.integer("patience"), TrainingSettingsBuilder::patience);
    course.set(values.integer("inspect-every"), TrainingSettingsBuilder::inspectEvery);
    return builder -> course.steps().forEach(step -> step.accept(builder));
  }

  /** Collects what is named of a training's course. */
  private record Course(List<Consumer<TrainingSettingsBuilder>> steps) {
    <T> void set(Optional<T> value, BiConsumer<TrainingSettingsBuilder, T> setter) {
      value.ifPresent(v -> steps.add(builder -> setter.accept(builder, v)));
    }
  }
}
