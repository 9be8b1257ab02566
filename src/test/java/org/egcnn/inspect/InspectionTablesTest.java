/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.egcnn.engine.PartGradient;
import org.egcnn.engine.PartGradient.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTablesTest {
  @TempDir Path folder;

  @Test
  void haveALineForEachEpochAndThing() throws Exception {
    GateStatistics gate =
        new GateStatistics(1, 0.5, 0.25, 0, 1, 0.75, 0.4, Collections.nCopies(10, 0.1));
    MeanGradients gradients = new MeanGradients();
    gradients.add(List.of(new PartGradient(Part.EDGE_DICE, 1, 2, 3, 4, 0.5)));
    gradients.add(List.of(new PartGradient(Part.EDGE_DICE, 2, 4, 6, 8, -1)));
    TreeMap<Integer, Inspection> found = new TreeMap<>();
    found.put(
        5,
        new Inspection(
                List.of(
                    new EdgeScores("a, b", Optional.of(0.25), Optional.of(0.5), Optional.of(1.0)),
                    new EdgeScores("c", Optional.empty(), Optional.empty(), Optional.of(0.75))),
                List.of(gate),
                List.of())
            .with(gradients.result()));
    found.put(10, Inspection.NONE);
    InspectionTables.write(folder.resolve("inspection"), found);
    assertEquals(
        List.of(
            "epoch,class,predicted,agreement,border",
            "5,\"a, b\",0.250000,0.500000,1.000000",
            "5,c,,,0.750000"),
        lines(InspectionTables.EDGES));
    assertEquals(
        "5,1,0.500000,0.250000,0.000000,1.000000,0.750000,0.400000" + ",0.100000".repeat(10),
        lines(InspectionTables.GATES).get(1));
    assertEquals(
        List.of(
            "epoch,part,loss,main,edge,head,cosine_with_semantic_in_main",
            "5,edge_dice,1.50000,3.00000,4.50000,6.00000,-0.250000"),
        lines(InspectionTables.GRADIENTS));
  }

  private List<String> lines(String table) throws Exception {
    return Files.readAllLines(folder.resolve("inspection").resolve(table));
  }
}
