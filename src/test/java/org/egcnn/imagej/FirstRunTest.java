/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.egcnn.engine.ChildJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRunTest {
  @TempDir Path folder;

  /** Checks twice, as two commands do. */
  static final class TwoCommands {
    private TwoCommands() {}

    /** Checks. */
    public static void main(String[] arguments) {
      FirstRun.check();
      FirstRun.check();
    }
  }

  @Test
  void tellsOnceInTheLogWhereThereIsNoScreen() throws Exception {
    Path missing = folder.resolve("missing");
    String output =
        ChildJava.run(TwoCommands.class, "-Xmx128m", "-Degcnn.engine=" + missing).strip();
    String[] lines = output.split("\\R");
    assertEquals(2, lines.length, output);
    assertTrue(lines[0].startsWith("EG-CNN: EG-CNN's folder of TensorFlow, " + missing), output);
    assertTrue(lines[1].startsWith("EG-CNN: Java may use only 1"), output);
  }

  @Test
  void isSilentWhereAllIsWell() throws Exception {
    assertEquals("", ChildJava.run(TwoCommands.class, "-Xmx2g").strip());
  }
}
