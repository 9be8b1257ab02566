/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.util.List;
import java.util.Optional;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;

/**
 * The numerical library behind the networks. There is one implementation, on TensorFlow; {@link
 * EngineLoader} finds it. Everything outside the engine knows these few interfaces only.
 */
public interface Engine {

  /** The library and its version, such as {@code TensorFlow 2.18.0}. */
  String version();

  /**
   * The devices it can compute on, such as {@code cpu:0}, {@code gpu:0}.
   *
   * @param threads processor threads, or 0 for all; asked before there is a network, they are those
   *     of all that follow
   */
  List<String> devices(int threads);

  /**
   * Creates a network with unset weights.
   *
   * @param architecture what to build
   * @param losses the loss to train with, or empty for a network that only predicts
   * @param options threads and device
   * @throws EngineException if the device is missing or the graph cannot be built
   */
  Network create(Architecture architecture, Optional<LossSettings> losses, EngineOptions options);

  /**
   * Prepares a convolution that runs by itself.
   *
   * @param shape its size
   * @param pass which of its products
   * @param options threads, device and precision
   * @throws EngineException if the device is missing
   */
  ConvolutionProbe convolution(
      ConvolutionProbe.Shape shape, ConvolutionProbe.Pass pass, EngineOptions options);

  /**
   * Lets other processes compute here, and this one with them. Once a process.
   *
   * @param place this process and the others
   * @param options threads, device (auto, cpu or one graphics card) and precision
   * @throws EngineException if the port is taken or cannot be closed to strangers, or the device is
   *     missing
   */
  ClusterServer serve(ClusterPlace place, EngineOptions options);
}
