/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads TensorFlow, what it needs, and our code on it from private jars, whatever versions of them
 * lie on the class path; everything else comes from the parent. Fiji has one flat class path on
 * which other plugins' TensorFlow, protobuf and JavaCPP live under the same class names.
 */
final class IsolatingClassLoader extends URLClassLoader {
  private static final List<String> PRIVATE =
      List.of("org.tensorflow.", "org.bytedeco.", "com.google.protobuf.", "org.egcnn.tensorflow.");

  static {
    registerAsParallelCapable();
  }

  /**
   * Makes a loader.
   *
   * @param jars the private jars, and the place of our own classes
   * @param parent where everything else comes from
   */
  IsolatingClassLoader(URL[] jars, ClassLoader parent) {
    super("eg-cnn-engine", jars, parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isPrivate(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> type = findLoadedClass(name);
      if (type == null) {
        type = findClass(name);
      }
      if (resolve) {
        resolveClass(type);
      }
      return type;
    }
  }

  @Override
  public URL getResource(String name) {
    return isPrivate(name.replace('/', '.')) ? findResource(name) : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    if (isPrivate(name.replace('/', '.'))) {
      Enumeration<URL> found = findResources(name);
      return found == null ? Collections.emptyEnumeration() : found;
    }
    return super.getResources(name);
  }

  private static boolean isPrivate(String name) {
    return PRIVATE.stream().anyMatch(name::startsWith);
  }
}
