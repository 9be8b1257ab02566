/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.ImageJ;
import net.imagej.patcher.LegacyInjector;

/**
 * ImageJ 1.x without a screen, as Fiji runs it: classes that would need one are patched before they
 * are loaded. Arguments: the macro file, and the macro's argument. Runs in a Java process of its
 * own, started with {@code --add-opens java.base/java.lang=ALL-UNNAMED}, {@code -Dplugins.dir}
 * naming a folder with plugins.config in a jar, and the plugin's classes on the class path.
 */
public final class HeadlessImageJ {
  private HeadlessImageJ() {}

  /** Runs the macro. */
  public static void main(String[] arguments) {
    LegacyInjector.preinit();
    Session.run(arguments);
    System.exit(0);
  }

  /** Loaded after the patches. */
  private static final class Session {
    static void run(String[] arguments) {
      ImageJ.main(new String[] {"-batch", arguments[0], arguments[1]});
    }
  }
}
