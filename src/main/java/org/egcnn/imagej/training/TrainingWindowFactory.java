/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.nio.file.Path;
import org.egcnn.command.TrainingDisplay;
import org.egcnn.command.TrainingDisplayFactory;
import org.egcnn.task.TaskListener;
import org.scijava.plugin.Plugin;

/** Opens a {@link TrainingWindow}. */
@Plugin(type = TrainingDisplayFactory.class)
public final class TrainingWindowFactory implements TrainingDisplayFactory {

  @Override
  public TrainingDisplay open(Path folder, TaskListener console) {
    return new TrainingWindow(folder, console);
  }
}
