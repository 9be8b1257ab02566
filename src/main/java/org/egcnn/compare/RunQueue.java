/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.EngineOptions;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.ExclusiveLock;
import org.egcnn.train.TrainingListener;
import org.egcnn.volume.VolumeIO;

/**
 * Does runs one after the other. Those that are done are skipped, those that another process has
 * locked are left to it, and one that fails does not keep the others from being done.
 */
final class RunQueue {
  private final Dataset dataset;
  private final List<PlannedRun> all;
  private final VolumeIO io;
  private final EngineOptions engine;
  private final TrainingListener listener;
  private final AfterRun afterRun;
  private final List<String> skipped = new ArrayList<>();
  private final List<String> executed = new ArrayList<>();
  private final List<String> elsewhere = new ArrayList<>();
  private final Map<String, String> failed = new LinkedHashMap<>();
  private boolean inputAtFault = true;

  /** Something that is done whenever a run is finished. */
  @FunctionalInterface
  interface AfterRun {
    /** Does it. */
    void apply() throws IOException, CancelledException;
  }

  /**
   * A queue.
   *
   * @param all the experiment's runs, also those that are not asked for
   * @param listener follows all of it
   * @param afterRun is done after each run
   */
  RunQueue(
      Dataset dataset,
      List<PlannedRun> all,
      VolumeIO io,
      EngineOptions engine,
      TrainingListener listener,
      AfterRun afterRun) {
    this.dataset = dataset;
    this.all = all;
    this.io = io;
    this.engine = engine;
    this.listener = listener;
    this.afterRun = afterRun;
  }

  /**
   * Does runs.
   *
   * @throws CancelledException if the listener cancels
   */
  void execute(List<PlannedRun> wanted) throws IOException, CancelledException {
    List<PlannedRun> pending = new ArrayList<>();
    for (PlannedRun run : wanted) {
      if (isFinished(run)) {
        skip(run);
      } else {
        pending.add(run);
      }
    }
    double total = pending.stream().mapToDouble(PlannedRun::weight).sum();
    double done = 0;
    for (PlannedRun run : pending) {
      listener.checkCancelled();
      // weights are of this program's making, hence never all zero
      double share = run.weight() / total;
      execute(run, done, share, wanted.indexOf(run) + 1, wanted.size());
      done += share;
    }
  }

  private static boolean isFinished(PlannedRun run) throws IOException {
    return new RunFolder(run.folder()).state(run) == RunFolder.State.FINISHED;
  }

  private void skip(PlannedRun run) {
    skipped.add(run.key().name());
    listener.info(run.key().name() + " is done already");
  }

  private void execute(PlannedRun run, double start, double share, int number, int count)
      throws IOException, CancelledException {
    Optional<PlannedRun> missing = missingMember(run);
    if (missing.isPresent()) {
      leave(run, missing.get());
      return;
    }
    Files.createDirectories(run.folder());
    Optional<ExclusiveLock> lock = ExclusiveLock.ofFolder(run.folder());
    if (lock.isEmpty()) {
      elsewhere.add(run.key().name());
      listener.info(run.key().name() + " is being done by another process");
      return;
    }
    try (ExclusiveLock held = lock.get()) {
      AtomicOutput.removeLeftovers(run.folder());
      if (isFinished(run)) {
        skip(run);
        return;
      }
      String place = String.format(Locale.ROOT, "Run %d of %d", number, count);
      listener.info(
          String.format(
              Locale.ROOT,
              "%s: %s; width %d, %,d parameters",
              place,
              run.key(),
              run.architecture().width(),
              run.parameters()));
      new RunTask(run, dataset, io, run.engine(engine), fingerprint(run))
          .execute(
              new RunProgress(listener, start, share, place + " (" + run.key().variant() + ")"));
      executed.add(run.key().name());
    } catch (BadInputException | EngineException e) {
      inputAtFault &= e instanceof BadInputException;
      failed.put(run.key().name(), e.getMessage());
      listener.warn(run.key().name() + " failed: " + e.getMessage());
      return;
    }
    afterRun.apply();
  }

  private static Optional<PlannedRun> missingMember(PlannedRun run) throws IOException {
    for (PlannedRun member : run.members()) {
      if (!isFinished(member)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  /** Another process may be doing what is missing: then the next start finds it done. */
  private void leave(PlannedRun run, PlannedRun missing) {
    String name = missing.key().name();
    if (failed.containsKey(name)) {
      failed.put(run.key().name(), name + " failed");
    } else {
      elsewhere.add(run.key().name());
    }
    listener.info(
        run.key().name() + " waits for " + name + ", which is not done: start again then");
  }

  /** What an earlier run with the same cases found out about them. */
  private Optional<Path> fingerprint(PlannedRun run) {
    return all.stream()
        .filter(other -> other.split().equals(run.split()))
        .map(other -> new RunFolder(other.folder()).model().resolve(Fingerprint.FILE_NAME))
        .filter(Files::exists)
        .findFirst();
  }

  /** The names of runs that were done before. */
  List<String> skipped() {
    return skipped;
  }

  /** The names of runs that were done. */
  List<String> executed() {
    return executed;
  }

  /** The names of runs that another process is doing. */
  List<String> elsewhere() {
    return elsewhere;
  }

  /** Whether no run failed for another reason than its input. */
  boolean isInputAtFault() {
    return inputAtFault;
  }

  /** The runs that failed, each with its reason. */
  List<String> failed() {
    return failed.entrySet().stream().map(run -> run.getKey() + ": " + run.getValue()).toList();
  }
}
