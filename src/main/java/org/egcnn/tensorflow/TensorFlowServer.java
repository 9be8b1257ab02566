/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.egcnn.engine.ClusterPlace;
import org.egcnn.engine.ClusterServer;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Server;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.ClusterDef;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.JobDef;
import org.tensorflow.proto.ServerDef;

/**
 * TensorFlow's gRPC server in this process. Each process of the cluster has one device: its first
 * graphics card, or its processor if it has none or may not use it.
 */
final class TensorFlowServer implements ClusterServer {
  private static final String JOB = "worker";
  private static final int ANSWERING_THREADS = 2;

  /** Kept, so that it goes on serving. */
  @SuppressWarnings("unused")
  private final Server server;

  private final ClusterPlace place;
  private final EngineOptions options;
  private final ConfigProto configuration;

  private TensorFlowServer(
      Server server, ClusterPlace place, EngineOptions options, ConfigProto configuration) {
    this.server = server;
    this.place = place;
    this.options = options;
    this.configuration = configuration;
  }

  /** Starts serving; what was started stays until the process ends. */
  static TensorFlowServer start(
      ClusterPlace place, EngineOptions options, ConfigProto configuration) {
    JobDef.Builder job = JobDef.newBuilder().setName(JOB);
    for (int task = 0; task < place.processes().size(); task++) {
      job.putTasks(task, address(place, task));
    }
    ServerDef definition =
        ServerDef.newBuilder()
            .setCluster(ClusterDef.newBuilder().addJob(job))
            .setJobName(JOB)
            .setTaskIndex(place.task())
            .setProtocol("grpc")
            .setDefaultSessionConfig(answering(options, configuration))
            .build();
    Server server;
    try {
      server = new Server(definition);
    } catch (TensorFlowException e) {
      throw new EngineException(
          "TensorFlow's server cannot be started at "
              + address(place, place.task())
              + " ("
              + e.getMessage()
              + "). Another program may use the port: choose another",
          e);
    }
    place.gate().close(place.processes().get(place.task()).getPort());
    server.start();
    return new TensorFlowServer(
        server,
        place,
        options,
        // so that a second network has weights of its own
        configuration.toBuilder().setIsolateSessionState(true).build());
  }

  /**
   * Beside the threads that compute: TensorFlow answers other processes by threads of the same
   * pool, and they would wait for tensors until this process has computed its crops.
   */
  private static ConfigProto answering(EngineOptions options, ConfigProto configuration) {
    return configuration.toBuilder()
        .setInterOpParallelismThreads(options.processors() + ANSWERING_THREADS)
        .build();
  }

  /** What this process may compute on. */
  static Placement own(EngineOptions options) {
    String device = options.device();
    if (!device.equals("auto") && !device.equals("cpu")) {
      throw new EngineException(
          "each process of a cluster has one device: choose auto or cpu instead of '"
              + device
              + "'; CUDA_VISIBLE_DEVICES says which graphics card auto takes",
          null);
    }
    return Placement.of(device, List::of);
  }

  @Override
  public Network create(Architecture architecture, Optional<LossSettings> losses) {
    String target = "grpc://" + address(place, place.task());
    List<String> present = Devices.list(target, configuration);
    List<DeviceSpec> devices =
        IntStream.range(0, place.processes().size())
            .map(i -> (place.task() + i) % place.processes().size())
            .mapToObj(task -> device(task, present))
            .toList();
    return new TensorFlowNetwork(
        architecture,
        losses,
        graph -> RemoteSession.open(graph, target, configuration),
        new Spread(devices, device(place.task(), DeviceSpec.DeviceType.CPU), true),
        options);
  }

  private static DeviceSpec device(int task, List<String> present) {
    DeviceSpec card = device(task, DeviceSpec.DeviceType.GPU);
    return present.contains(card.toString()) ? card : device(task, DeviceSpec.DeviceType.CPU);
  }

  private static DeviceSpec device(int task, DeviceSpec.DeviceType type) {
    return DeviceSpec.newBuilder()
        .job(JOB)
        .replica(0)
        .task(task)
        .deviceType(type)
        .deviceIndex(0)
        .build();
  }

  private static String address(ClusterPlace place, int task) {
    InetSocketAddress address = place.processes().get(task);
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
