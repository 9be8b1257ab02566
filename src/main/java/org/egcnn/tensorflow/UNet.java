/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.model.Architecture;

/**
 * 3D U-Net (Çiçek et al. 2016): two convolutions a resolution, each with GN and ReLU; max-pooling
 * down, transposed convolutions up, skip connections concatenated.
 */
final class UNet implements MainStream {

  @Override
  public Features build(Layers layers, Node image, Architecture architecture) {
    int levels = architecture.levels();
    int side = architecture.kernel();
    List<Node> encoder = new ArrayList<>();
    Layers down = layers.in("encoder");
    long channels = architecture.width();
    Node x = image;
    for (int r = 0; r < levels; r++) {
      x = r == 0 ? x : Pooling.max(layers.ops(), x);
      x = twice(down, "level" + r, x, channels << r, side);
      encoder.add(x);
    }
    Layers up = layers.in("decoder");
    Node firstUp = null;
    for (int r = levels - 2; r >= 0; r--) {
      Node upper = up.upConvolution("up" + r, x, channels << r);
      x = Arithmetic.concatenate(layers.ops(), encoder.get(r), upper);
      firstUp = firstUp == null ? x : firstUp;
      x = twice(up, "level" + r, x, channels << r, side);
    }
    return new Features(encoder, firstUp, x);
  }

  private static Node twice(Layers layers, String name, Node x, long channels, int side) {
    return layers.part(name, List.of(x), (level, in) -> twice(level, in.get(0), channels, side));
  }

  private static Node twice(Layers level, Node x, long channels, int side) {
    Node y = level.normRelu("norm1", level.convolution("conv1", x, channels, side, 1));
    return level.normRelu("norm2", level.convolution("conv2", y, channels, side, 1));
  }
}
