/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** oneDNN tells by {@code ONEDNN_VERBOSE} what it computes. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class OneDnnTest {
  private static final String VERBOSE = "ONEDNN_VERBOSE";

  /** Convolves once, forward and backward. */
  static final class Convolve {
    private Convolve() {}

    /** Does it. */
    public static void main(String[] arguments) {
      ConvolutionProbe.Shape shape = ConvolutionProbe.Shape.ofCube(1, 8, 16, 3);
      for (ConvolutionProbe.Pass pass : ConvolutionProbe.Pass.values()) {
        try (ConvolutionProbe probe =
            EngineLoader.load().convolution(shape, pass, EngineOptions.standard())) {
          probe.run();
        }
      }
    }
  }

  @Test
  void allPassesAreComputedByOneDnnOnAnyProcessor() throws Exception {
    String output = ChildJava.run(Convolve.class, Map.of(VERBOSE, "1"), List.of(OneDnn.VARIABLE));
    for (String pass : List.of("forward_training", "backward_data", "backward_weights")) {
      assertTrue(
          output
              .lines()
              .anyMatch(line -> line.contains(",convolution,") && line.contains("," + pass + ",")),
          pass + " in:\n" + output);
    }
  }

  @Test
  void theUsersChoiceComesFirst() throws Exception {
    String output =
        ChildJava.run(Convolve.class, Map.of(VERBOSE, "1", OneDnn.VARIABLE, "0"), List.of());
    assertEquals(0, output.lines().filter(line -> line.contains(",convolution,")).count(), output);
  }
}
