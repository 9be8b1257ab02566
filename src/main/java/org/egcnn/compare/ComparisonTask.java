/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Datasets;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.MachineMemory;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.ExclusiveLock;
import org.egcnn.task.OutputFolder;
import org.egcnn.task.TaskListener;
import org.egcnn.train.TrainingListener;
import org.egcnn.volume.VolumeIO;

/**
 * A whole experiment: trains, segments and evaluates every run that is not done yet, then compares.
 * It can be stopped at any time and started again, and several processes, also on several machines
 * that share a file system, may work on one experiment.
 *
 * @param experiment the experiment's file
 * @param data the dataset's folder; empty for the one that the experiment names
 * @param out the folder for runs and results
 * @param only names or numbers of the runs to do; none for all
 * @param engine threads and device
 */
public record ComparisonTask(
    Path experiment, Optional<Path> data, Path out, List<String> only, EngineOptions engine) {
  private static final String STEP_TIMES = "step-times.json";
  private static final long POLL_MILLIS = 200;

  /** Copies the list. */
  public ComparisonTask {
    only = List.copyOf(only);
  }

  /** An experiment, the text it was read from, and the data it is done on. */
  private record Opened(Experiment experiment, String text, Dataset dataset) {}

  private Opened open(TaskListener listener) throws IOException, CancelledException {
    Experiment read = ExperimentReader.read(experiment);
    Path folder =
        data.or(read::data)
            .orElseThrow(
                () -> new BadInputException(experiment, "names no data", "Give the data's folder"));
    // kept, for the file may be changed for the next experiment while this one runs
    String text = Files.readString(experiment);
    return new Opened(read, text, Datasets.standard().open(folder, listener));
  }

  /**
   * Tells what would be done, and writes nothing.
   *
   * @throws BadInputException if the experiment cannot be used, does not suit the data, or the
   *     folder holds runs with other settings
   */
  public RunListing list(TaskListener listener) throws IOException, CancelledException {
    Opened opened = open(listener);
    Engine library = EngineLoader.load();
    StepTimes times = new StepTimes(library, engine, keptTimes(Files.exists(out)), false);
    List<RunListing.Entry> entries = new ArrayList<>();
    for (PlannedRun run : RunSelection.of(plan(opened, library, times, listener), only)) {
      RunFolder folder = new RunFolder(run.folder());
      RunFolder.State state = folder.state(run);
      Optional<Double> seconds =
          state == RunFolder.State.FINISHED
              ? Optional.of(folder.result().trainingSeconds())
              : estimate(run, times, listener);
      entries.add(
          new RunListing.Entry(
              run.number(),
              run.key().name(),
              state.toString(),
              run.key().backbone().label(),
              run.key().variant(),
              run.key().fold(),
              run.key().seed(),
              run.architecture().width(),
              run.parameters(),
              run.training().epochs(),
              run.steps(),
              run.split().training().size(),
              run.split().validation().size(),
              run.bytes(),
              seconds));
    }
    return new RunListing(opened.experiment().name(), entries);
  }

  /** Seconds of a run's steps; nothing for a network that does not fit into memory. */
  private static Optional<Double> estimate(PlannedRun run, StepTimes times, TaskListener listener)
      throws IOException, CancelledException {
    if (!run.trains()) {
      return Optional.of(0.0);
    }
    long memory = MachineMemory.forEngine();
    if (memory > 0 && run.bytes() > memory) {
      return Optional.empty();
    }
    double step =
        times.of(run.architecture(), run.losses(), run.training(), run.precision(), listener);
    return Optional.of(run.steps() * step);
  }

  private Optional<Path> keptTimes(boolean exists) {
    return exists ? Optional.of(out.resolve(STEP_TIMES)) : Optional.empty();
  }

  private List<PlannedRun> plan(
      Opened opened, Engine library, StepTimes times, TaskListener listener)
      throws IOException, CancelledException {
    NetworkSizes sizes = new NetworkSizes(library, engine);
    return new RunPlanner(opened.experiment(), opened.dataset(), out, sizes, times).plan(listener);
  }

  /**
   * Does the runs and writes the comparison, as far as it goes after each run.
   *
   * @param io reads and writes volumes
   * @param listener follows all of it
   * @throws BadInputException if the experiment cannot be used, does not suit the data, or the
   *     folder holds runs with other settings; nothing has been changed then
   * @throws CancelledException if the listener cancels; what is done is kept
   */
  public ComparisonOutcome run(VolumeIO io, TrainingListener listener)
      throws IOException, CancelledException {
    Opened opened = open(listener);
    OutputFolder.prepare(out);
    List<PlannedRun> runs;
    try (ExclusiveLock lock = lock(listener)) {
      Engine library = EngineLoader.load();
      runs = plan(opened, library, new StepTimes(library, engine, keptTimes(true), true), listener);
    }
    for (PlannedRun run : runs) {
      new RunFolder(run.folder()).state(run);
    }
    RunQueue queue =
        new RunQueue(
            opened.dataset(),
            runs,
            io,
            engine,
            listener,
            () -> {
              try (ExclusiveLock lock = lock(listener)) {
                write(opened, finished(runs));
              }
            });
    queue.execute(RunSelection.of(runs, only));
    List<FinishedRun> finished;
    try (ExclusiveLock lock = lock(listener)) {
      finished = finished(runs);
      if (opened.experiment().scoring().figures()) {
        new PairFigures(opened.experiment(), opened.dataset(), out, engine.processors())
            .write(finished, io, listener);
      }
      write(opened, finished);
    }
    RunProgress.finished(listener);
    return new ComparisonOutcome(
        new ComparisonFolder(out),
        runs.size(),
        finished.size(),
        queue.skipped(),
        queue.executed(),
        queue.elsewhere(),
        queue.failed(),
        queue.isInputAtFault());
  }

  /**
   * Waits until no other process has the lock: networks are timed by one process for all, and what
   * is common to all runs is written by one at a time.
   */
  private ExclusiveLock lock(TaskListener listener) throws IOException, CancelledException {
    while (true) {
      listener.checkCancelled();
      Optional<ExclusiveLock> lock = ExclusiveLock.ofFolder(out);
      if (lock.isPresent()) {
        AtomicOutput.removeLeftovers(out);
        return lock.get();
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
    }
  }

  private static List<FinishedRun> finished(List<PlannedRun> runs) throws IOException {
    List<FinishedRun> finished = new ArrayList<>();
    for (PlannedRun run : runs) {
      if (new RunFolder(run.folder()).state(run) == RunFolder.State.FINISHED) {
        finished.add(FinishedRun.read(run));
      }
    }
    return finished;
  }

  /** Compares the runs that are done, if there are any. */
  private void write(Opened opened, List<FinishedRun> finished) throws IOException {
    if (!finished.isEmpty()) {
      Comparison comparison =
          new ComparisonBuilder(opened.experiment(), finished).build(opened.dataset().name());
      new ComparisonFolder(out).write(comparison, finished, opened.text());
    }
  }
}
