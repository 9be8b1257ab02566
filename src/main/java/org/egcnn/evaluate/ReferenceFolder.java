/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Datasets;
import org.egcnn.model.Labels;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * The references in a folder, with all that its surroundings tell about them. It may be a dataset's
 * folder, of which all labelled cases are taken; a folder of masks within a dataset, such as {@code
 * labelsTs}, of which names of classes and images come from that dataset; or any folder of masks.
 *
 * @param references the masks, and the images they belong to where they are known
 * @param labels the meaning of the label values, if known
 */
public record ReferenceFolder(List<Reference> references, Optional<Labels> labels) {
  private static final String DESCRIPTION = "dataset.json";
  private static final String IMAGES = "images";

  /** Copies the list. */
  public ReferenceFolder {
    references = List.copyOf(references);
  }

  /**
   * Looks into a folder.
   *
   * @throws org.egcnn.task.BadInputException if there is no such folder, or its dataset is faulty
   * @throws IOException if it cannot be listed
   * @throws CancelledException if the listener cancels
   */
  public static ReferenceFolder open(Path folder, VolumeIO io, TaskListener listener)
      throws IOException, CancelledException {
    if (isDataset(folder)) {
      Dataset dataset = Datasets.standard().open(folder, listener);
      return new ReferenceFolder(Reference.of(dataset.labelled()), Optional.of(dataset.labels()));
    }
    List<Reference> masks = Reference.ofFolder(folder, io);
    Path parent = folder.toAbsolutePath().normalize().getParent();
    return parent != null && isDescribed(parent)
        ? within(Datasets.standard().open(parent, listener), masks)
        : new ReferenceFolder(masks, Optional.empty());
  }

  private static boolean isDataset(Path folder) {
    return isDescribed(folder)
        || Files.isDirectory(folder.resolve(IMAGES))
        || Files.isDirectory(folder) && Datasets.caseFolders().recognise(folder);
  }

  private static boolean isDescribed(Path folder) {
    return Files.isRegularFile(folder.resolve(DESCRIPTION));
  }

  private static ReferenceFolder within(Dataset dataset, List<Reference> masks) {
    Map<Path, List<Path>> byMask = new HashMap<>();
    for (Case one : dataset.labelled()) {
      byMask.put(absolute(one.label().orElseThrow()), one.images());
    }
    Map<String, List<Path>> byName = new HashMap<>();
    dataset.unlabelled().forEach(one -> byName.put(one.name(), one.images()));
    List<Reference> references =
        masks.stream()
            .map(
                mask ->
                    new Reference(
                        mask.name(),
                        mask.mask(),
                        byMask.getOrDefault(
                            absolute(mask.mask()), byName.getOrDefault(mask.name(), List.of()))))
            .toList();
    return new ReferenceFolder(references, Optional.of(dataset.labels()));
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
