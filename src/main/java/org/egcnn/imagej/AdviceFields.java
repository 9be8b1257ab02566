/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import java.awt.Choice;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.command.Advice;

/**
 * The parts of an open dialog that change with what is found meanwhile: the text above the fields,
 * and the values that choices offer. What the user chose stays chosen.
 *
 * @param dialog the dialog
 * @param choices the names of the inputs that are choices, in the dialog's order
 */
record AdviceFields(GenericDialog dialog, List<String> choices) {

  /** Shows an advice. To be called by the thread that draws. */
  void show(Advice advice) {
    if (dialog.getMessage() instanceof MultiLineLabel label) {
      label.setText(advice.message());
    }
    for (int i = 0; i < choices.size(); i++) {
      List<String> offered = advice.choices().get(choices.get(i));
      if (offered != null) {
        offer((Choice) dialog.getChoices().get(i), offered);
      }
    }
    if (dialog.isShowing()) {
      dialog.pack();
    }
  }

  private static void offer(Choice choice, List<String> offered) {
    String chosen = choice.getSelectedItem();
    List<String> items = new ArrayList<>(offered);
    if (!items.contains(chosen)) {
      items.add(chosen);
    }
    choice.removeAll();
    items.forEach(choice::add);
    choice.select(chosen);
  }
}
