/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.util.concurrent.ExecutionException;
import org.egcnn.command.TaskCommand;
import org.egcnn.task.BadInputException;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/**
 * Runs this plugin's SciJava commands in plain ImageJ 1.x, where nobody else would; {@link
 * EG_Bridge} finds it there.
 */
public final class CommandBridge implements PlugIn {

  /** For {@link EG_Bridge}. */
  public CommandBridge() {}

  /**
   * Runs a command, with the running macro's options, or after its dialogs.
   *
   * @param command the simple name of a class in {@code org.egcnn.command}
   */
  @Override
  public void run(String command) {
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    // ImageJ's plugin class loader is not the thread's, by which SciJava looks for its plugins.
    thread.setContextClassLoader(CommandBridge.class.getClassLoader());
    try (Context context = new Context()) {
      run(context, TaskCommand.class.getPackageName() + "." + command);
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  private static void run(Context context, String className) {
    CommandInfo info = context.service(CommandService.class).getCommand(className);
    ModuleService modules = context.service(ModuleService.class);
    CommandModule module = (CommandModule) modules.createModule(info);
    TaskCommand command = (TaskCommand) module.getCommand();
    String options = Macro.getOptions();
    try {
      if (!new InputSource(options, WindowManager.getCurrentImage()).fill(module)) {
        return;
      }
    } catch (BadInputException e) {
      command.fail(e.getMessage());
      return;
    }
    if (options == null && IJ.recording()) {
      MacroRecord.of(new CommandInputs(module)).forEach(Recorder::recordOption);
    }
    try {
      modules.run(module, true).get();
    } catch (InterruptedException e) {
      command.cancel("interrupted");
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    selectResult(module);
  }

  /** In batch mode every thread has an active image of its own; the command ran in another one. */
  private static void selectResult(CommandModule module) {
    if (!Interpreter.isBatchMode()) {
      return;
    }
    for (ModuleItem<?> output : module.getInfo().outputs()) {
      if (module.getOutput(output.getName()) instanceof ImagePlus image) {
        WindowManager.setTempCurrentImage(image);
      }
    }
  }
}
