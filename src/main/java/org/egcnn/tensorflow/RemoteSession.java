/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.bytedeco.javacpp.BytePointer;
import org.egcnn.engine.EngineException;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;

/**
 * Opens sessions that a server runs. TensorFlow for Java has them in its C interface but no public
 * way to one, so its {@link Session} is wrapped around what the C interface opened.
 */
final class RemoteSession {
  private RemoteSession() {}

  /**
   * Opens a session.
   *
   * @param target the server, as {@code grpc://host:port}
   */
  static Session open(Graph graph, String target, ConfigProto configuration) {
    try {
      Method reference = Graph.class.getDeclaredMethod("ref");
      reference.setAccessible(true);
      Constructor<Session> constructor =
          Session.class.getDeclaredConstructor(Graph.class, TF_Session.class);
      constructor.setAccessible(true);
      try (AutoCloseable held = (AutoCloseable) reference.invoke(graph)) {
        Method handle = held.getClass().getMethod("nativeHandle");
        handle.setAccessible(true);
        return constructor.newInstance(
            graph, connect((TF_Graph) handle.invoke(held), target, configuration));
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new EngineException("TensorFlow for Java is not the version expected: " + e, e);
    }
  }

  /** Opens a session in the C interface; the caller deletes it. */
  static TF_Session connect(TF_Graph graph, String target, ConfigProto configuration) {
    byte[] settings = configuration.toByteArray();
    try (TF_Status status = TF_Status.newStatus();
        TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
        BytePointer pointer = new BytePointer(settings)) {
      tensorflow.TF_SetTarget(options, target);
      tensorflow.TF_SetConfig(options, pointer, settings.length, status);
      status.throwExceptionIfNotOK();
      TF_Session session = tensorflow.TF_NewSession(graph, options, status);
      status.throwExceptionIfNotOK();
      return session;
    }
  }
}
