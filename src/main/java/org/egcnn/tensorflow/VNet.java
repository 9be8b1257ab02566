/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.model.Architecture;

/**
 * V-Net (Milletari et al. 2016): stages of 1, 2, 3, 3 convolutions that learn a residual, strided
 * convolutions down, transposed ones up, skip connections concatenated. A stage of the decoder is
 * twice as wide as the encoder's at its resolution, as in the original; GroupNorm and ReLU take the
 * place of the original's PReLU.
 */
final class VNet implements MainStream {
  private static final int[] CONVOLUTIONS = {1, 2, 3, 3};

  @Override
  public Features build(Layers layers, Node image, Architecture architecture) {
    int levels = architecture.levels();
    int side = architecture.kernel();
    List<Node> encoder = new ArrayList<>();
    Layers down = layers.in("encoder");
    long channels = architecture.width();
    // the original repeats a one-channel image; a 1x1x1 convolution serves any number of channels
    Node x = down.pointwise("stem", image, channels);
    for (int r = 0; r < levels; r++) {
      if (r > 0) {
        x =
            down.normRelu(
                "down" + r + ".norm", down.convolution("down" + r, x, channels << r, 2, 2));
      }
      x = stage(down, "stage" + r, x, convolutions(r), side);
      encoder.add(x);
    }
    Layers up = layers.in("decoder");
    Node firstUp = null;
    for (int r = levels - 2; r >= 0; r--) {
      Node upper = up.normRelu("up" + r + ".norm", up.upConvolution("up" + r, x, channels << r));
      x = Arithmetic.concatenate(layers.ops(), upper, encoder.get(r));
      firstUp = firstUp == null ? x : firstUp;
      x = stage(up, "stage" + r, x, convolutions(r), side);
    }
    return new Features(encoder, firstUp, x);
  }

  private static int convolutions(int level) {
    return CONVOLUTIONS[Math.min(level, CONVOLUTIONS.length - 1)];
  }

  private static Node stage(Layers layers, String name, Node x, int convolutions, int side) {
    return layers.part(
        name, List.of(x), (stage, in) -> stage(stage, in.get(0), convolutions, side));
  }

  private static Node stage(Layers stage, Node x, int convolutions, int side) {
    Node y = x;
    for (int i = 1; i <= convolutions; i++) {
      y = stage.convolution("conv" + i, y, x.channels(), side, 1);
      y = i < convolutions ? stage.normRelu("norm" + i, y) : stage.norm("norm" + i, y);
    }
    return Activation.relu(stage.ops(), Arithmetic.add(stage.ops(), x, y));
  }
}
