/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.model.Architecture;

/**
 * The residual encoder and decoder of Myronenko 2018 (arXiv 1810.11654) without its variational
 * branch: 1, 2, 2, 4 residual blocks a resolution going down, one going up, skip connections added.
 */
final class SegNet implements MainStream {
  private static final int[] BLOCKS = {1, 2, 2, 4};

  @Override
  public Features build(Layers layers, Node image, Architecture architecture) {
    int levels = architecture.levels();
    int side = architecture.kernel();
    List<Node> encoder = new ArrayList<>();
    Layers down = layers.in("encoder");
    Node x = down.convolution("stem", image, architecture.width(), side, 1);
    for (int r = 0; r < levels; r++) {
      if (r > 0) {
        x = down.convolution("down" + r, x, 2 * x.channels(), side, 2);
      }
      for (int b = 0; b < BLOCKS[Math.min(r, BLOCKS.length - 1)]; b++) {
        x = down.residual("block" + r + "." + b, x, side);
      }
      encoder.add(x);
    }
    Layers up = layers.in("decoder");
    Node firstUp = null;
    for (int r = levels - 2; r >= 0; r--) {
      x = Arithmetic.add(layers.ops(), up.halveAndUpsample("up" + r, x), encoder.get(r));
      firstUp = firstUp == null ? x : firstUp;
      x = up.residual("block" + r, x, side);
    }
    return new Features(encoder, firstUp, x);
  }
}
