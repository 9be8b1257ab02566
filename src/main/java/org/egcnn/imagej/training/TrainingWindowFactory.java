/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.nio.file.Path;
import org.egcnn.command.TrainingDisplay;
import org.egcnn.command.TrainingDisplayFactory;
import org.egcnn.imagej.ImageJProgress;
import org.scijava.plugin.Plugin;

/** Opens a {@link TrainingWindow} that also uses ImageJ's progress bar, log and escape key. */
@Plugin(type = TrainingDisplayFactory.class)
public final class TrainingWindowFactory implements TrainingDisplayFactory {

  @Override
  public TrainingDisplay open(Path folder) {
    return new TrainingWindow(folder, new ImageJProgress());
  }
}
