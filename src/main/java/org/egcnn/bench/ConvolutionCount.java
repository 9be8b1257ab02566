/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import org.egcnn.model.Architecture;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.Size;

/**
 * The work in a network's own convolutions, whatever computes them: two floating-point operations
 * for each product of a voxel, a kernel's position, a channel in and a channel out. Products with
 * the zero padding are counted; normalisation, activation, up-sampling, losses and the optimiser
 * are not, and neither is what recomputation does twice.
 *
 * @param forward operations of a prediction
 * @param training operations of a step: forward, to each kernel, and to each input but the image
 * @param kernelWeights numbers in all kernels
 */
public record ConvolutionCount(double forward, double training, long kernelWeights) {

  /**
   * Counts a network.
   *
   * @param architecture the network
   * @param count crops in a batch
   * @param size their size
   */
  public static ConvolutionCount of(Architecture architecture, int count, Size size) {
    Walk walk = new Walk(architecture, (double) count * size.voxels());
    walk.main();
    walk.edge();
    walk.head();
    return new ConvolutionCount(walk.forward, walk.training, walk.weights);
  }

  /** Goes through the layers as the network is built. */
  private static final class Walk {
    private static final int[] SEG_NET_BLOCKS = {1, 2, 2, 4};
    private static final int[] V_NET_CONVOLUTIONS = {1, 2, 3, 3};

    private final Architecture architecture;
    private final double voxels;
    private final int levels;
    private final int side;
    private double forward;
    private double training;
    private long weights;

    /** Channels of the decoder's first up-sampled map and of its last map. */
    private long firstUp;

    private long last;

    Walk(Architecture architecture, double voxels) {
      this.architecture = architecture;
      this.voxels = voxels;
      this.levels = architecture.levels();
      this.side = architecture.kernel();
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
          convolution(r, side, channels(r - 1), channels(r));
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
          convolution(r, 2, channels(r - 1), channels(r));
        }
        stage(r, channels(r));
      }
      long below = channels(levels - 1);
      for (int r = levels - 2; r >= 0; r--) {
        up(r, below, channels(r));
        below = 2 * channels(r);
        stage(r, below);
      }
      firstUp = 2 * channels(levels - 2);
      last = below;
    }

    private void stage(int level, long channels) {
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
        long e = edgeChannels(r);
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
      long out = architecture.outputChannels();
      if (architecture.edgeStream().isPresent()) {
        long e = edgeChannels(0);
        convolution(0, 1, e, architecture.outputs());
        if (architecture.edgeStream().get().fusion() == EdgeStream.Fusion.CONVOLVED) {
          convolution(0, 3, e + last, last);
        } else {
          convolution(0, 1, e, out);
        }
      }
      convolution(0, 1, last, out);
    }

    private void residual(int level, int kernel, long channels) {
      convolution(level, kernel, channels, channels);
      convolution(level, kernel, channels, channels);
    }

    /** The image needs no gradient. */
    private void image(int kernel, long out) {
      add(voxels, kernel, architecture.inputChannels(), out, 2);
    }

    /** A convolution whose output has a level's resolution. */
    private void convolution(int level, int kernel, long in, long out) {
      add(voxels(level), kernel, in, out, 3);
    }

    /** A transposed convolution up to a level; each voxel below touches 2³ above. */
    private void up(int level, long in, long out) {
      add(voxels(level + 1), 2, in, out, 3);
    }

    private void add(double positions, int kernel, long in, long out, int passes) {
      long numbers = (long) kernel * kernel * kernel * in * out;
      weights += numbers;
      forward += 2 * positions * numbers;
      training += passes * 2 * positions * numbers;
    }

    private double voxels(int level) {
      return voxels / (1L << 3 * level);
    }

    private long channels(int level) {
      return (long) architecture.width() << level;
    }

    private long edgeChannels(int level) {
      return (long) architecture.edgeWidth() << level;
    }

    private static int at(int[] numbers, int level) {
      return numbers[Math.min(level, numbers.length - 1)];
    }
  }
}
