/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;

/** The devices TensorFlow can compute on; its Java interface does not tell. */
final class Devices {
  private Devices() {}

  /** Those of this process by names such as {@code cpu:0} and {@code gpu:0}. */
  static List<String> list(ConfigProto configuration) {
    return list("", configuration).stream()
        .map(name -> name.substring(name.indexOf("device:") + 7).toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * Those that a session has, by names such as {@code /job:worker/replica:0/task:1/device:CPU:0}.
   *
   * @param target the server that runs the session, or empty for this process
   */
  static List<String> list(String target, ConfigProto configuration) {
    List<String> names = new ArrayList<>();
    try (TF_Status status = TF_Status.newStatus();
        TF_Graph graph = TF_Graph.newGraph()) {
      TF_Session session = RemoteSession.connect(graph, target, configuration);
      TF_DeviceList devices = tensorflow.TF_SessionListDevices(session, status);
      status.throwExceptionIfNotOK();
      for (int i = 0; i < tensorflow.TF_DeviceListCount(devices); i++) {
        names.add(tensorflow.TF_DeviceListName(devices, i, status).getString());
      }
      tensorflow.TF_DeleteDeviceList(devices);
      tensorflow.TF_CloseSession(session, status);
      tensorflow.TF_DeleteSession(session, status);
    }
    return names;
  }
}
