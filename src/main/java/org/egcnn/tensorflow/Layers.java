/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import java.util.function.BiFunction;
import org.egcnn.tensorflow.Weights.Start;

/**
 * Builds layers with their weights. A layer's weights carry its name, so that a graph for another
 * crop size finds them again; names are joined by {@code /}.
 *
 * @param ops where to build
 * @param weights the network's weights
 * @param prefix the name of the part that is being built, empty or ending with {@code /}
 * @param recompute whether maps within {@link #part}s are computed again in the backward pass
 *     instead of being kept
 */
record Layers(GraphOps ops, Weights.Reader weights, String prefix, boolean recompute) {

  /** The same for a part of this part. */
  Layers in(String part) {
    return new Layers(ops.within(part.replace('/', '_')), weights, prefix + part + "/", recompute);
  }

  /**
   * Builds a part that may be computed again in the backward pass.
   *
   * @param name the part's name
   * @param inputs the maps it starts from
   * @param build builds it from these maps
   */
  Node part(String name, List<Node> inputs, BiFunction<Layers, List<Node>, Node> build) {
    Layers part = in(name);
    if (!recompute) {
      return build.apply(part, inputs);
    }
    Layers keeping = new Layers(part.ops, weights, part.prefix, false);
    return Recomputation.apply(keeping, inputs, build);
  }

  /** A convolution without bias, for use before a normalisation. */
  Node convolution(String name, Node x, long channels, int side, int stride) {
    Node kernel = kernel(name, side, x.channels(), channels);
    return Convolution.apply(ops, x, kernel, stride);
  }

  /** A transposed convolution without bias that doubles the size. */
  Node upConvolution(String name, Node x, long channels) {
    return Convolution.transposed(ops, x, kernel(name, 2, channels, x.channels()));
  }

  /** A 1x1x1 convolution without bias. */
  Node pointwise(String name, Node x, long channels) {
    return pointwise(name, x, channels, Start.HE_NORMAL);
  }

  /** A 1x1x1 convolution without bias whose weights start in a given way. */
  Node pointwise(String name, Node x, long channels, Start start) {
    Node kernel = weights.get(prefix + name + "/kernel", start, true, x.channels(), channels);
    return Convolution.pointwise(ops, x, kernel);
  }

  /** Adds a bias a channel. */
  Node bias(String name, Node x) {
    Node bias = weights.get(prefix + name + "/bias", Start.ZERO, false, x.channels());
    return Convolution.bias(ops, x, bias);
  }

  /** GroupNorm, then ReLU. */
  Node normRelu(String name, Node x) {
    return norm(name, x, true);
  }

  /** GroupNorm alone. */
  Node norm(String name, Node x) {
    return norm(name, x, false);
  }

  /**
   * A pre-activation residual block (Myronenko 2018): GN, ReLU, 3³ convolution, GN, ReLU, 3³
   * convolution, plus the input.
   */
  Node residual(String name, Node x, int side) {
    return part(name, List.of(x), (block, in) -> block.residual(in.get(0), side));
  }

  private Node residual(Node x, int side) {
    Node y = convolution("conv1", normRelu("norm1", x), x.channels(), side, 1);
    y = convolution("conv2", normRelu("norm2", y), x.channels(), side, 1);
    return Arithmetic.add(ops, x, y);
  }

  /** Halves the channels by a 1x1x1 convolution and doubles the size trilinearly. */
  Node halveAndUpsample(String name, Node x) {
    return Upsampling.trilinear(ops, pointwise(name, x, x.channels() / 2));
  }

  private Node norm(String name, Node x, boolean relu) {
    Node gain = weights.get(prefix + name + "/gain", Start.ONE, false, x.channels());
    Node offset = weights.get(prefix + name + "/offset", Start.ZERO, false, x.channels());
    return GroupNorm.apply(ops, x, gain, offset, relu);
  }

  private Node kernel(String name, int side, long in, long out) {
    return weights.get(prefix + name + "/kernel", Start.HE_NORMAL, true, side, side, side, in, out);
  }
}
