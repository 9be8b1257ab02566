/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.IJ;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.io.File;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.egcnn.command.Advice;
import org.egcnn.task.BadInputException;

/**
 * ImageJ dialogs for a command's inputs. A value that is refused is complained of and the dialog
 * comes again with everything else as the user left it.
 */
final class InputDialog {
  private static final int SHORT_TEXT = 10;
  private static final int LONG_TEXT = 30;
  private static final String NOTHING = "(none)";

  private final String title;
  private final CommandInputs inputs;

  /**
   * A dialog.
   *
   * @param title its title
   * @param inputs takes over what the user enters
   */
  InputDialog(String title, CommandInputs inputs) {
    this.title = title;
    this.inputs = inputs;
  }

  /**
   * Asks for some of the inputs.
   *
   * @param asked the inputs to ask for
   * @param advice what is known of them besides their declaration
   * @return whether the user agreed; otherwise nothing is set
   */
  boolean ask(List<CommandInput> asked, Advice advice) {
    return ask(asked, () -> advice, (dialog, shown) -> {});
  }

  /**
   * Asks for some of the inputs.
   *
   * @param asked the inputs to ask for
   * @param advice what is known of them besides their declaration, and what is found while the
   *     dialog is open
   * @return whether the user agreed; otherwise nothing is set
   */
  boolean ask(List<CommandInput> asked, LaterAdvice advice) {
    return ask(
        asked,
        advice::advice,
        (dialog, shown) -> advice.tell(new AdviceFields(dialog, choices(asked, shown))::show));
  }

  private boolean ask(
      List<CommandInput> asked, Supplier<Advice> known, BiConsumer<GenericDialog, Advice> made) {
    Map<CommandInput, String> texts = new HashMap<>();
    asked.forEach(input -> texts.put(input, input.text(inputs.value(input))));
    while (true) {
      Advice advice = known.get();
      GenericDialog dialog = dialog(asked, texts, advice);
      made.accept(dialog, advice);
      dialog.showDialog();
      // The dialog records what it read under keys of its own.
      Recorder.resetCommandOptions();
      if (dialog.wasCanceled()) {
        return false;
      }
      asked.forEach(input -> texts.put(input, read(dialog, input, advice)));
      Recorder.resetCommandOptions();
      try {
        Map<CommandInput, Object> values = new HashMap<>();
        for (CommandInput input : asked) {
          values.put(input, input.parse(texts.get(input), '"' + input.label() + '"'));
        }
        values.forEach(inputs::set);
        return true;
      } catch (BadInputException e) {
        IJ.showMessage(title, e.getMessage());
      }
    }
  }

  private GenericDialog dialog(
      List<CommandInput> asked, Map<CommandInput, String> texts, Advice advice) {
    GenericDialog dialog = new GenericDialog(title);
    if (!advice.message().isEmpty()) {
      dialog.addMessage(advice.message());
    }
    StringBuilder help = new StringBuilder("<html><h3>" + title + "</h3><dl>");
    for (CommandInput input : asked) {
      add(dialog, input, texts.get(input), advice);
      help.append("<dt><b>").append(input.label()).append("</b> (").append(input.name());
      help.append(")<dd>").append(input.description());
    }
    dialog.addHelp(help.append("</dl></html>").toString());
    return dialog;
  }

  private static void add(GenericDialog dialog, CommandInput input, String text, Advice advice) {
    String label = input.label();
    Set<String> choices = new LinkedHashSet<>(choices(input, advice));
    if (!choices.isEmpty()) {
      // What was chosen before something else was found stays a choice.
      choices.add(text);
      dialog.addChoice(
          label, choices.stream().map(InputDialog::shown).toArray(String[]::new), shown(text));
    } else if (input.type() == Boolean.class) {
      dialog.addCheckbox(label, Boolean.parseBoolean(text));
    } else if (input.isFolder()) {
      dialog.addDirectoryField(label, text, LONG_TEXT);
    } else if (input.type() == File.class) {
      dialog.addFileField(label, text, LONG_TEXT);
    } else {
      dialog.addStringField(label, text, Math.max(SHORT_TEXT, text.length()));
    }
  }

  private static String read(GenericDialog dialog, CommandInput input, Advice advice) {
    if (!choices(input, advice).isEmpty()) {
      String chosen = dialog.getNextChoice();
      return chosen.equals(NOTHING) ? "" : chosen;
    }
    return input.type() == Boolean.class
        ? Boolean.toString(dialog.getNextBoolean())
        : dialog.getNextString();
  }

  /** The inputs that are choices, in the order of the dialog's choices. */
  private static List<String> choices(List<CommandInput> asked, Advice advice) {
    return asked.stream()
        .filter(input -> !choices(input, advice).isEmpty())
        .map(CommandInput::name)
        .toList();
  }

  private static List<String> choices(CommandInput input, Advice advice) {
    return advice.choices().getOrDefault(input.name(), input.choices());
  }

  private static String shown(String choice) {
    return choice.isEmpty() ? NOTHING : choice;
  }
}
