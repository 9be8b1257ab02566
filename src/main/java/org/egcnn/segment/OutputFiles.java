/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcnn.dataset.Case;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.VolumeIO;

/**
 * Where the outputs of cases are written: in one folder, named like the case with the output's
 * suffix, in the format of the case's image if that is one of ours, else compressed NIfTI.
 *
 * @param folder the output folder
 * @param ending the ending of all output files, such as {@code .nii.gz}; empty keeps the image's
 * @param io knows which formats can be written
 */
record OutputFiles(Path folder, Optional<String> ending, VolumeIO io) {
  private static final String FALLBACK = ".nii.gz";

  /**
   * The files of a case's outputs.
   *
   * @throws BadInputException if one is an image of the case itself
   */
  Map<OutputKind, Path> of(Case source, Set<OutputKind> kinds) throws BadInputException {
    Path image = source.images().get(0);
    String own = image.getFileName().toString().substring(VolumeIO.baseName(image).length());
    Map<OutputKind, Path> files = new EnumMap<>(OutputKind.class);
    for (OutputKind kind : kinds) {
      String stem = source.name() + kind.suffix();
      Path kept = folder.resolve(stem + ending.orElse(own));
      boolean written = ending.isPresent() ? io.canWrite(kept) : io.writesItself(kept);
      Path file = written ? kept : folder.resolve(stem + FALLBACK);
      for (Path input : source.images()) {
        if (isSame(file, input)) {
          throw new BadInputException(
              input, "the result would replace the image", "Choose another output folder");
        }
      }
      files.put(kind, file);
    }
    return files;
  }

  private static boolean isSame(Path a, Path b) {
    try {
      return Files.exists(a) && Files.isSameFile(a, b);
    } catch (IOException e) {
      return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }
  }
}
