/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import java.util.Optional;
import org.egcnn.engine.ClusterPlace;
import org.egcnn.engine.ClusterServer;
import org.egcnn.engine.ConvolutionProbe;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/** The engine on TensorFlow. Found by {@link org.egcnn.engine.EngineLoader} by its name. */
public final class TensorFlowEngine implements Engine {

  @Override
  public String version() {
    return "TensorFlow " + TensorFlow.version();
  }

  @Override
  public List<String> devices(int threads) {
    return Devices.list(withThreads(threads).build());
  }

  @Override
  public Network create(
      Architecture architecture, Optional<LossSettings> losses, EngineOptions options) {
    Placement placement = placement(options);
    ConfigProto configuration = configuration(options, placement);
    return new TensorFlowNetwork(
        architecture,
        losses,
        graph -> new Session(graph, false, configuration),
        new Spread(placement.devices(), Placement.processor(), false),
        options);
  }

  @Override
  public ConvolutionProbe convolution(
      ConvolutionProbe.Shape shape, ConvolutionProbe.Pass pass, EngineOptions options) {
    Placement placement = placement(options);
    return new TensorFlowConvolution(
        shape, pass, options.precision(), configuration(options, placement));
  }

  @Override
  public ClusterServer serve(ClusterPlace place, EngineOptions options) {
    return TensorFlowServer.start(
        place, options, configuration(options, TensorFlowServer.own(options)));
  }

  private Placement placement(EngineOptions options) {
    return Placement.of(options.device(), () -> devices(options.threads()));
  }

  /** What the first session of a process decides for all. */
  private static ConfigProto.Builder withThreads(int threads) {
    return ConfigProto.newBuilder()
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
        .setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(threads);
  }

  private static ConfigProto configuration(EngineOptions options, Placement placement) {
    ConfigProto.Builder configuration = withThreads(options.threads()).setAllowSoftPlacement(true);
    if (!placement.graphicsCards()) {
      configuration.putDeviceCount("GPU", 0);
    }
    return configuration.putDeviceCount("CPU", placement.processors()).build();
  }
}
