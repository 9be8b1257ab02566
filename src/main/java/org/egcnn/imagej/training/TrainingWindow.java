/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.SwingUtilities;
import org.egcnn.command.TrainingDisplay;
import org.egcnn.engine.StepLosses;
import org.egcnn.task.TaskListener;
import org.egcnn.train.CropPreview;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.TrainingResult;
import org.egcnn.train.TrainingStart;

/**
 * A window in which a training is watched and stopped. The training's thread leaves its reports
 * here and goes on at once; Swing's thread draws them, five times a second at most.
 *
 * <p>"Stop and keep" ends the training after the running step; the model folder then holds the best
 * weights and a checkpoint. "Cancel" asks whether to do so or to discard what was learnt. Closing
 * the window asks too, and can leave the training running without it.
 */
public final class TrainingWindow implements TrainingDisplay {
  private static final int INTERVAL_MS = 200;

  private final Path folder;
  private final TaskListener console;
  private final TrainingRecorder recorder = new TrainingRecorder();
  private final StopControl control = new StopControl();
  private final Coalescer redraw = Coalescer.swing(INTERVAL_MS, this::redraw);
  private volatile String outcome = "";
  private volatile boolean watched = true;

  /** Made, used and disposed of in Swing's thread. */
  private TrainingFrame frame;

  /**
   * Opens the window.
   *
   * @param folder the model folder that the training writes, for the title
   * @param console told of progress and messages too; its cancelling stops the training and keeps
   *     what was learnt
   */
  public TrainingWindow(Path folder, TaskListener console) {
    this(folder, console, OptionDialogs::new);
  }

  /**
   * As above.
   *
   * @param questions makes what asks the user about stopping
   */
  TrainingWindow(
      Path folder, TaskListener console, Function<java.awt.Component, StopQuestions> questions) {
    this.folder = folder;
    this.console = console;
    SwingUtilities.invokeLater(
        () -> {
          frame = new TrainingFrame(folder, control, questions, redraw::request, this::unwatch);
          frame.setVisible(true);
        });
    redraw.request();
  }

  private void redraw() {
    if (watched && frame != null) {
      frame.show(recorder.drain(), outcome);
    }
  }

  private void unwatch() {
    watched = false;
    if (control.canCancel()) {
      console.info("The training in " + folder + " goes on; the escape key stops it");
    }
  }

  @Override
  public void onStart(TrainingStart start) {
    control.started();
    recorder.onStart(start);
    redraw.request();
  }

  @Override
  public void onStep(int epoch, int step, int steps, StepLosses losses, double seconds) {
    recorder.onStep(epoch, step, steps, losses, seconds);
    redraw.request();
  }

  @Override
  public void onEpoch(EpochRecord epoch) {
    recorder.onEpoch(epoch);
    console.info(line(epoch));
    redraw.request();
  }

  private static String line(EpochRecord epoch) {
    return String.format(
        Locale.ROOT,
        "Epoch %d: loss %.4f%s, %s",
        epoch.epoch(),
        epoch.losses().total(),
        epoch
            .validation()
            .map(scores -> String.format(Locale.ROOT, ", validation Dice %.4f", scores.mean()))
            .orElse(""),
        RemainingTime.text(epoch.seconds()));
  }

  /** Whether the window is there to show one. */
  @Override
  public boolean wantsPreview() {
    return watched;
  }

  @Override
  public void onPreview(CropPreview preview) {
    recorder.onPreview(preview);
    redraw.request();
  }

  @Override
  public void progress(long done, long total, String what) {
    console.progress(done, total, what);
    recorder.progress(done, total, what);
    redraw.request();
  }

  @Override
  public void info(String message) {
    console.info(message);
  }

  @Override
  public void warn(String message) {
    console.warn(message);
  }

  @Override
  public boolean isCancelled() {
    if (console.isCancelled()) {
      control.stopAndKeep();
      return true;
    }
    return control.isStopping();
  }

  @Override
  public boolean isDiscarded() {
    return control.isDiscarded();
  }

  @Override
  public void finished(TrainingResult result) {
    end(
        switch (result.ending()) {
          case FINISHED -> "Finished. The model is in " + result.folder();
          case STOPPED_EARLY ->
              "Stopped, for the scores no longer rose. The model is in " + result.folder();
          case CANCELLED ->
              control.isDiscarded()
                  ? "Cancelled; what was learnt is discarded"
                  : "Stopped. Model and checkpoint are kept; train with \"resume\" to go on";
        });
  }

  @Override
  public void failed(String message) {
    end(message);
  }

  private void end(String message) {
    control.ended();
    outcome = message;
    redraw.request();
  }

  @Override
  public void close() {
    watched = false;
    SwingUtilities.invokeLater(
        () -> Optional.ofNullable(frame).ifPresent(java.awt.Window::dispose));
  }
}
