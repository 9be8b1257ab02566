/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.egcnn.model.Architecture;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * Group normalisation (Wu and He 2018), optionally followed by ReLU, over maps [N, D, H, W, C]. The
 * statistics of a group of channels come from sums a channel, so that the map itself is only read
 * and then written once by {@code scale * x + shift}; the backward pass likewise has the form
 * {@code p * gradient + q * x + t} with numbers p, q, t a channel.
 */
final class GroupNorm {
  private static final double EPSILON = 1e-5;

  private GroupNorm() {}

  /** The number of groups. */
  static int groups(long channels) {
    return Architecture.normGroups(channels);
  }

  /**
   * Normalises a map.
   *
   * @param x the map
   * @param gain γ, [C]
   * @param offset β, [C]
   * @param relu whether negative results become 0
   */
  static Node apply(GraphOps ops, Node x, Node gain, Node offset, boolean relu) {
    return new Pass(ops, x, gain, offset, relu).node();
  }

  /** One normalisation; the numbers a channel have shape [N, 1, C]. */
  private static final class Pass {
    private final GraphOps ops;
    private final Node x;
    private final Node gain;
    private final Node offset;
    private final boolean relu;
    private final long samples;
    private final long positions;
    private final long channels;
    private final ChannelRows layout;
    private final Operand<TFloating> mean;
    private final Operand<TFloating> reciprocal;
    private final Operand<TFloating> scale;

    Pass(GraphOps ops, Node x, Node gain, Node offset, boolean relu) {
      this.ops = ops;
      this.x = x;
      this.gain = gain;
      this.offset = offset;
      this.relu = relu;
      samples = x.shape()[0];
      channels = x.channels();
      positions = x.positions() / samples;
      layout = new ChannelRows(ops, x.shape());
      mean = groupMean(channelSums(x.value(), 1.0 / positions));
      Operand<TFloating> square = groupMean(channelSums(ops.square(x.value()), 1.0 / positions));
      Operand<TFloating> variance =
          ops.tf().math.maximum(ops.sub(square, ops.square(mean)), ops.constant(0));
      reciprocal = ops.tf().math.rsqrt(ops.add(variance, ops.constant(EPSILON)));
      scale = ops.mul(reciprocal, gain.value());
    }

    Node node() {
      Operand<TFloating> shift = ops.sub(offset.value(), ops.mul(mean, scale));
      Operand<TFloating> y = layout.map(ops.add(scaled(x.value(), scale), each(shift)));
      Operand<TFloating> result = relu ? ops.tf().nn.relu(y) : y;
      return Node.of(
          ops, result, x.shape(), List.of(x, gain, offset), gradient -> backward(result, gradient));
    }

    private List<Operand<TFloating>> backward(
        Operand<TFloating> result, Operand<TFloating> gradient) {
      Operand<TFloating> g = relu ? Activation.reluGradient(ops, gradient, result) : gradient;
      Operand<TFloating> sums = channelSums(g, 1);
      Operand<TFloating> products = channelSums(ops.mul(g, x.value()), 1);
      // sums of gradient times normalised value, a channel
      Operand<TFloating> normalised = ops.mul(reciprocal, ops.sub(products, ops.mul(mean, sums)));
      Operand<TFloating> a = groupMean(ops.mul(gain.value(), sums));
      Operand<TFloating> b = groupMean(ops.mul(gain.value(), normalised));
      Operand<TFloating> perPosition = ops.constant(1.0 / positions);
      Operand<TFloating> q =
          ops.mul(perPosition, ops.tf().math.neg(ops.mul(ops.square(reciprocal), b)));
      Operand<TFloating> t =
          ops.sub(
              ops.tf().math.neg(ops.mul(mean, q)), ops.mul(perPosition, ops.mul(reciprocal, a)));
      Operand<TFloating> toX = ops.add(scaled(g, scale), ops.add(scaled(x.value(), q), each(t)));
      return List.of(
          layout.map(toX),
          ops.reshape(ops.reduceSum(normalised, 0, 1), channels),
          ops.reshape(ops.reduceSum(sums, 0, 1), channels));
    }

    private Operand<TFloating> scaled(Operand<TFloating> map, Operand<TFloating> numbers) {
      return ops.mul(layout.rows(map), each(numbers));
    }

    private Operand<TFloating> each(Operand<TFloating> numbers) {
      return layout.row(numbers, samples);
    }

    private Operand<TFloating> channelSums(Operand<TFloating> map, double weight) {
      return ops.positionSums(map, samples, positions, channels, weight);
    }

    /** Replaces each channel's number by the mean over its group. */
    private Operand<TFloating> groupMean(Operand<TFloating> numbers) {
      int groups = groups(channels);
      long members = channels / groups;
      double[] mixing = new double[(int) (channels * channels)];
      for (int i = 0; i < channels; i++) {
        for (int j = 0; j < channels; j++) {
          mixing[(int) (i * channels + j)] = i / members == j / members ? 1.0 / members : 0;
        }
      }
      Operand<TFloating> matrix = ops.constant(mixing, channels, channels);
      Operand<TFloating> flat = ops.reshape(numbers, samples, channels);
      return ops.reshape(ops.matMul(flat, false, matrix, false), samples, 1, channels);
    }
  }
}
