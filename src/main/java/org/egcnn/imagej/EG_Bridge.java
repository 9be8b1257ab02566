/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.IJ;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.util.concurrent.ExecutionException;
import org.egcnn.command.TaskCommand;
import org.egcnn.task.BadInputException;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/**
 * Runs this plugin's SciJava commands in plain ImageJ 1.x, where nobody else would: {@code
 * plugins.config} names it once for each menu entry, its argument being the command's class. In
 * Fiji the commands' own menu entries take these places and the bridge is not used.
 */
public class EG_Bridge implements PlugIn {

  /** For ImageJ. */
  public EG_Bridge() {}

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
    thread.setContextClassLoader(EG_Bridge.class.getClassLoader());
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
    if (options == null) {
      record(new CommandInputs(module));
    }
    try {
      modules.run(module, true).get();
    } catch (InterruptedException e) {
      command.cancel("interrupted");
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Tells the macro recorder, which listens between ImageJ's start and end of a command. */
  private static void record(CommandInputs inputs) {
    if (IJ.recording()) {
      inputs.all().stream()
          .filter(input -> !input.isImage())
          .forEach(input -> Recorder.recordOption(input.name(), input.text(inputs.value(input))));
    }
  }
}
