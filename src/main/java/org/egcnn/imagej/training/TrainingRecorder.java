/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.egcnn.engine.StepLosses;
import org.egcnn.train.CropPreview;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.History;
import org.egcnn.train.TrainingListener;
import org.egcnn.train.TrainingStart;

/**
 * Collects what a training reports, in the training's thread, until the thread that draws takes it.
 */
final class TrainingRecorder implements TrainingListener {
  private final SmoothedSteps smoothed = new SmoothedSteps();
  private final List<EpochRecord> fresh = new ArrayList<>();
  private Optional<TrainingStart> start = Optional.empty();
  private Optional<RemainingTime> time = Optional.empty();
  private Optional<CropPreview> preview = Optional.empty();
  private History history = new History(List.of());
  private boolean newEpoch;
  private int epoch = 1;
  private int step;
  private String doing = "Preparing";

  @Override
  public synchronized void onStart(TrainingStart training) {
    start = Optional.of(training);
    time = Optional.of(new RemainingTime(training));
    history = training.history();
    fresh.addAll(history.epochs());
    epoch = history.epochs().size() + 1;
  }

  @Override
  public synchronized void onStep(
      int ofEpoch, int number, int steps, StepLosses losses, double seconds) {
    newEpoch |= number == 1;
    epoch = ofEpoch;
    step = number;
    smoothed.add(ofEpoch, number, steps, losses);
    time.ifPresent(t -> t.step(seconds));
  }

  @Override
  public synchronized void onEpoch(EpochRecord finished) {
    history = history.plus(finished);
    fresh.add(finished);
    time.ifPresent(t -> t.epoch(finished));
  }

  @Override
  public synchronized void onPreview(CropPreview shown) {
    preview = Optional.of(shown);
  }

  @Override
  public synchronized void progress(long done, long total, String what) {
    doing = what;
  }

  /** What is new since the last call, and how things stand. */
  synchronized TrainingUpdate drain() {
    int finished = history.epochs().size();
    int steps = start.map(TrainingStart::steps).orElse(1);
    int all = start.map(s -> s.settings().epochs()).orElse(1);
    // the last step of an epoch comes before its end
    int open = epoch > finished ? step : 0;
    TrainingUpdate update =
        new TrainingUpdate(
            start,
            List.copyOf(fresh),
            newEpoch,
            smoothed.drain(),
            Math.min(epoch, all),
            step,
            ((double) finished * steps + open) / ((double) all * steps),
            start.map(s -> s.settings().schedule().rate(Math.min(epoch, all) - 1)).orElse(0.0),
            time.map(RemainingTime::secondsPerEpoch).orElse(OptionalDouble.empty()),
            time.map(t -> t.left(finished, open)).orElse(OptionalDouble.empty()),
            history.best(),
            preview,
            doing);
    fresh.clear();
    newEpoch = false;
    preview = Optional.empty();
    return update;
  }
}
