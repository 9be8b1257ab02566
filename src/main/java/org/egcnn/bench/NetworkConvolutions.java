/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.engine.ConvolutionProbe;
import org.egcnn.engine.ConvolutionProbe.Pass;
import org.egcnn.engine.ConvolutionProbe.Resizing;
import org.egcnn.model.Architecture;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.Size;

/** Goes through a network's convolutions as the network is built. */
final class NetworkConvolutions {

  /**
   * One of them.
   *
   * @param shape what it computes
   * @param ofImage whether it convolves the image, which needs no gradient
   */
  record Layer(ConvolutionProbe.Shape shape, boolean ofImage) {

    /** What a training step computes of it. */
    List<Pass> trainingPasses() {
      return ofImage ? List.of(Pass.FORWARD, Pass.TO_KERNEL) : List.of(Pass.values());
    }
  }

  private static final int[] SEG_NET_BLOCKS = {1, 2, 2, 4};
  private static final int[] V_NET_CONVOLUTIONS = {1, 2, 3, 3};

  private final Architecture architecture;
  private final int count;
  private final Size size;
  private final int levels;
  private final int side;
  private final List<Layer> layers = new ArrayList<>();

  /** Channels of the decoder's first up-sampled map and of its last map. */
  private int firstUp;

  private int last;

  private NetworkConvolutions(Architecture architecture, int count, Size size) {
    this.architecture = architecture;
    this.count = count;
    this.size = size;
    this.levels = architecture.levels();
    this.side = architecture.kernel();
  }

  /**
   * All of them, in the order of a prediction.
   *
   * @param architecture the network
   * @param count crops in a batch
   * @param size their size, its sides multiples of {@link Architecture#step}
   */
  static List<Layer> of(Architecture architecture, int count, Size size) {
    NetworkConvolutions walk = new NetworkConvolutions(architecture, count, size);
    walk.main();
    walk.edge();
    walk.head();
    return List.copyOf(walk.layers);
  }

  private void main() {
    switch (architecture.backbone()) {
      case SEG_NET -> segNet();
      case U_NET -> uNet();
      case V_NET -> vNet();
    }
  }

  private void segNet() {
    image(side, channels(0));
    for (int r = 0; r < levels; r++) {
      if (r > 0) {
        down(r, side, channels(r - 1), channels(r));
      }
      for (int b = 0; b < at(SEG_NET_BLOCKS, r); b++) {
        residual(r, side, channels(r));
      }
    }
    for (int r = levels - 2; r >= 0; r--) {
      convolution(r + 1, 1, channels(r + 1), channels(r));
      residual(r, side, channels(r));
    }
    firstUp = channels(levels - 2);
    last = channels(0);
  }

  private void uNet() {
    for (int r = 0; r < levels; r++) {
      if (r == 0) {
        image(side, channels(0));
      } else {
        convolution(r, side, channels(r - 1), channels(r));
      }
      convolution(r, side, channels(r), channels(r));
    }
    for (int r = levels - 2; r >= 0; r--) {
      up(r, channels(r + 1), channels(r));
      convolution(r, side, 2 * channels(r), channels(r));
      convolution(r, side, channels(r), channels(r));
    }
    firstUp = 2 * channels(levels - 2);
    last = channels(0);
  }

  private void vNet() {
    image(1, channels(0));
    for (int r = 0; r < levels; r++) {
      if (r > 0) {
        down(r, 2, channels(r - 1), channels(r));
      }
      stage(r, channels(r));
    }
    int below = channels(levels - 1);
    for (int r = levels - 2; r >= 0; r--) {
      up(r, below, channels(r));
      below = 2 * channels(r);
      stage(r, below);
    }
    firstUp = 2 * channels(levels - 2);
    last = below;
  }

  private void stage(int level, int channels) {
    for (int i = 0; i < at(V_NET_CONVOLUTIONS, level); i++) {
      convolution(level, side, channels, channels);
    }
  }

  private void edge() {
    if (architecture.edgeStream().isEmpty()) {
      return;
    }
    boolean gated = architecture.edgeStream().get().gated();
    int lowest = levels - 2;
    if (firstUp != edgeChannels(lowest)) {
      convolution(lowest, 1, firstUp, edgeChannels(lowest));
    }
    residual(lowest, 3, edgeChannels(lowest));
    for (int r = lowest; r >= 0; r--) {
      int e = edgeChannels(r);
      if (gated) {
        convolution(r, 1, e, e);
        convolution(r, 1, channels(r), e);
        convolution(r, 1, e, 1);
      }
      residual(r, 3, e);
      if (r > 0) {
        residual(r, 3, e);
        convolution(r, 1, e, edgeChannels(r - 1));
      }
    }
  }

  private void head() {
    int out = architecture.outputChannels();
    if (architecture.edgeStream().isPresent()) {
      int e = edgeChannels(0);
      convolution(0, 1, e, architecture.outputs());
      if (architecture.edgeStream().get().fusion() == EdgeStream.Fusion.CONVOLVED) {
        convolution(0, 3, e + last, last);
      } else {
        convolution(0, 1, e, out);
      }
    }
    convolution(0, 1, last, out);
  }

  private void residual(int level, int kernel, int channels) {
    convolution(level, kernel, channels, channels);
    convolution(level, kernel, channels, channels);
  }

  private void image(int kernel, int out) {
    layers.add(
        new Layer(
            new ConvolutionProbe.Shape(
                count, size, architecture.inputChannels(), out, kernel, Resizing.NONE),
            true));
  }

  /** A convolution that keeps a level's resolution. */
  private void convolution(int level, int kernel, int in, int out) {
    add(level, kernel, in, out, Resizing.NONE);
  }

  /** A convolution of stride 2 from the level above. */
  private void down(int level, int kernel, int in, int out) {
    add(level - 1, kernel, in, out, Resizing.HALVING);
  }

  /** A transposed convolution from the level below. */
  private void up(int level, int in, int out) {
    add(level + 1, 2, in, out, Resizing.DOUBLING);
  }

  private void add(int level, int kernel, int in, int out, Resizing resizing) {
    layers.add(
        new Layer(
            new ConvolutionProbe.Shape(count, sizeAt(level), in, out, kernel, resizing), false));
  }

  private Size sizeAt(int level) {
    return new Size(size.depth() >> level, size.height() >> level, size.width() >> level);
  }

  private int channels(int level) {
    return architecture.width() << level;
  }

  private int edgeChannels(int level) {
    return architecture.edgeWidth() << level;
  }

  private static int at(int[] numbers, int level) {
    return numbers[Math.min(level, numbers.length - 1)];
  }
}
