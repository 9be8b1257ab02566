/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.egcnn.dataset.Case;
import org.egcnn.volume.VolumeIO;

/**
 * What a prediction is judged by.
 *
 * @param name the case's name; the prediction's file has it as its base name
 * @param mask the file of the true label values
 * @param images the case's image files, of which the first is shown in figures; may be empty
 */
public record Reference(String name, Path mask, List<Path> images) {

  /** Copies the list. */
  public Reference {
    images = List.copyOf(images);
  }

  /** The labelled ones among a dataset's cases; cases without a mask are left out. */
  public static List<Reference> of(List<Case> cases) {
    return cases.stream()
        .filter(c -> c.label().isPresent())
        .map(c -> new Reference(c.name(), c.label().get(), c.images()))
        .toList();
  }

  /**
   * The masks of a plain folder; a case is named by its file's base name.
   *
   * @throws org.egcnn.task.BadInputException if there is no such folder, or two files share a name
   * @throws IOException if the folder cannot be listed
   */
  public static List<Reference> ofFolder(Path folder, VolumeIO io) throws IOException {
    return MaskFolder.list(folder, io).entrySet().stream()
        .map(entry -> new Reference(entry.getKey(), entry.getValue(), List.of()))
        .toList();
  }
}
