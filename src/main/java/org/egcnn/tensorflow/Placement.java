/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcnn.engine.EngineException;
import org.tensorflow.DeviceSpec;

/**
 * On which devices a network computes.
 *
 * @param devices a training step spreads its crops over them, everything else is on the first;
 *     empty lets TensorFlow choose one
 * @param graphicsCards whether graphics cards may be used
 * @param processors into how many devices the processor is divided
 */
record Placement(List<DeviceSpec> devices, boolean graphicsCards, int processors) {
  private static final Pattern NAME = Pattern.compile("(cpu|gpu)(?::(\\d{1,2}))?");

  /**
   * Understands what {@link org.egcnn.engine.EngineOptions#device} says. The processor can be
   * divided into several devices, {@code cpu:0,cpu:1}, which serves to try out such trainings.
   *
   * @param present the names of the devices there are, asked for when needed
   * @throws EngineException if a device is missing or named wrongly
   */
  static Placement of(String wanted, Supplier<List<String>> present) {
    String names = wanted.toLowerCase(Locale.ROOT).replace(" ", "");
    if (names.equals("auto")) {
      return new Placement(List.of(), true, 1);
    }
    if (names.equals("cpu")) {
      return new Placement(List.of(), false, 1);
    }
    List<String> found = present.get();
    List<String> chosen =
        names.equals("gpus")
            ? found.stream().filter(name -> name.startsWith("gpu")).toList()
            : Arrays.asList(names.split(","));
    List<DeviceSpec> devices = new ArrayList<>();
    int processors = 1;
    for (String name : chosen) {
      Matcher matcher = NAME.matcher(name);
      boolean named = matcher.matches();
      int index = named && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : 0;
      boolean processor = named && matcher.group(1).equals("cpu");
      if (!processor && !(named && found.contains("gpu:" + index))) {
        throw missing(wanted, found);
      }
      DeviceSpec device = device(processor, index);
      if (devices.contains(device)) {
        throw new EngineException("the device '" + name + "' is named twice", null);
      }
      devices.add(device);
      processors = processor ? Math.max(processors, index + 1) : processors;
    }
    if (devices.isEmpty()) {
      throw missing(wanted, found);
    }
    return new Placement(devices, true, processors);
  }

  /** The processor, where batches are divided. */
  static DeviceSpec processor() {
    return device(true, 0);
  }

  private static DeviceSpec device(boolean processor, int index) {
    return DeviceSpec.newBuilder()
        .deviceType(processor ? DeviceSpec.DeviceType.CPU : DeviceSpec.DeviceType.GPU)
        .deviceIndex(index)
        .build();
  }

  private static EngineException missing(String wanted, List<String> found) {
    return new EngineException(
        "there is no device '" + wanted + "'; there are " + String.join(", ", found), null);
  }
}
