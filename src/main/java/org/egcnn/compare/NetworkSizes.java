/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.Size;

/** Counts the weights of networks, and finds the width at which a backbone has enough of them. */
final class NetworkSizes {
  /** The wider control is refused beyond; an edge stream never doubles the weights. */
  private static final int LARGEST_FACTOR = 4;

  /**
   * A normalisation over fewer groups is another kind of network; narrow ones have fewer anyway.
   */
  private static final int LEAST_GROUPS = 4;

  /**
   * A network's size.
   *
   * @param parameters its trainable weights
   * @param bytes what a training step is expected to take at its peak
   */
  record NetworkSize(long parameters, long bytes) {}

  private record Key(Architecture architecture, int batch, Size crop) {}

  private final Engine engine;
  private final EngineOptions options;
  private final Map<Key, NetworkSize> known = new HashMap<>();

  NetworkSizes(Engine engine, EngineOptions options) {
    this.engine = engine;
    this.options = options;
  }

  /** The size of a network that trains with crops of a size. */
  NetworkSize of(Architecture architecture, int batch, Size crop) {
    return known.computeIfAbsent(new Key(architecture, batch, crop), this::measure);
  }

  private NetworkSize measure(Key key) {
    try (Network network = engine.create(key.architecture(), Optional.empty(), options)) {
      return new NetworkSize(
          network.parameters(), network.estimateBytes(key.batch(), key.crop(), true));
    }
  }

  /**
   * A backbone as large as another network: the smallest width with at least as many weights at
   * which group normalisation still has at least four groups at every resolution, or one group a
   * channel where there are fewer channels.
   *
   * @param backbone the backbone at the width to start from
   * @param parameters the weights to match
   * @throws IllegalArgumentException if four times the width does not suffice
   */
  Architecture widened(Architecture backbone, long parameters, int batch, Size crop) {
    for (int width = backbone.width(); width <= LARGEST_FACTOR * backbone.width(); width++) {
      Architecture wider = withWidth(backbone, width);
      if (hasGroups(width, backbone.levels())
          && of(wider, batch, crop).parameters() >= parameters) {
        return wider;
      }
    }
    throw new IllegalArgumentException(
        "no width up to "
            + LARGEST_FACTOR * backbone.width()
            + " gives "
            + backbone.backbone()
            + " the "
            + parameters
            + " weights to match");
  }

  private static boolean hasGroups(int width, int levels) {
    for (int level = 0; level < levels; level++) {
      int channels = width << level;
      if (Architecture.normGroups(channels) < Math.min(LEAST_GROUPS, channels)) {
        return false;
      }
    }
    return true;
  }

  private static Architecture withWidth(Architecture a, int width) {
    return new Architecture(
        a.backbone(),
        a.inputChannels(),
        a.outputs(),
        a.exclusive(),
        width,
        a.levels(),
        a.kernel(),
        a.edgeStream());
  }
}
