/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the figures of an evaluation show beside the masks that are judged.
 *
 * @param name what the judged prediction is called in figures
 * @param others folders of further predictions by the names that figures give them, shown before
 *     the judged one; they are not judged
 * @param edges a folder of edge maps as the segmentation writes them; if absent, they are looked
 *     for beside the judged masks
 * @param panels how many cases the {@link PaperFigure} has, 0 for none
 * @param panelCases the names of its cases; if empty, cases from the worst to the best are taken
 * @param slice which slice it shows of each
 * @param channel which channel of the image is shown, from 0
 * @param boundaryVolumes whether the {@link BoundaryErrors} are also written as volumes
 */
public record FigureSettings(
    String name,
    Map<String, Path> others,
    Optional<Path> edges,
    int panels,
    List<String> panelCases,
    SliceChoice slice,
    int channel,
    boolean boundaryVolumes) {
  private static final int PANELS = 4;

  /** Copies the collections and checks the numbers and names. */
  public FigureSettings {
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    panelCases = List.copyOf(panelCases);
    if (panels < 0) {
      throw new IllegalArgumentException("the figure cannot have " + panels + " cases");
    }
    if (channel < 0) {
      throw new IllegalArgumentException("channels are counted from 0, not " + channel);
    }
    if (others.containsKey(name)) {
      throw new IllegalArgumentException("two predictions are named '" + name + "'");
    }
  }

  /** Nothing beside the judged masks, four cases, no volumes. */
  public static FigureSettings standard() {
    return new FigureSettings(
        "prediction",
        Map.of(),
        Optional.empty(),
        PANELS,
        List.of(),
        SliceChoice.LARGEST_REFERENCE,
        0,
        false);
  }
}
