/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.egcnn.engine.PartGradient;
import org.egcnn.engine.PartGradient.Part;
import org.egcnn.inspect.EdgeScores;
import org.egcnn.inspect.GateStatistics;
import org.egcnn.inspect.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionPlotTest {
  @TempDir Path folder;

  private static Inspection found(double x, boolean stream) {
    EdgeScores edges =
        new EdgeScores(
            "organ",
            stream ? Optional.of(x) : Optional.empty(),
            stream ? Optional.of(x / 2) : Optional.empty(),
            Optional.of(0.5));
    GateStatistics gate =
        new GateStatistics(0, x, 0.1, 0, 1, x, x / 3, Collections.nCopies(10, 0.1));
    return new Inspection(
        List.of(edges),
        stream ? List.of(gate) : List.of(),
        List.of(new PartGradient(Part.SEMANTIC, 1, x, 0, 1, 1)));
  }

  private Set<Integer> colours(boolean stream) throws Exception {
    TreeMap<Integer, Inspection> byEpoch = new TreeMap<>();
    byEpoch.put(5, found(0.2, stream));
    byEpoch.put(10, found(0.8, stream));
    Path file = folder.resolve(stream + ".png");
    new InspectionPlot(byEpoch).write(file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(1000, image.getWidth());
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y) & 0xFFFFFF);
      }
    }
    return colours;
  }

  @Test
  void drawsWhatIsThere() throws Exception {
    // predicted, agreement, border
    assertTrue(colours(true).containsAll(Set.of(0x0072B2, 0xD55E00, 0x009E73)));
  }

  @Test
  void drawsANetworkWithoutAStream() throws Exception {
    Set<Integer> colours = colours(false);
    assertTrue(colours.contains(0x009E73));
    assertTrue(!colours.contains(0xD55E00));
  }
}
