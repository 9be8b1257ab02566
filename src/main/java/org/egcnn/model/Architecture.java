/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.util.Collection;
import java.util.Optional;

/**
 * Everything that decides which operations and which weights a network has.
 *
 * @param backbone the main stream
 * @param inputChannels image channels (modalities), at least 1
 * @param outputs foreground classes or regions K, at least 1
 * @param exclusive true: softmax over K + 1 exclusive classes, channel 0 the background; false: K
 *     independent sigmoids for nested regions
 * @param width channels f at resolution 0; doubled at each lower resolution
 * @param levels number of resolutions R, at least 2; sides of a crop are multiples of {@code
 *     2^(levels-1)}
 * @param kernel side of the main stream's convolution kernels: 3, or 5 for the original V-Net
 * @param edgeStream the edge stream beside the backbone, or empty for the backbone alone
 */
public record Architecture(
    Backbone backbone,
    int inputChannels,
    int outputs,
    boolean exclusive,
    int width,
    int levels,
    int kernel,
    Optional<EdgeStream> edgeStream) {

  private static final int MOST_NORM_GROUPS = 8;

  /** More channels, classes or width than any network here has, few enough to multiply. */
  private static final int MOST = 4096;

  /** Checks the ranges. */
  public Architecture {
    if (inputChannels < 1 || outputs < 1 || width < 1) {
      throw new IllegalArgumentException("channels, outputs and width must be at least 1");
    }
    if (inputChannels > MOST || outputs > MOST || width > MOST) {
      throw new IllegalArgumentException("channels, outputs and width must be at most " + MOST);
    }
    if (levels < 2 || levels > 6) {
      throw new IllegalArgumentException("levels must be between 2 and 6");
    }
    if (kernel != 3 && kernel != 5) {
      throw new IllegalArgumentException("kernel must be 3 or 5");
    }
  }

  /** The default kernel of a backbone: 5 for V-Net as in its paper, 3 otherwise. */
  public static int defaultKernel(Backbone backbone) {
    return backbone == Backbone.V_NET ? 5 : 3;
  }

  /**
   * The groups into which group normalisation parts the channels of a map: 8, or the largest number
   * below that divides the channels.
   */
  public static int normGroups(long channels) {
    int groups = (int) Math.min(MOST_NORM_GROUPS, channels);
    while (channels % groups != 0) {
      groups--;
    }
    return groups;
  }

  /** Every side of a crop must be a multiple of this. */
  public int step() {
    return 1 << (levels - 1);
  }

  /** Channels of the edge stream at resolution 0; 0 without one. */
  public int edgeWidth() {
    return edgeStream.map(stream -> stream.width() == 0 ? width : stream.width()).orElse(0);
  }

  /** The same backbone alone. */
  public Architecture withoutEdgeStream() {
    return new Architecture(
        backbone, inputChannels, outputs, exclusive, width, levels, kernel, Optional.empty());
  }

  /** Gates in the edge stream, one a resolution but the lowest; 0 if it has none. */
  public int gates() {
    return edgeStream.filter(EdgeStream::gated).isPresent() ? levels - 1 : 0;
  }

  /** Channels of the network's output: K + 1 with softmax, K with sigmoids. */
  public int outputChannels() {
    return exclusive ? outputs + 1 : outputs;
  }

  /**
   * Complains if weights are too few for any such network, before memory is taken for one. Either
   * stream has at its lowest resolution a convolution from all channels to as many; the edge
   * stream's is one above the main stream's.
   *
   * @throws IllegalArgumentException if they are
   */
  public void requireEnough(Collection<WeightTensor> weights) {
    long lowest = (long) width << (levels - 1);
    long given = weights.stream().mapToLong(weight -> weight.values().length).sum();
    long edges = (long) edgeWidth() << (levels - 2);
    if (given < lowest * lowest + edges * edges) {
      throw new IllegalArgumentException(
          given + " weights are too few for width " + width + " and " + levels + " levels");
    }
  }
}
