/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.egcnn.model.Safetensors;
import org.egcnn.model.WeightTensor;

/**
 * Runs the project's Seg-Net or U-Net in libtorch whenever it is told to: what {@code
 * src/test/python/pytorch_peer.py} does, with the same arguments, requests and answers. Its class
 * path has this program's classes and libtorch, whose JavaCPP is not TensorFlow's.
 */
final class LibtorchPeer {
  private static final double LEARNING_RATE = 1e-4;
  private static final double SHARE_OF_LABELS = 0.3;
  private static final double EPSILON = 1e-5;
  private static final int CHANNELS = 4;
  private static final int REGIONS = 3;

  private final MemoryFormat format;
  private final boolean training;
  private final Map<String, WeightTensor> example;
  private final LibtorchNetwork network;
  private final Tensor image;
  private final Tensor labels;
  private final Adam optimiser;

  private LibtorchPeer(Path folder, String backbone, int side, String layout, String mode)
      throws IOException {
    format =
        layout.equals("channels_last_3d") ? MemoryFormat.ChannelsLast3d : MemoryFormat.Contiguous;
    training = mode.equals("step");
    example = Safetensors.read(folder.resolve(ExchangeFiles.EXAMPLE));
    network =
        new LibtorchNetwork(
            Safetensors.read(folder.resolve(ExchangeFiles.WEIGHTS)), backbone, format);
    torch.manual_seed(1);
    Tensor uniform = torch.rand(1, CHANNELS, side, side, side);
    image = uniform.mul(new Scalar(2f)).sub(new Scalar(1f)).contiguous(format);
    Tensor drawn = torch.rand(1, REGIONS, side, side, side).lt(new Scalar(SHARE_OF_LABELS));
    labels = drawn.to(ScalarType.Float).contiguous(format);
    optimiser = new Adam(network.parameters(), new AdamOptions(LEARNING_RATE));
  }

  /**
   * Arguments: the folder of the weights and the example, the backbone, the side of the cubic crop,
   * {@code ncdhw} or {@code channels_last_3d}, {@code step} or {@code inference}, and threads (0
   * for libtorch's own choice).
   */
  public static void main(String[] arguments) throws IOException {
    int threads = Integer.parseInt(arguments[5]);
    if (threads > 0) {
      torch.set_num_threads(threads);
    }
    try (PointerScope scope = new PointerScope()) {
      LibtorchPeer peer =
          new LibtorchPeer(
              Path.of(arguments[0]),
              arguments[1],
              Integer.parseInt(arguments[2]),
              arguments[3],
              arguments[4]);
      Child.answer(peer::answer);
    }
  }

  private String answer(String request) {
    return switch (request) {
      case "check" -> Double.toString(check());
      case "run" -> Double.toString(run());
      case "peak" -> Long.toString(ResidentMemory.peak());
      default -> throw new IllegalArgumentException("unknown request " + request);
    };
  }

  /** The largest difference from our network's probabilities. */
  private double check() {
    try (PointerScope scope = new PointerScope();
        NoGradGuard noGradients = new NoGradGuard()) {
      Tensor input = tensor("input").permute(0, 4, 1, 2, 3).contiguous(format);
      Tensor theirs = network.forward(input).permute(0, 2, 3, 4, 1);
      return theirs.sub(tensor("probabilities")).abs().max().item_float();
    }
  }

  private Tensor tensor(String name) {
    WeightTensor ours = example.get(name);
    return Tensor.create(ours.values(), ours.shape());
  }

  /** The seconds of one step or prediction. */
  private double run() {
    long start = System.nanoTime();
    if (training) {
      step();
    } else {
      predict();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void step() {
    try (PointerScope scope = new PointerScope()) {
      optimiser.zero_grad(true);
      softDice(network.forward(image), labels).backward();
      optimiser.step();
    }
  }

  private void predict() {
    try (PointerScope scope = new PointerScope();
        InferenceMode noGradients = new InferenceMode()) {
      network.forward(image);
    }
  }

  private static Tensor softDice(Tensor p, Tensor y) {
    Tensor overlap = sum(p.mul(y));
    Tensor squares = sum(p.mul(p)).add(sum(y));
    Tensor dice = overlap.mul(new Scalar(2f)).div(squares.add(new Scalar(EPSILON)));
    return dice.neg().add(new Scalar(1f)).mean();
  }

  /** Over everything but the regions. */
  private static Tensor sum(Tensor x) {
    return x.sum(0, 2, 3, 4);
  }
}
