/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.egcnn.dataset.CaseReader;
import org.egcnn.engine.EngineException;
import org.egcnn.prepare.Prepared;
import org.egcnn.prepare.Preprocessor;
import org.egcnn.segment.CaseOutcome.Status;
import org.egcnn.task.Background;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * Segments cases one after the other; meanwhile one thread reads and prepares the next case and
 * another writes the last case's outputs. Never more than one case is ahead and one behind. Used
 * once.
 */
final class CasePipeline {
  private final CaseSegmenter segmenter;
  private final VolumeIO io;
  private final CaseReader reader;
  private final Preprocessor preprocessor;
  private final CaseFollower follower;
  private final TaskListener listener;
  private final ExecutorService reading = Executors.newSingleThreadExecutor(CasePipeline::daemon);
  private final ExecutorService writing = Executors.newSingleThreadExecutor(CasePipeline::daemon);
  private Optional<Behind> behind = Optional.empty();

  /**
   * A pipeline.
   *
   * @param follower hears what becomes of each case
   * @param listener hears of windows and failures
   */
  CasePipeline(CaseSegmenter segmenter, VolumeIO io, CaseFollower follower, TaskListener listener) {
    this.segmenter = segmenter;
    this.io = io;
    this.follower = follower;
    this.listener = listener;
    this.reader =
        new CaseReader(
            io, segmenter.card().architecture().inputChannels(), segmenter.card().labels());
    this.preprocessor = new Preprocessor(segmenter.card().preprocessing());
  }

  /** A result on its way to the disk. */
  private record Behind(CasePlan plan, Future<?> written) {}

  /** A part of a case's work, which may fail. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException, CancelledException;
  }

  /**
   * Segments and writes.
   *
   * @throws CancelledException if the listener cancels or the thread is interrupted; a result that
   *     was complete is written all the same
   */
  void run(List<CasePlan> plans) throws CancelledException {
    try {
      Optional<Future<Prepared>> ahead = read(plans, 0);
      for (int i = 0; i < plans.size(); i++) {
        CasePlan plan = plans.get(i);
        TaskListener own = new CaseProgress(listener, i, plans.size(), plan.source().name());
        Future<Prepared> current = ahead.orElseThrow();
        follower.begun(plan.source().name());
        Optional<Prepared> prepared = attempt(plan, () -> await(current, listener));
        ahead = read(plans, i + 1);
        Optional<Segmentation> result = Optional.empty();
        if (prepared.isPresent()) {
          result =
              attempt(plan, () -> segmenter.segment(prepared.get(), plan.files().keySet(), own));
        }
        settle();
        behind = result.map(r -> new Behind(plan, writing.submit(() -> write(plan, r))));
      }
    } finally {
      reading.shutdownNow();
      settle();
      writing.shutdown();
    }
  }

  private Optional<Future<Prepared>> read(List<CasePlan> plans, int i) {
    return i == plans.size()
        ? Optional.empty()
        : Optional.of(
            reading.submit(() -> preprocessor.prepare(reader.read(plans.get(i).source()).image())));
  }

  /** Writes a result and tells at once that it is there. */
  private Optional<CaseOutcome> write(CasePlan plan, Segmentation result)
      throws CancelledException {
    Optional<CaseOutcome> done =
        attempt(
            plan,
            () -> {
              for (Map.Entry<OutputKind, Path> file : plan.files().entrySet()) {
                io.write(result.get(file.getKey()), file.getValue());
              }
              List<Path> files = List.copyOf(plan.files().values());
              return new CaseOutcome(plan.source().name(), Status.DONE, files, "");
            });
    done.ifPresent(follower::ended);
    return done;
  }

  /** Waits for the result that is being written, if there is one. */
  private void settle() throws CancelledException {
    if (behind.isPresent()) {
      Behind last = behind.get();
      behind = Optional.empty();
      attempt(last.plan(), () -> await(last.written(), TaskListener.SILENT));
    }
  }

  private <T> Optional<T> attempt(CasePlan plan, Work<T> work) throws CancelledException {
    try {
      return Optional.of(work.run());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      String name = plan.source().name();
      listener.warn(name + " failed: " + reason(e));
      follower.ended(
          new CaseOutcome(name, Status.FAILED, List.of(), reason(e), e instanceof IOException));
      return Optional.empty();
    }
  }

  private static <T> T await(Future<T> future, TaskListener listener)
      throws IOException, CancelledException {
    try {
      while (true) {
        listener.checkCancelled();
        try {
          return future.get(100, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // not yet: look again whether to stop
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw Background.failure(e);
    }
  }

  private static String reason(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return "Java ran out of memory; give it more, or ask for fewer outputs";
    }
    boolean forUsers = failure instanceof BadInputException || failure instanceof EngineException;
    return (forUsers ? failure.getMessage() : failure.toString()).replace('\n', ' ');
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "segment-files");
    thread.setDaemon(true);
    return thread;
  }
}
