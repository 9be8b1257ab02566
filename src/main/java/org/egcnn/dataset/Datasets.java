/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/** Opens dataset folders by finding out which layout they have. */
public final class Datasets {
  /** Looked for last, because they look into the folders within the given one. */
  private static final List<DatasetLayout> CASE_FOLDERS =
      List.of(new KitsLayout(), new BratsLayout());

  private final List<DatasetLayout> layouts;
  private final VolumeIO io;

  /**
   * Opens folders of the given layouts.
   *
   * @param layouts asked in this order; the first that recognises a folder opens it
   * @param io reads the files
   */
  public Datasets(List<DatasetLayout> layouts, VolumeIO io) {
    this.layouts = List.copyOf(layouts);
    this.io = io;
  }

  /**
   * Opens folders of the built-in layouts and of those that other jars provide; the others come
   * first, because they are the more particular ones.
   */
  public static Datasets standard() {
    return standard(VolumeIO.standard());
  }

  /**
   * As {@link #standard()}.
   *
   * @param io reads the files
   */
  public static Datasets standard(VolumeIO io) {
    List<DatasetLayout> layouts = new ArrayList<>();
    ServiceLoader.load(DatasetLayout.class, DatasetLayout.class.getClassLoader())
        .forEach(layouts::add);
    layouts.add(new DecathlonLayout());
    layouts.add(new PairedFoldersLayout());
    layouts.addAll(CASE_FOLDERS);
    return new Datasets(layouts, io);
  }

  /** Opens folders of the layouts in which the files of a case are named by what they hold. */
  public static Datasets caseFolders() {
    return new Datasets(CASE_FOLDERS, VolumeIO.standard());
  }

  /**
   * Opens a folder of any known layout without reporting progress.
   *
   * @throws BadInputException if it is no folder, no layout recognises it, or it is faulty
   * @throws IOException if it cannot be listed
   */
  public static Dataset open(Path folder) throws IOException {
    return standard().openSilently(folder);
  }

  /**
   * Opens a folder without reporting progress.
   *
   * @throws BadInputException if it is no folder, no layout recognises it, or it is faulty
   * @throws IOException if it cannot be listed
   */
  public Dataset openSilently(Path folder) throws IOException {
    try {
      return open(folder, TaskListener.SILENT);
    } catch (CancelledException e) {
      throw new IllegalStateException("the silent listener never cancels", e);
    }
  }

  /**
   * Opens a folder.
   *
   * @throws BadInputException if it is no folder, no layout recognises it, or it is faulty
   * @throws IOException if it cannot be listed
   * @throws CancelledException if the listener cancels
   */
  public Dataset open(Path folder, TaskListener listener) throws IOException, CancelledException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          folder,
          Files.exists(folder) ? "is a file, not a dataset folder" : "there is no such folder",
          "Give the folder that holds the dataset");
    }
    Optional<DatasetLayout> layout = layout(folder);
    if (layout.isEmpty()) {
      throw new BadInputException(
          folder,
          "no known dataset layout",
          "Looked for "
              + layouts.stream()
                  .map(candidate -> candidate.expects() + " (" + candidate.name() + ")")
                  .collect(Collectors.joining("; or for ")));
    }
    return layout.get().open(folder, io, listener);
  }

  /** Whether one of the layouts recognises an existing folder. */
  public boolean recognise(Path folder) {
    return layout(folder).isPresent();
  }

  private Optional<DatasetLayout> layout(Path folder) {
    return layouts.stream().filter(candidate -> candidate.recognises(folder)).findFirst();
  }
}
