/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import java.lang.reflect.Method;

/**
 * A session of TensorFlow 1.15, used by reflection, since the tests are compiled against the
 * TensorFlow of today, whose classes have the same names.
 */
final class OldSession {
  private static final String PACKAGE = "org.tensorflow.";

  private final Object session;

  /** Builds a graph that squares a number. */
  OldSession() throws ReflectiveOperationException {
    Object graph = type("Graph").getConstructor().newInstance();
    Object floats = type("DataType").getField("FLOAT").get(null);
    Object x = call(graph, "opBuilder", "Placeholder", "x");
    Object input = call(call(call(x, "setAttr", "dtype", floats), "build"), "output", 0);
    call(call(call(graph, "opBuilder", "Square", "y"), "addInput", input), "build");
    session = type("Session").getConstructor(type("Graph")).newInstance(graph);
  }

  /** The version of its native library. */
  static String version() throws ReflectiveOperationException {
    return (String) type("TensorFlow").getMethod("version").invoke(null);
  }

  /** Computes the square of a number natively. */
  float square(float number) throws ReflectiveOperationException {
    Object fed = type("Tensor").getMethod("create", Object.class).invoke(null, number);
    Object runner = call(call(call(session, "runner"), "feed", "x", fed), "fetch", "y");
    Object result = call(call(runner, "run"), "get", 0);
    return (float) call(result, "floatValue");
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + name);
  }

  /** Calls the public method that takes such arguments. */
  private static Object call(Object target, String name, Object... arguments)
      throws ReflectiveOperationException {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name) && takes(method, arguments)) {
        method.setAccessible(true);
        return method.invoke(target, arguments);
      }
    }
    throw new NoSuchMethodException(target.getClass() + "." + name);
  }

  private static boolean takes(Method method, Object[] arguments) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      boolean fits =
          types[i] == int.class
              ? arguments[i] instanceof Integer
              : types[i].isInstance(arguments[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
