/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Datasets;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Architecture;
import org.egcnn.model.Size;
import org.egcnn.train.NetworkChoice;
import org.egcnn.volume.Grid;
import org.egcnn.volume.VolumeIO;

/** What a look at a dataset's descriptions and headers tells whoever sets up a training. */
final class TrainingAdvice {
  /** Enough to know the usual size without opening thousands of files. */
  private static final int CASES_LOOKED_AT = 20;

  private TrainingAdvice() {}

  /**
   * Looks at a dataset: how many cases, which channels and labels, and which crops fit into memory.
   */
  static Advice of(VolumeIO io, Path folder, NetworkChoice network, EngineOptions engine) {
    try {
      Dataset dataset = Datasets.standard(io).openSilently(folder);
      Size largest = largest(io, dataset.labelled());
      String message =
          String.format(
              "%s: %d labelled cases of up to %s voxels%nChannels: %s%nLabels: %s",
              dataset.name(),
              dataset.labelled().size(),
              largest,
              String.join(", ", dataset.channels()),
              String.join(", ", dataset.labels().names()));
      Architecture architecture = network.architecture(dataset.channels().size(), dataset.labels());
      List<String> crops = new CropChoices(architecture, engine).upTo(largest);
      return new Advice(message, Map.of("crop", crops));
    } catch (IOException | EngineException | IllegalArgumentException e) {
      return new Advice(e.getMessage(), Map.of());
    }
  }

  private static Size largest(VolumeIO io, List<Case> cases) throws IOException {
    Size largest = new Size(1, 1, 1);
    for (Case one : cases.subList(0, Math.min(CASES_LOOKED_AT, cases.size()))) {
      Grid grid = io.readInfo(one.images().get(0)).grid();
      largest =
          new Size(
              Math.max(largest.depth(), (int) grid.depth()),
              Math.max(largest.height(), (int) grid.height()),
              Math.max(largest.width(), (int) grid.width()));
    }
    return largest;
  }
}
