/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.Macro;
import ij.WindowManager;
import org.egcnn.command.TaskCommand;
import org.egcnn.task.BadInputException;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Sets all inputs of this plugin's commands before SciJava runs them. It comes just after Fiji's
 * own reading of macro options, which turns a bad number into 0 and skips a command without a word
 * where a choice is unknown; here the options are read again, strictly. What is wrong is shown, and
 * stops the macro.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 2 * Priority.VERY_HIGH - 1)
public final class InputPreprocessor extends AbstractPreprocessorPlugin {

  /** For SciJava. */
  public InputPreprocessor() {}

  @Override
  public void process(Module module) {
    if (!(module.getDelegateObject() instanceof TaskCommand command)) {
      return;
    }
    try {
      if (!new InputSource(Macro.getOptions(), WindowManager.getCurrentImage()).fill(module)) {
        cancel("");
      }
    } catch (BadInputException e) {
      cancel(e.getMessage());
      command.fail(e.getMessage());
    }
  }
}
