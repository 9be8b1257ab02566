/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.IJ;
import ij.plugin.PlugIn;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;

/**
 * What {@code plugins.config} names for each menu entry, its argument being the command's class. In
 * Fiji the commands' own menu entries take these places and this class is not used; in plain ImageJ
 * 1.x it adds the libraries that Fiji would bring, from {@code lib/eg-cnn/imagej}, and hands over
 * to {@link CommandBridge}.
 *
 * <p>Compiled for Java 8 and using no other class of ours directly, so that an old Java is told of
 * instead of failing to load it.
 */
public class EG_Bridge implements PlugIn {
  private static final int OLDEST_JAVA = 17;
  private static final String BRIDGE = "org.egcnn.imagej.CommandBridge";

  /** For ImageJ. */
  public EG_Bridge() {}

  /** The loader of everything else is made once: it holds native libraries. */
  private static final class Holder {
    static final ClassLoader LOADER = loader();
  }

  /**
   * Runs a command.
   *
   * @param command the simple name of a class in {@code org.egcnn.command}
   */
  @Override
  public void run(String command) {
    int java = javaVersion(System.getProperty("java.specification.version"));
    if (java < OLDEST_JAVA) {
      IJ.error(
          "EG-CNN",
          "EG-CNN needs Java "
              + OLDEST_JAVA
              + " or newer, but ImageJ runs on Java "
              + java
              + ".\nInstall a newer Java and start ImageJ with it; a recent Fiji brings one.");
      return;
    }
    try {
      Class<?> bridge = Class.forName(BRIDGE, true, Holder.LOADER);
      ((PlugIn) bridge.getDeclaredConstructor().newInstance()).run(command);
    } catch (ReflectiveOperationException | LinkageError e) {
      IJ.error(
          "EG-CNN",
          "EG-CNN's installation is incomplete ("
              + e
              + ").\nUnpack its zip over the ImageJ folder again.");
    }
  }

  /** 8 for "1.8", 17 for "17". */
  static int javaVersion(String specification) {
    return Integer.parseInt(
        specification.startsWith("1.") ? specification.substring(2) : specification);
  }

  private static ClassLoader loader() {
    ClassLoader own = EG_Bridge.class.getClassLoader();
    try {
      Class.forName("org.scijava.Context", false, own);
      return own;
    } catch (ClassNotFoundException e) {
      return new LibraryLoader(libraries(), own);
    }
  }

  private static URL[] libraries() {
    List<URL> urls = new ArrayList<>();
    try {
      URL place = EG_Bridge.class.getProtectionDomain().getCodeSource().getLocation();
      urls.add(place);
      File plugins = new File(place.toURI()).getParentFile();
      File[] jars = new File(plugins.getParentFile(), "lib/eg-cnn/imagej").listFiles();
      if (jars != null) {
        Arrays.sort(jars);
        for (File jar : jars) {
          urls.add(jar.toURI().toURL());
        }
      }
    } catch (URISyntaxException | MalformedURLException e) {
      IJ.log("EG-CNN: its folder has a name that cannot be read: " + e.getMessage());
    }
    return urls.toArray(new URL[0]);
  }

  /** Loads our classes itself, so that they see the added libraries; ImageJ's from above. */
  private static final class LibraryLoader extends URLClassLoader {
    LibraryLoader(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.egcnn.")) {
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

    /** SciJava's list of plugins would else name ours twice, for our jar is above us too. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.startsWith("META-INF/") ? findResources(name) : super.getResources(name);
    }

    @Override
    public URL getResource(String name) {
      URL found = findResource(name);
      return found == null ? super.getResource(name) : found;
    }
  }
}
