/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkSizesTest {
  private static final Size CROP = new Size(16, 16, 16);

  private final NetworkSizes sizes =
      new NetworkSizes(EngineLoader.load(), EngineOptions.standard());

  private static Architecture network(
      Backbone backbone, int width, int levels, Optional<EdgeStream> edges) {
    return new Architecture(backbone, 1, 2, true, width, levels, 3, edges);
  }

  private long parameters(Architecture architecture) {
    return sizes.of(architecture, 1, CROP).parameters();
  }

  /** At least as large as the edge stream's network, and no narrower width would do. */
  @ParameterizedTest
  @EnumSource(Backbone.class)
  void widensJustEnough(Backbone backbone) {
    long wanted = parameters(network(backbone, 8, 4, Optional.of(EdgeStream.standard())));
    Architecture plain = network(backbone, 8, 4, Optional.empty());
    assertTrue(parameters(plain) < wanted);
    Architecture wider = sizes.widened(plain, wanted, 1, CROP);
    assertTrue(parameters(wider) >= wanted);
    for (int width = 8; width < wider.width(); width++) {
      boolean normalises = Architecture.normGroups(width) >= 4;
      assertTrue(
          !normalises || parameters(network(backbone, width, 4, Optional.empty())) < wanted,
          "width " + width + " would do");
    }
  }

  /** Eleven channels would be normalised as one group, 9 as three, 12 as six. */
  @Test
  void keepsFourGroups() {
    Architecture plain = network(Backbone.SEG_NET, 8, 2, Optional.empty());
    long nine = parameters(network(Backbone.SEG_NET, 9, 2, Optional.empty()));
    long eleven = parameters(network(Backbone.SEG_NET, 11, 2, Optional.empty()));
    assertEquals(8, sizes.widened(plain, 1, 1, CROP).width());
    assertEquals(10, sizes.widened(plain, nine, 1, CROP).width());
    assertEquals(12, sizes.widened(plain, eleven, 1, CROP).width());
  }

  @Test
  void refusesWhatItCannotMatch() {
    Architecture plain = network(Backbone.SEG_NET, 2, 2, Optional.empty());
    assertEquals(
        "no width up to 8 gives seg-net the 1000000000 weights to match",
        assertThrows(
                IllegalArgumentException.class, () -> sizes.widened(plain, 1_000_000_000, 1, CROP))
            .getMessage());
  }
}
