/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.nio.file.Path;
import org.egcnn.task.TaskListener;
import org.scijava.plugin.SciJavaPlugin;

/**
 * Opens the display of a training. Implementations are found through SciJava's plugin index
 * ({@code @Plugin(type = TrainingDisplayFactory.class)}) and asked only where there is a screen; of
 * several, that with the highest priority. Without one, a training is followed in the log and the
 * status line.
 */
public interface TrainingDisplayFactory extends SciJavaPlugin {

  /**
   * Opens a display for a training that is about to begin.
   *
   * @param folder the model folder that the training writes; its {@code fingerprint.json} names the
   *     classes once the data are checked, which is before the first step
   * @param console is told all that the training says, and can stop it; what was learnt is then
   *     kept
   */
  TrainingDisplay open(Path folder, TaskListener console);
}
