/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLoaderTest {
  @TempDir Path folder;

  /** Prints why there is no engine. */
  static final class Load {
    private Load() {}

    /** Tries. */
    public static void main(String[] arguments) {
      for (int i = 0; i < 2; i++) {
        try {
          System.out.println(EngineLoader.load().version());
        } catch (EngineException e) {
          System.out.println(e.getMessage());
        }
      }
    }
  }

  @Test
  void saysWhatToDoWithoutTheFolder() throws Exception {
    Path missing = folder.resolve("missing");
    String[] lines = ChildJava.run(Load.class, "-Degcnn.engine=" + missing).strip().split("\\R");
    assertEquals(2, lines.length, String.join("\n", lines));
    assertTrue(lines[0].contains(missing + ", cannot be read. Install EG-CNN again"), lines[0]);
    assertEquals(lines[0], lines[1], "asked again, it says the same");
  }

  @Test
  void saysWhatToDoWithoutTheJars() throws Exception {
    String output = ChildJava.run(Load.class, "-Degcnn.engine=" + folder);
    assertTrue(output.contains("jars are missing from " + folder), output);
    assertTrue(output.contains("Install EG-CNN again"), output);
  }
}
