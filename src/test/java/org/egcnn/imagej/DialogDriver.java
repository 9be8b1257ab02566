/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.gui.GenericDialog;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/** Uses ImageJ's dialogs as a user would: looks, types, ticks, presses. */
final class DialogDriver {
  private static final long PATIENCE_MS = 30_000;
  private static final long SETTLING_MS = 400;

  private final GenericDialog dialog;
  private final List<CommandInput> inputs;

  private DialogDriver(GenericDialog dialog, List<CommandInput> inputs) {
    this.dialog = dialog;
    this.inputs = inputs;
  }

  /**
   * Waits for a dialog.
   *
   * @param inputs what it asks for, in order
   */
  static DialogDriver await(String title, List<CommandInput> inputs) throws Exception {
    Window window =
        awaitWindow(
            w ->
                w instanceof GenericDialog d
                    && d.isShowing()
                    && d.getTitle().equals(title)
                    && ((Window) d).getComponentCount() > 0);
    return new DialogDriver((GenericDialog) window, inputs);
  }

  /** Waits for a window. */
  static Window awaitWindow(Predicate<Window> wanted) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MS;
    while (System.currentTimeMillis() < end) {
      for (Window window : Window.getWindows()) {
        if (wanted.test(window)) {
          Thread.sleep(300);
          return window;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no such window opened");
  }

  /** Waits until no dialog of a title is left. */
  static void awaitEnd(String title) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MS;
    while (System.currentTimeMillis() < end) {
      boolean any = false;
      for (Window window : Window.getWindows()) {
        any |= window instanceof GenericDialog d && d.isShowing() && d.getTitle().equals(title);
      }
      if (!any) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(title + " does not end");
  }

  /** Fills in a field, ticks a box or chooses. */
  DialogDriver set(String name, Object value) {
    int text = 0;
    int box = 0;
    int choice = 0;
    for (CommandInput input : inputs) {
      boolean wanted = input.name().equals(name);
      if (input.type() == Boolean.class) {
        if (wanted) {
          ((Checkbox) dialog.getCheckboxes().get(box)).setState((Boolean) value);
        }
        box++;
      } else if (!input.choices().isEmpty()
          || List.of("image", "mask", "crop").contains(input.name())) {
        if (wanted) {
          ((Choice) dialog.getChoices().get(choice)).select(value.toString());
        }
        choice++;
      } else {
        if (wanted) {
          ((TextField) dialog.getStringFields().get(text)).setText(value.toString());
        }
        text++;
      }
    }
    return this;
  }

  /** Waits until the text above the fields has so many lines. */
  DialogDriver awaitLines(int lines) throws InterruptedException {
    Component text = dialog.getMessage();
    int height = lines * text.getFontMetrics(text.getFont()).getHeight();
    long end = System.currentTimeMillis() + PATIENCE_MS;
    while (text.getHeight() < height) {
      if (System.currentTimeMillis() > end) {
        throw new AssertionError("the text does not grow to " + lines + " lines");
      }
      Thread.sleep(50);
    }
    return this;
  }

  /** Keeps a picture of the dialog. */
  DialogDriver photograph(String name) throws Exception {
    photograph(dialog, name);
    return this;
  }

  /** Keeps a picture of a window, which is brought to where nothing hides it. */
  static void photograph(Window window, String name) throws Exception {
    // Without a window manager a window is where it was put last, not where it says.
    EventQueue.invokeAndWait(() -> window.setLocation(40, 40));
    Thread.sleep(SETTLING_MS);
    EventQueue.invokeAndWait(window::toFront);
    Thread.sleep(SETTLING_MS);
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    Rectangle area = new Rectangle(window.getLocationOnScreen(), window.getSize());
    if (!ImageIO.write(
        new Robot().createScreenCapture(area), "png", folder.resolve(name + ".png").toFile())) {
      throw new IOException("no PNG writer");
    }
  }

  /** Presses OK. */
  void ok() {
    press(0);
  }

  /** Presses Cancel. */
  void cancel() {
    press(1);
  }

  private void press(int index) {
    Button button = dialog.getButtons()[index];
    button.dispatchEvent(
        new ActionEvent(button, ActionEvent.ACTION_PERFORMED, button.getActionCommand()));
  }
}
