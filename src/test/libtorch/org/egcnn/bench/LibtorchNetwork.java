/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.egcnn.model.WeightTensor;

/** Our Seg-Net or U-Net of one set of weights in libtorch; maps are [N, C, D, H, W]. */
final class LibtorchNetwork {
  private static final int[] BLOCKS = {1, 2, 2, 4};
  private static final int LEVELS = 4;
  private static final long GROUPS = 8;
  private static final double EPSILON = 1e-5;

  private final Map<String, Tensor> parameters = new LinkedHashMap<>();
  private final boolean segNet;

  /**
   * A network that can learn.
   *
   * @param weights ours by their names
   * @param backbone {@code seg-net} or {@code u-net}
   * @param format how kernels lie in memory
   */
  LibtorchNetwork(Map<String, WeightTensor> weights, String backbone, MemoryFormat format) {
    segNet =
        switch (backbone) {
          case "seg-net" -> true;
          case "u-net" -> false;
          default -> throw new IllegalArgumentException("no such backbone here: " + backbone);
        };
    weights.forEach((name, value) -> parameters.put(name, parameter(value, format)));
  }

  private static Tensor parameter(WeightTensor value, MemoryFormat format) {
    Tensor ours = Tensor.create(value.values(), value.shape());
    Tensor theirs =
        switch (value.shape().length) {
          // [k, k, k, in, out], or for a transposed convolution [k, k, k, out, in]
          case 5 -> ours.permute(4, 3, 0, 1, 2).contiguous(format);
          case 2 ->
              ours.t().reshape(value.shape()[1], value.shape()[0], 1, 1, 1).contiguous(format);
          default -> ours;
        };
    return theirs.set_requires_grad(true);
  }

  /** What an optimiser changes. */
  TensorVector parameters() {
    return new TensorVector(parameters.values().toArray(Tensor[]::new));
  }

  /** Probabilities of the regions, in the layout of the image. */
  Tensor forward(Tensor image) {
    return within(
        () -> {
          Tensor x = normRelu("head/main_norm", segNet ? segNet(image) : uNet(image));
          Tensor bias = parameters.get("head/segmentation/bias").view(1, -1, 1, 1, 1);
          return conv("head/main", x).add(bias).sigmoid();
        });
  }

  private Tensor segNet(Tensor image) {
    List<Tensor> maps = new ArrayList<>();
    Tensor x = image;
    for (int r = 0; r < LEVELS; r++) {
      x = segNetLevel(r, x);
      maps.add(x);
    }
    for (int r = LEVELS - 2; r >= 0; r--) {
      String level = Integer.toString(r);
      Tensor coarse = x;
      x =
          within(
              () -> {
                Tensor y = twiceAsLarge(conv("main/decoder/up" + level, coarse));
                Tensor sum = y.add(maps.get(Integer.parseInt(level)));
                y.close();
                return residual("main/decoder/block" + level, sum);
              });
    }
    return x;
  }

  private Tensor segNetLevel(int r, Tensor x) {
    return within(
        () -> {
          Tensor y =
              r == 0 ? conv("main/encoder/stem", x) : halvingConv("main/encoder/down" + r, x);
          for (int b = 0; b < BLOCKS[r]; b++) {
            Tensor previous = y;
            y = residual("main/encoder/block" + r + "." + b, previous);
            previous.close();
          }
          return y;
        });
  }

  private Tensor uNet(Tensor image) {
    List<Tensor> maps = new ArrayList<>();
    Tensor x = image;
    for (int r = 0; r < LEVELS; r++) {
      x = twice("main/encoder/level" + r, r == 0 ? x : torch.max_pool3d(x, 2));
      maps.add(x);
    }
    for (int r = LEVELS - 2; r >= 0; r--) {
      Tensor kernel = parameters.get("main/decoder/up" + r + "/kernel");
      Tensor coarse = x;
      Tensor skip = maps.get(r);
      String name = "main/decoder/level" + r;
      x =
          within(
              () -> {
                Tensor up =
                    torch.conv_transpose3d(
                        coarse, kernel, none(), all(2), all(0), all(0), 1, all(1));
                Tensor both = torch.cat(new TensorVector(skip, up), 1);
                up.close();
                return twice(name, both);
              });
    }
    return x;
  }

  private Tensor residual(String name, Tensor x) {
    return within(
        () -> {
          Tensor y = conv(name + "/conv1", normRelu(name + "/norm1", x));
          return x.add(conv(name + "/conv2", normRelu(name + "/norm2", y)));
        });
  }

  private Tensor twice(String name, Tensor x) {
    return within(
        () -> {
          Tensor y = normRelu(name + "/norm1", conv(name + "/conv1", x));
          return normRelu(name + "/norm2", conv(name + "/conv2", y));
        });
  }

  private Tensor conv(String name, Tensor x) {
    Tensor kernel = parameters.get(name + "/kernel");
    return torch.conv3d(x, kernel, none(), all(1), all(kernel.size(2) / 2), all(1), 1);
  }

  /** TensorFlow pads an even map of a stride 2 at its end only. */
  private Tensor halvingConv(String name, Tensor x) {
    Tensor padded = torch.constant_pad_nd(x, new long[] {0, 1, 0, 1, 0, 1}, new Scalar(0f));
    return torch.conv3d(
        padded, parameters.get(name + "/kernel"), none(), all(2), all(0), all(1), 1);
  }

  private Tensor normRelu(String name, Tensor x) {
    TensorOptional gain = new TensorOptional(parameters.get(name + "/gain"));
    TensorOptional offset = new TensorOptional(parameters.get(name + "/offset"));
    Tensor y = torch.group_norm(x, Math.min(GROUPS, x.size(1)), gain, offset, EPSILON, true);
    y.relu_();
    return y;
  }

  private static Tensor twiceAsLarge(Tensor x) {
    long[] size = {2 * x.size(2), 2 * x.size(3), 2 * x.size(4)};
    return torch.upsample_trilinear3d(x, size, false);
  }

  private static long[] all(long value) {
    return new long[] {value, value, value};
  }

  private static TensorOptional none() {
    return new TensorOptional();
  }

  /** Computes something and frees at once what it needed in between, as C++ would. */
  private static Tensor within(Supplier<Tensor> work) {
    PointerScope outer = PointerScope.getInnerScope();
    try (PointerScope inner = new PointerScope()) {
      Tensor result = work.get();
      outer.attach(result);
      inner.detach(result);
      return result;
    }
  }
}
