/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.util.List;
import java.util.Map;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;

/** A network that lives in the engine's memory: predicts, and learns if created with a loss. */
public interface Network extends Predictor {

  /** Sets every weight to its random start and clears the optimiser. Each layer draws its own. */
  void initialise(long seed);

  /**
   * Takes one optimiser step on a batch.
   *
   * <p>Where the settings ask for a mean of the weights, it is brought up to date after the
   * optimiser's update: with decay d, the n-th step since the first that asked for it makes the
   * mean {@code w̄ + (w - w̄) (1 - d) / (1 - d^n)}, so that after the first step it is the weights
   * themselves and their start has no share in it. From then on {@link #predict} and {@link
   * #weights} use the mean; steps always go on from the weights. A step that asks for none, {@link
   * #initialise}, or {@link #restore} without a mean, end this.
   */
  StepLosses step(Batch batch, StepSettings settings);

  /**
   * How each part of the loss would change the weights of a step on a batch, which is not taken.
   *
   * @return the parts whose weight is not 0, the semantic loss first
   */
  List<PartGradient> gradients(Batch batch, StepSettings settings);

  /** The weights by name, in a fixed order; their mean, if steps keep one. */
  Map<String, WeightTensor> weights();

  /**
   * The weights as the last step left them, the optimiser's state, and the mean of the weights if
   * steps keep one: all that is needed to go on training.
   */
  Map<String, WeightTensor> state();

  /**
   * Restores what {@link #weights()} or {@link #state()} gave. Missing optimiser state is cleared,
   * and a missing mean of the weights is begun anew.
   *
   * @throws IllegalArgumentException if a weight is missing, unknown or of another shape
   */
  void restore(Map<String, WeightTensor> state);

  /** Over how many devices a step spreads the crops of its batch. */
  default int devices() {
    return 1;
  }

  /** The number of trainable weights. */
  long parameters();

  /**
   * Bytes that a step or prediction of this size is expected to need at its peak, by a formula that
   * errs on the high side.
   */
  long estimateBytes(int count, Size size, boolean training);
}
