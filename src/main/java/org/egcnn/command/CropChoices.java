/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.MachineMemory;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.Size;

/**
 * The crops that a dialog offers for a network.
 *
 * @param architecture the network
 * @param engine threads and device
 */
record CropChoices(Architecture architecture, EngineOptions engine) {
  /** Sides of cubes to offer besides the whole image. */
  private static final int[] SIDES = {192, 160, 128, 96, 64, 48, 32};

  /**
   * "auto", then crops no larger than the images that fit into memory, the largest first.
   *
   * @param largest the images' largest sides
   * @throws org.egcnn.engine.EngineException if the engine cannot be used
   */
  List<String> upTo(Size largest) {
    List<String> choices = new ArrayList<>(List.of(EngineCommand.AUTO));
    long memory = MachineMemory.forEngine();
    try (Network sizing = EngineLoader.load().create(architecture, Optional.empty(), engine)) {
      candidates(largest).stream()
          .filter(size -> memory == 0 || sizing.estimateBytes(1, size, true) <= memory)
          .forEach(size -> choices.add(size.toString()));
    }
    return choices;
  }

  private Set<Size> candidates(Size largest) {
    int step = architecture.step();
    Set<Size> sizes = new LinkedHashSet<>();
    sizes.add(largest.roundUp(step));
    for (int side : SIDES) {
      sizes.add(
          new Size(
                  Math.min(side, largest.depth()),
                  Math.min(side, largest.height()),
                  Math.min(side, largest.width()))
              .roundUp(step));
    }
    return sizes;
  }
}
