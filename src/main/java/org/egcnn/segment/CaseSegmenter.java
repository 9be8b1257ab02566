/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import org.egcnn.engine.EngineMemoryException;
import org.egcnn.engine.Predictor;
import org.egcnn.model.Architecture;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Size;
import org.egcnn.prepare.Prepared;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * Segments prepared volumes: a sliding window over the network grid, overlapping predictions
 * blended with Gaussian weights, probabilities interpolated linearly to the original's voxels, and
 * only there decided for a label.
 *
 * <p><b>Memory.</b> Probabilities never exist for the whole network grid. Besides the prepared
 * volume and the network's own needs there are, for C network outputs on a network grid of w x h
 * voxels a plane with windows d planes deep, and W x H voxels a plane of the original:
 *
 * <ul>
 *   <li>{@code 4 C (min(d, depth) w h)} bytes of planes that windows still change,
 *   <li>{@code 4 C (3 w h + W H)} bytes of planes being interpolated, if the grids differ,
 *   <li>the result: 1 byte a voxel of the original for labels up to 255, 2 or 4 beyond; 2 bytes a
 *       voxel and class for probabilities and for edges, which are kept to within 1e-5,
 *   <li>1 byte a voxel of the original and class where only the largest parts are kept,
 *   <li>{@code 4 C} bytes a voxel of the windows predicted at once, for the mean of several
 *       networks.
 * </ul>
 *
 * <p>The first two are needed once more with C = K where edges are asked for, and with C = G for G
 * gates, which are kept like probabilities. Neither depends on the number of planes of the volume.
 *
 * <p>Not for use by several threads at once. When memory runs out in the engine, smaller batches
 * and then smaller windows are tried, and kept for the volumes that follow.
 */
public final class CaseSegmenter {
  private final Predictor network;
  private final ModelCard card;
  private final Set<OutputKind> outputs;
  private final boolean largestComponent;
  private WindowSettings windows;

  /**
   * A segmenter; it does not close the network.
   *
   * @param network built as the card says, with the model's weights; or several
   * @param card the model, or what several have in common
   * @param settings how to segment
   * @throws BadInputException if the window does not suit the model, edges are asked of a model
   *     without an edge stream, or gates of one without gates
   */
  public CaseSegmenter(Predictor network, ModelCard card, SegmentSettings settings)
      throws BadInputException {
    Architecture architecture = card.architecture();
    Size window = settings.window().orElse(card.crop());
    if (!window.roundUp(architecture.step()).equals(window)) {
      throw new BadInputException(
          String.format(
              "window %s does not suit model %s: the sides must be multiples of %d, such as %s",
              window, card.name(), architecture.step(), window.roundUp(architecture.step())));
    }
    if (settings.outputs().contains(OutputKind.EDGES) && architecture.edgeStream().isEmpty()) {
      throw new BadInputException(
          "model " + card.name() + " has no edge stream: ask for labels or probabilities only");
    }
    if (settings.outputs().contains(OutputKind.GATES) && architecture.gates() == 0) {
      throw new BadInputException(
          "model " + card.name() + " has no gates: do not ask for them as an output");
    }
    this.network = network;
    this.card = card;
    this.outputs = settings.outputs();
    this.largestComponent = settings.largestComponent();
    this.windows =
        new WindowSettings(
            window,
            settings.overlap(),
            settings.batch(),
            WindowSettings.combinations(settings.mirror()),
            settings.skipEmpty() && zeroMeansEmpty(card));
  }

  private static boolean zeroMeansEmpty(ModelCard card) {
    return card.preprocessing().normalisation().stream()
        .allMatch(n -> n.kind() == Normalisation.Kind.Z_SCORE_NONZERO);
  }

  /** What {@link #segment} makes. */
  public Set<OutputKind> outputs() {
    return outputs;
  }

  /** The model. */
  public ModelCard card() {
    return card;
  }

  /**
   * Segments a volume for its labels alone, whatever the settings ask for.
   *
   * @return the label values on the original grid, in the original orientation, axes x, y, z
   * @throws CancelledException if the listener cancels, which is looked at between batches
   * @throws org.egcnn.engine.EngineException if the network fails
   */
  public RandomAccessibleInterval<IntType> labels(Prepared prepared, TaskListener listener)
      throws CancelledException {
    return segment(prepared, Set.of(OutputKind.LABELS), listener).get(OutputKind.LABELS).labels();
  }

  /**
   * Segments a volume.
   *
   * @return all outputs that the settings ask for
   * @throws CancelledException if the listener cancels, which is looked at between batches
   * @throws org.egcnn.engine.EngineException if the network fails
   */
  public Segmentation segment(Prepared prepared, TaskListener listener) throws CancelledException {
    return segment(prepared, outputs, listener);
  }

  /** Segments a volume for some outputs, whatever the settings ask for. */
  Segmentation segment(Prepared prepared, Set<OutputKind> kinds, TaskListener listener)
      throws CancelledException {
    int step = card.architecture().step();
    while (true) {
      try {
        OutputCollector collector = new OutputCollector(prepared, card, kinds, largestComponent);
        new WindowedPrediction(network, card.architecture(), windows)
            .run(
                prepared,
                collector.probabilityPlanes(),
                collector.edgePlanes(),
                collector.gatePlanes(),
                listener);
        return collector.result();
      } catch (EngineMemoryException e) {
        if (!windows.canShrink(step)) {
          throw e;
        }
        windows = windows.smaller(step);
        listener.warn(
            String.format(
                "%s; trying again with windows of %s, %d at once",
                e.getMessage(), windows.window(), windows.batch()));
      }
    }
  }
}
