/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.egcnn.command.TaskCommand;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/** This plugin's commands in a SciJava context, as Fiji finds them. */
final class Commands {
  private Commands() {}

  /** All commands. */
  static List<CommandInfo> all(Context context) {
    return context.service(CommandService.class).getCommands().stream()
        .filter(info -> info.getClassName().startsWith("org.egcnn."))
        .toList();
  }

  /** A command ready to be given its inputs. */
  static CommandModule module(Context context, Class<? extends TaskCommand> type) {
    CommandInfo info = context.service(CommandService.class).getCommand(type);
    return (CommandModule) context.service(ModuleService.class).createModule(info);
  }

  /** Runs a command with its preprocessors and waits for its end. */
  static CommandModule run(Context context, Class<? extends TaskCommand> type, Object... inputs) {
    try {
      return context.service(CommandService.class).run(type, true, inputs).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
