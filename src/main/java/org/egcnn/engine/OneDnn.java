/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;

/**
 * Makes TensorFlow convolve with oneDNN on every Intel and AMD processor. On Linux, TensorFlow 2.18
 * does so of itself only where it finds instructions for neural networks, such as AVX-512 VNNI, AMX
 * or bfloat16 (its {@code DefaultOneDnnPolicy}); without oneDNN a training step takes ten times as
 * long and more, on processors with AVX2 too. On Windows it is on; for ARM it is left as it is.
 */
final class OneDnn {
  /** TensorFlow's variable: 1 for oneDNN, 0 for none. */
  static final String VARIABLE = "TF_ENABLE_ONEDNN_OPTS";

  private OneDnn() {}

  /**
   * Switches it on, unless the environment says something else. TensorFlow reads its environment
   * once, so this comes before its library is loaded. Where the variable cannot be set, TensorFlow
   * decides.
   */
  static void prefer() {
    Platform platform = Platform.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    if (!platform.name().equals("linux-x86_64")) {
      return;
    }
    try {
      // Java cannot change its own environment
      Function set = NativeLibrary.getInstance("c").getFunction("setenv");
      int overwrite = 0;
      set.invokeInt(new Object[] {VARIABLE, "1", overwrite});
    } catch (LinkageError e) {
      System.getLogger(OneDnn.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "TensorFlow may be many times slower than it could be here: set the environment"
                  + " variable "
                  + VARIABLE
                  + "=1 before starting ("
                  + e
                  + ")");
    }
  }
}
