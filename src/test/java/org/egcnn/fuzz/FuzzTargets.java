/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.fuzz;

import java.util.List;
import org.egcnn.compare.ComparisonFilesTarget;
import org.egcnn.dataset.DatasetFilesTarget;
import org.egcnn.imagej.MacroOptionsTarget;
import org.egcnn.model.ModelTarget;
import org.egcnn.train.TrainingFilesTarget;
import org.egcnn.volume.MetaImageTarget;
import org.egcnn.volume.NiftiTarget;
import org.egcnn.volume.NrrdTarget;
import org.egcnn.volume.TiffTarget;

/** All targets. */
final class FuzzTargets {
  static final List<FuzzTarget> ALL =
      List.of(
          new NiftiTarget(),
          new NrrdTarget(),
          new MetaImageTarget(),
          new TiffTarget(),
          new ModelTarget(),
          new TrainingFilesTarget(),
          new DatasetFilesTarget(),
          new ComparisonFilesTarget(),
          new MacroOptionsTarget());

  private FuzzTargets() {}

  /** The target of a name. */
  static FuzzTarget named(String name) {
    return ALL.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }
}
