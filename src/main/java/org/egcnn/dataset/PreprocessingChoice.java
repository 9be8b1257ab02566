/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.Normalisation;
import org.egcnn.task.BadInputException;

/**
 * What a user decides about preprocessing; the rest follows from the data, see {@link Plan}.
 *
 * @param voxelSize on which voxels the network sees volumes
 * @param normalisation one method for all channels or one a channel
 */
public record PreprocessingChoice(
    Optional<VoxelSize> voxelSize, Optional<List<Normalisation>> normalisation) {

  /** Copies the list. */
  public PreprocessingChoice {
    normalisation = normalisation.map(List::copyOf);
    if (normalisation.isPresent() && normalisation.get().isEmpty()) {
      throw new IllegalArgumentException("a choice of normalisation names at least one method");
    }
  }

  /** Leaves everything to the data. */
  public static PreprocessingChoice fromData() {
    return new PreprocessingChoice(Optional.empty(), Optional.empty());
  }

  /**
   * The chosen method of each channel, if one was chosen.
   *
   * @throws BadInputException if there are several, but not one a channel
   */
  Optional<List<Normalisation>> normalisation(int channels) throws BadInputException {
    if (normalisation.isPresent() && normalisation.get().size() == 1) {
      return Optional.of(Collections.nCopies(channels, normalisation.get().get(0)));
    }
    if (normalisation.isPresent() && normalisation.get().size() != channels) {
      throw new BadInputException(
          normalisation.get().size()
              + " normalisations are given, but the data have "
              + channels
              + " channel(s). Give one for all or one for each");
    }
    return normalisation;
  }
}
