/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.egcnn.model.Labels;

/**
 * A folder of cases, once its layout is understood. Opening a dataset looks at file names and
 * descriptions only; {@link DatasetCheck} looks into the images.
 *
 * @param folder the folder it was opened from
 * @param name its name
 * @param channels the image channels' names in their fixed order
 * @param labels what the label values mean
 * @param labelled the cases with a reference mask, ordered by name
 * @param unlabelled the cases without one, ordered by name
 */
public record Dataset(
    Path folder,
    String name,
    List<String> channels,
    Labels labels,
    List<Case> labelled,
    List<Case> unlabelled) {

  /** Copies the lists. */
  public Dataset {
    channels = List.copyOf(channels);
    labelled = List.copyOf(labelled);
    unlabelled = List.copyOf(unlabelled);
  }

  /** The names of the labelled cases. */
  public List<String> names() {
    return labelled.stream().map(Case::name).toList();
  }

  /**
   * The labelled cases of the given names, in that order.
   *
   * @throws IllegalArgumentException if there is no such labelled case; {@link Split#read} rules
   *     that out for the names it returns
   */
  public List<Case> select(List<String> names) {
    Map<String, Case> byName = new LinkedHashMap<>();
    labelled.forEach(c -> byName.put(c.name(), c));
    return names.stream()
        .map(
            wanted -> {
              Case found = byName.get(wanted);
              if (found == null) {
                throw new IllegalArgumentException("there is no labelled case " + wanted);
              }
              return found;
            })
        .toList();
  }
}
