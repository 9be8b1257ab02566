/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

/** The window's parts and buttons. Used in Swing's thread only. */
final class TrainingFrame extends JFrame {
  private static final long serialVersionUID = 1L;
  private static final int WIDTH = 980;
  private static final int HEIGHT = 900;
  private static final int MARGIN = 12;

  private final transient StopControl control;
  private final transient StopQuestions questions;
  private final transient Runnable changed;
  private final transient Runnable hidden;
  private final StatusPanel status = new StatusPanel();
  private final CurvesPanel curves = new CurvesPanel();
  private final PreviewPanel preview = new PreviewPanel();
  private final JLabel message = new JLabel(" ");
  private final JButton keep = new JButton("Stop and keep");
  private final JButton cancel = new JButton("Cancel...");

  /**
   * A window that is not yet visible.
   *
   * @param folder the model folder
   * @param control what the buttons act on
   * @param questions makes what asks the user, given what the questions lie over
   * @param changed called after a button acted
   * @param hidden called when the window is gone
   */
  TrainingFrame(
      Path folder,
      StopControl control,
      Function<Component, StopQuestions> questions,
      Runnable changed,
      Runnable hidden) {
    super("EG-CNN training: " + folder.getFileName());
    this.control = control;
    this.questions = questions.apply(this);
    this.changed = changed;
    this.hidden = hidden;
    keep.setToolTipText("Ends after the running step; model and checkpoint are kept");
    keep.addActionListener(e -> act(StopQuestions.Answer.KEEP));
    cancel.addActionListener(e -> pressedCancel());
    setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            closing();
          }
        });
    setContentPane(content());
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    setSize(Math.min(WIDTH, screen.width), Math.min(HEIGHT, screen.height * 9 / 10));
    setLocationByPlatform(true);
    updateButtons();
  }

  private JPanel content() {
    JPanel content = new JPanel(new BorderLayout(MARGIN, MARGIN));
    content.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN));
    content.add(status, BorderLayout.NORTH);
    content.add(curves, BorderLayout.CENTER);
    JPanel bottom = new JPanel(new BorderLayout(MARGIN, MARGIN));
    bottom.add(preview, BorderLayout.CENTER);
    bottom.add(buttons(), BorderLayout.SOUTH);
    content.add(bottom, BorderLayout.SOUTH);
    return content;
  }

  private Box buttons() {
    Box row = new Box(BoxLayout.X_AXIS);
    row.add(message);
    row.add(Box.createHorizontalGlue());
    row.add(Box.createHorizontalStrut(MARGIN));
    row.add(keep);
    row.add(Box.createHorizontalStrut(MARGIN / 2));
    row.add(cancel);
    return row;
  }

  private void pressedCancel() {
    if (control.state() == StopControl.State.ENDED) {
      leave();
    } else {
      act(questions.onCancel(control.canKeep()));
    }
  }

  private void closing() {
    if (control.canCancel()) {
      act(questions.onClose(control.canKeep()));
    } else {
      leave();
    }
  }

  private void act(StopQuestions.Answer answer) {
    switch (answer) {
      case KEEP -> control.stopAndKeep();
      case DISCARD -> control.discard();
      case HIDE -> leave();
      case GO_ON -> {
        // nothing changes
      }
    }
    updateButtons();
    changed.run();
  }

  private void leave() {
    dispose();
    hidden.run();
  }

  /**
   * Shows what has happened.
   *
   * @param outcome how the training ended, or empty while it has not
   */
  void show(TrainingUpdate update, String outcome) {
    status.show(update, control.state() == StopControl.State.ENDED);
    curves.show(update);
    preview.show(update);
    message.setText(text(update, outcome));
    message.setToolTipText(message.getText());
    updateButtons();
  }

  private String text(TrainingUpdate update, String outcome) {
    return switch (control.state()) {
      case ENDED -> outcome;
      case STOPPING -> "Stopping after the running step; the model is kept";
      case DISCARDING -> "Cancelling after the running step";
      case PREPARING, RUNNING -> update.doing();
    };
  }

  private void updateButtons() {
    boolean ended = control.state() == StopControl.State.ENDED;
    keep.setVisible(!ended);
    keep.setEnabled(control.canKeep());
    cancel.setText(ended ? "Close" : "Cancel...");
    cancel.setEnabled(ended || control.canCancel());
  }
}
