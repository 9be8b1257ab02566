/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import org.egcnn.command.TaskCommand;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/** Runs commands as a macro in Fiji does: in a thread to which ImageJ gave options. */
final class MacroThread {
  private MacroThread() {}

  /**
   * Runs a command to its end.
   *
   * @param options the second argument of a macro's {@code run}
   * @param active the active image, or null
   */
  static CommandModule run(
      Context context, Class<? extends TaskCommand> type, String options, ImagePlus active)
      throws InterruptedException {
    CommandModule module = Commands.module(context, type);
    PluginService plugins = context.service(PluginService.class);
    Thread macro =
        new Thread(
            () -> {
              WindowManager.setTempCurrentImage(active);
              Macro.setOptions(options);
              new ModuleRunner(
                      context,
                      module,
                      plugins.createInstancesOfType(PreprocessorPlugin.class),
                      plugins.createInstancesOfType(PostprocessorPlugin.class))
                  .run();
            },
            "Run$_a macro");
    macro.start();
    macro.join();
    return module;
  }
}
