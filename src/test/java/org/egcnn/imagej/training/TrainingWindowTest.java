/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Robot;
import java.awt.event.WindowEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.egcnn.imagej.training.StopQuestions.Answer;
import org.egcnn.task.TaskListener;
import org.egcnn.train.History;
import org.egcnn.train.TrainingResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The window itself, on a real screen. */
@Tag("display")
class TrainingWindowTest {
  private static final Path FOLDER = Path.of("kidneys");
  private static final int STEPS = 40;

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private Answer answer = Answer.GO_ON;
  private TrainingWindow window;
  private TrainingFrame frame;

  @BeforeEach
  void open() throws Exception {
    Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "there is no screen");
    TaskListener console =
        new TaskListener() {
          @Override
          public void info(String message) {
            told.add(message);
          }
        };
    window =
        new TrainingWindow(
            FOLDER,
            console,
            parent ->
                new StopQuestions() {
                  @Override
                  public Answer onCancel(boolean running) {
                    asked.add("cancel " + running);
                    return answer;
                  }

                  @Override
                  public Answer onClose(boolean running) {
                    asked.add("close " + running);
                    return answer;
                  }
                });
    frame =
        inSwing(
            () ->
                Arrays.stream(Frame.getFrames())
                    .filter(f -> f instanceof TrainingFrame && f.isDisplayable())
                    .map(TrainingFrame.class::cast)
                    .findFirst()
                    .orElseThrow());
  }

  @AfterEach
  void close() throws Exception {
    if (window != null) {
      window.close();
      assertFalse(inSwing(frame::isDisplayable));
    }
  }

  private static <T> T inSwing(Callable<T> question) throws Exception {
    FutureTask<T> task = new FutureTask<>(question);
    SwingUtilities.invokeAndWait(task);
    return task.get();
  }

  /** Waits until a window shows a text, in a label or on a button that can be pressed. */
  private void await(String text) throws Exception {
    for (int i = 0; i < 100; i++) {
      if (inSwing(() -> texts(frame)).contains(text)) {
        return;
      }
      Thread.sleep(50);
    }
    assertEquals(text, inSwing(() -> texts(frame)).toString());
  }

  private static List<String> texts(Container parent) {
    List<String> texts = new ArrayList<>();
    for (Component child : parent.getComponents()) {
      if (child instanceof JLabel label) {
        texts.add(label.getText());
      } else if (child instanceof JButton button && button.isEnabled() && button.isVisible()) {
        texts.add(button.getText());
      } else if (child instanceof Container container) {
        texts.addAll(texts(container));
      }
    }
    return texts;
  }

  private void press(String text) throws Exception {
    await(text);
    JButton button = inSwing(() -> button(frame, text));
    SwingUtilities.invokeAndWait(button::doClick);
  }

  private static JButton button(Container parent, String text) {
    for (Component child : parent.getComponents()) {
      if (child instanceof JButton button && text.equals(button.getText())) {
        return button;
      }
      if (child instanceof Container container && button(container, text) != null) {
        return button(container, text);
      }
    }
    return null;
  }

  private void train(int epochs, int stepsOfTheNext) {
    window.onStart(Courses.start(60, STEPS, List.of()));
    for (int epoch = 1; epoch <= epochs + 1; epoch++) {
      for (int step = 1; step <= (epoch <= epochs ? STEPS : stepsOfTheNext); step++) {
        double passed = epoch - 1 + (double) step / STEPS;
        window.onStep(epoch, step, STEPS, Courses.losses(passed), 0.5);
      }
      if (epoch <= epochs) {
        window.onEpoch(Courses.epoch(epoch));
      }
    }
    window.onPreview(Courses.preview(epochs + 1));
  }

  private void closeByTheFrame() throws Exception {
    inSwing(
        () -> {
          frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
          return null;
        });
  }

  @Test
  void showsTheCourse() throws Exception {
    await("The cases are being prepared");
    long start = System.nanoTime();
    train(24, 25);
    assertTrue(System.nanoTime() - start < 500_000_000, "reporting must not wait for drawing");
    window.progress(24 * STEPS + 25, 60 * STEPS, "Epoch 25 of 60");
    await("25 of 60");
    await("25 of 40");
    await("0.000631");
    await("20 s");
    await("13 min 00 s");
    await("0.839");
    await("Best Dice (epoch 24)");
    await("Epoch 25 of 60");
    Thread.sleep(500);
    File file = new File("target/screenshots/training.png");
    file.getParentFile().mkdirs();
    ImageIO.write(new Robot().createScreenCapture(inSwing(frame::getBounds)), "png", file);
    assertTrue(told.get(23).startsWith("Epoch 24: loss "), told.get(23));
  }

  @Test
  void stopAndKeepStopsAfterTheStep() throws Exception {
    assertFalse(inSwing(() -> button(frame, "Stop and keep").isEnabled()));
    train(1, 3);
    press("Stop and keep");
    assertTrue(window.isCancelled());
    assertFalse(window.isDiscarded());
    await("Stopping after the running step; the model is kept");
    window.finished(
        new TrainingResult(FOLDER, TrainingResult.Ending.CANCELLED, new History(List.of())));
    press("Close");
    assertFalse(inSwing(frame::isDisplayable));
    assertEquals(List.of(), asked);
    assertFalse(window.wantsPreview());
  }

  @Test
  void cancelAsksFirst() throws Exception {
    train(1, 3);
    press("Cancel...");
    assertFalse(window.isCancelled());
    answer = Answer.DISCARD;
    press("Cancel...");
    assertTrue(window.isCancelled());
    assertTrue(window.isDiscarded());
    assertEquals(List.of("cancel true", "cancel true"), asked);
  }

  @Test
  void closingAsksAndCanLeaveTheTrainingAlone() throws Exception {
    closeByTheFrame();
    train(1, 3);
    await("2 of 60");
    closeByTheFrame();
    assertEquals(List.of("close false", "close true"), asked);
    assertTrue(inSwing(frame::isDisplayable));
    assertTrue(window.wantsPreview());
    answer = Answer.HIDE;
    closeByTheFrame();
    assertFalse(inSwing(frame::isDisplayable));
    assertFalse(window.isCancelled());
    assertFalse(window.wantsPreview());
    assertNotNull(told.stream().filter(t -> t.contains("goes on")).findFirst().orElse(null));
    window.onEpoch(Courses.epoch(2));
  }

  @Test
  void closesWithoutAskingOnceItEnded() throws Exception {
    window.failed("Case a has no mask. Leave it out");
    await("Case a has no mask. Leave it out");
    closeByTheFrame();
    assertEquals(List.of(), asked);
    assertFalse(inSwing(frame::isDisplayable));
  }
}
