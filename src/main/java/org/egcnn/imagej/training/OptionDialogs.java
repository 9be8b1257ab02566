/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JOptionPane;

/**
 * Asks in dialogs.
 *
 * @param parent what they lie over
 */
record OptionDialogs(Component parent) implements StopQuestions {

  /** A choice and the button that makes it. */
  private record Choice(Answer answer, String label) {}

  private static final Choice KEEP = new Choice(Answer.KEEP, "Stop and keep");
  private static final Choice DISCARD = new Choice(Answer.DISCARD, "Discard");
  private static final Choice HIDE = new Choice(Answer.HIDE, "Train without window");
  private static final Choice GO_ON = new Choice(Answer.GO_ON, "Go on");

  @Override
  public Answer onCancel(boolean running) {
    if (!running) {
      return ask(
          "The training has not begun. Cancel it?",
          "Cancel training",
          List.of(new Choice(Answer.DISCARD, "Cancel training"), GO_ON));
    }
    return ask(
        """
        Stop and keep: the model folder keeps the best model so far and a checkpoint,
        from which the training can be resumed.
        Discard: a folder that was made for this training is removed, with all it has learnt;
        one that held a model before stays as it is by now.""",
        "Cancel training",
        List.of(KEEP, DISCARD, GO_ON));
  }

  @Override
  public Answer onClose(boolean running) {
    List<Choice> choices = new ArrayList<>();
    if (running) {
      choices.add(KEEP);
    }
    choices.add(HIDE);
    choices.add(GO_ON);
    return ask(
        "The training is not finished. It can go on without this window;\n"
            + "the escape key in ImageJ's window then stops it.",
        "Close training window",
        choices);
  }

  private Answer ask(String question, String title, List<Choice> choices) {
    Object[] labels = choices.stream().map(Choice::label).toArray();
    int chosen =
        JOptionPane.showOptionDialog(
            parent,
            question,
            title,
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.QUESTION_MESSAGE,
            null,
            labels,
            labels[labels.length - 1]);
    return chosen == JOptionPane.CLOSED_OPTION ? Answer.GO_ON : choices.get(chosen).answer();
  }
}
