/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.IJ;
import ij.ImagePlus;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.List;
import org.egcnn.command.Advised;
import org.egcnn.command.Following;
import org.egcnn.command.TaskCommand;
import org.egcnn.task.BadInputException;
import org.scijava.module.Module;

/**
 * Finds values for all inputs of a command: those a macro gives, else those the user enters, else,
 * where there is no screen, the defaults. Afterwards every input is set, so that nobody else asks.
 *
 * @param options the macro's options, or null where no macro runs the command with options
 * @param active the active image, or null
 */
record InputSource(String options, ImagePlus active) {

  /**
   * Sets the inputs of a command.
   *
   * @return whether the command should run; false if the user cancelled a dialog
   * @throws BadInputException naming the option that is unknown, refused or missing
   */
  boolean fill(Module module) throws BadInputException {
    FirstRun.check();
    CommandInputs inputs = new CommandInputs(module);
    UngivenInputs ungiven = UngivenInputs.of(inputs);
    if (options != null) {
      MacroOptions given = MacroOptions.parse(options);
      inputs.set(given);
      ungiven = ungiven.without(given.values().keySet());
    } else if (!GraphicsEnvironment.isHeadless()) {
      if (!ask(module, inputs)) {
        return false;
      }
      ungiven = ungiven.unchanged(inputs);
    }
    if (module.getDelegateObject() instanceof Following command) {
      ungiven.follow(command, inputs);
    }
    inputs.complete(active);
    // The commands show their results themselves, where and as it suits a macro.
    module.getInfo().outputs().forEach(output -> module.resolveOutput(output.getName()));
    return true;
  }

  private boolean ask(Module module, CommandInputs inputs) throws BadInputException {
    List<CommandInput> open = inputs.unresolved().stream().filter(i -> !i.isImage()).toList();
    for (CommandInput image : inputs.unresolved().stream().filter(CommandInput::isImage).toList()) {
      // Before the user fills in a dialog in vain.
      image.check(active);
    }
    List<CommandInput> first = open.stream().filter(i -> !i.isAdvanced()).toList();
    List<CommandInput> second = open.stream().filter(CommandInput::isAdvanced).toList();
    Advised advised =
        module.getDelegateObject() instanceof Advised command ? command : Advised.NOBODY;
    InputDialog dialog = new InputDialog(module.getInfo().getTitle(), inputs);
    if (!first.isEmpty() && !dialog.ask(first, advised.firstAdvice())) {
      return false;
    }
    boolean more = Boolean.TRUE.equals(module.getInput(TaskCommand.ADVANCED));
    if (!more || second.isEmpty()) {
      return true;
    }
    IJ.showStatus("Looking at what was chosen...");
    try (LaterAdvice advice = new LaterAdvice(advised, EventQueue::invokeLater)) {
      IJ.showStatus("");
      advice.start();
      return dialog.ask(second, advice);
    }
  }
}
