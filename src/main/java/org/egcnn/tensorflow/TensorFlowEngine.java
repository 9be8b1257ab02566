/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.tensorflow.DeviceSpec;
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
  public List<String> devices() {
    return Devices.list();
  }

  @Override
  public Network create(
      Architecture architecture, Optional<LossSettings> losses, EngineOptions options) {
    ConfigProto.Builder configuration =
        ConfigProto.newBuilder()
            .setAllowSoftPlacement(true)
            .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
    if (options.threads() > 0) {
      configuration
          .setIntraOpParallelismThreads(options.threads())
          .setInterOpParallelismThreads(options.threads());
    }
    Optional<DeviceSpec> device = placement(options.device(), configuration);
    return new TensorFlowNetwork(architecture, losses, configuration.build(), device);
  }

  /** Where all operations go, or empty to let it choose. */
  private Optional<DeviceSpec> placement(String device, ConfigProto.Builder configuration) {
    String wanted = device.toLowerCase(Locale.ROOT);
    if (wanted.equals("auto")) {
      return Optional.empty();
    }
    if (wanted.equals("cpu")) {
      configuration.putDeviceCount("GPU", 0);
      return Optional.empty();
    }
    String numbered = wanted.contains(":") ? wanted : wanted + ":0";
    if (!devices().contains(numbered)) {
      throw new EngineException(
          "there is no device '" + device + "'; there are " + String.join(", ", devices()), null);
    }
    String[] parts = numbered.split(":");
    return Optional.of(
        DeviceSpec.newBuilder()
            .deviceType(DeviceSpec.DeviceType.valueOf(parts[0].toUpperCase(Locale.ROOT)))
            .deviceIndex(Integer.parseInt(parts[1]))
            .build());
  }
}
