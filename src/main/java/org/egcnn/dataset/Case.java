/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One patient or specimen: the files of its image and, if there is one, of its label mask.
 *
 * @param name the name by which splits and results refer to it, unique in its dataset
 * @param images either one file that holds all channels, or one file for each channel in the
 *     dataset's channel order
 * @param label the file of the reference mask
 */
public record Case(String name, List<Path> images, Optional<Path> label) {

  /** Copies the list. */
  public Case {
    images = List.copyOf(images);
    if (images.isEmpty()) {
      throw new IllegalArgumentException("case " + name + " has no image");
    }
  }

  /** All files of the case, the label last. */
  public List<Path> files() {
    return label
        .map(
            file ->
                java.util.stream.Stream.concat(images.stream(), java.util.stream.Stream.of(file))
                    .toList())
        .orElse(images);
  }
}
