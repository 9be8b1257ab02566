/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.plugin.frame.Recorder;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.egcnn.command.TrainCommand;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** What is recorded does the same when it is run. */
class MacroRecordTest {

  @Test
  void replaysEveryInputOfEveryCommand() throws BadInputException {
    try (Context context = new Context()) {
      for (CommandInfo info : Commands.all(context)) {
        Module recorded = module(context, info);
        CommandInputs inputs = new CommandInputs(recorded);
        for (CommandInput input : inputs.all()) {
          if (!input.isImage()) {
            inputs.set(input, other(input, inputs.value(input)));
          }
        }
        Module replayed = module(context, info);
        new CommandInputs(replayed).set(MacroOptions.parse(text(inputs)));
        for (CommandInput input : inputs.all()) {
          assertEquals(
              recorded.getInput(input.name()),
              replayed.getInput(input.name()),
              info.getTitle() + " " + input.name());
        }
      }
    }
  }

  /** A value that is not the default, awkward to write where texts are free. */
  private static Object other(CommandInput input, Object value) {
    if (!input.choices().isEmpty()) {
      return input.choices().get(input.choices().size() - 1);
    }
    if (input.type() == Boolean.class) {
      return !(Boolean) value;
    }
    if (input.type() == Integer.class) {
      return (Integer) value + 1;
    }
    if (input.type() == Double.class) {
      return (Double) value / 2 + 0.4;
    }
    return input.type() == File.class ? new File("/a folder/[b] c") : "one [two] three=4";
  }

  private static Module module(Context context, CommandInfo info) {
    return context.service(ModuleService.class).createModule(info);
  }

  /** As ImageJ's recorder puts it together. */
  static String text(CommandInputs inputs) {
    Recorder.resetCommandOptions();
    MacroRecord.of(inputs).forEach(Recorder::recordOption);
    String text = Recorder.getCommandOptions();
    Recorder.resetCommandOptions();
    return text;
  }

  @Test
  void writesBooleansAndEmptyInputsToo() {
    try (Context context = new Context()) {
      CommandInputs inputs = new CommandInputs(Commands.module(context, TrainCommand.class));
      Map<String, String> options = MacroRecord.of(inputs).options();
      assertEquals(
          List.of("data", "image", "mask", "out", "backbone", "edge_stream", "epochs", "advanced"),
          List.copyOf(options.keySet()).subList(0, 8));
      assertEquals("false", options.get("edge_stream"));
      assertEquals("", options.get("image"));
      assertEquals(inputs.all().size(), options.size());
    }
  }
}
