/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.egcnn.engine.PartGradient;

/** The means of what was measured of each part of the loss on several batches. */
public final class MeanGradients {
  private final Map<PartGradient.Part, List<PartGradient>> byPart =
      new EnumMap<>(PartGradient.Part.class);

  /** Adds a batch. */
  public void add(List<PartGradient> measured) {
    measured.forEach(one -> byPart.computeIfAbsent(one.part(), p -> new ArrayList<>()).add(one));
  }

  /** The means over the batches, a part each. */
  public List<PartGradient> result() {
    return byPart.entrySet().stream()
        .map(
            e ->
                new PartGradient(
                    e.getKey(),
                    mean(e.getValue(), PartGradient::loss),
                    mean(e.getValue(), PartGradient::main),
                    mean(e.getValue(), PartGradient::edge),
                    mean(e.getValue(), PartGradient::head),
                    mean(e.getValue(), PartGradient::cosine)))
        .toList();
  }

  private static double mean(List<PartGradient> measured, ToDoubleFunction<PartGradient> quantity) {
    return measured.stream().mapToDouble(quantity).average().orElse(0);
  }
}
