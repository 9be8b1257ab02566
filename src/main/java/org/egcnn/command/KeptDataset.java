/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcnn.task.BadInputException;
import org.egcnn.task.ExclusiveLock;
import org.egcnn.task.OutputFolder;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingTask;

/**
 * The dataset that open images are kept as, beside the model's folder, so that a training can be
 * gone on with.
 *
 * @param model the model's folder
 */
record KeptDataset(Path model) {
  /** All that such a folder holds; one with other files is somebody's own. */
  private static final Pattern OWN =
      Pattern.compile("(images|labels)/frame_\\d+(_again)?\\.nii\\.gz|split\\.json");

  /** Writes the dataset into an empty folder. */
  @FunctionalInterface
  interface Content {
    /** Writes it. */
    void write(Path folder) throws IOException;
  }

  /** Its folder. */
  Path folder() {
    return model.toAbsolutePath().normalize().resolveSibling(model.getFileName() + "_data");
  }

  /**
   * Writes it, whole or not at all.
   *
   * @param mode what is done with one that is there: refused, replaced, or taken as it is if there
   *     is a training to go on with
   * @return the folder
   * @throws BadInputException if the folder may not be replaced, holds other files, or is being
   *     trained on
   */
  Path keep(TrainingJob.Mode mode, Content content) throws IOException {
    Path folder = folder();
    boolean exists = Files.exists(folder);
    if (exists && mode == TrainingJob.Mode.RESUME && TrainingTask.canGoOn(model)) {
      return folder;
    }
    if (exists && mode == TrainingJob.Mode.NEW) {
      throw new BadInputException(
          folder,
          "exists already, and the open images would be kept there",
          "Choose another model folder, or allow overwriting");
    }
    if (exists && !isOwn(folder)) {
      throw new BadInputException(
          folder,
          "holds other files, and the open images would be kept there",
          "Choose another model folder");
    }
    Path fresh = folder.resolveSibling(".tmp-" + folder.getFileName());
    try (ExclusiveLock lock = lock().orElse(null)) {
      OutputFolder.remove(fresh);
      Files.createDirectories(fresh);
      content.write(fresh);
      OutputFolder.remove(folder);
      Files.move(fresh, folder);
    } finally {
      OutputFolder.remove(fresh);
    }
    return folder;
  }

  /** A training that runs must not lose its data. */
  private Optional<ExclusiveLock> lock() throws IOException {
    return Files.isDirectory(model)
        ? Optional.of(ExclusiveLock.take(model, "training"))
        : Optional.empty();
  }

  private static boolean isOwn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .allMatch(name -> OWN.matcher(name).matches());
    }
  }
}
