/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.util.Optional;
import org.egcnn.engine.Network;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;

/**
 * Trains a network and writes its model folder (EG-CNN paper, section 4: Adam, polynomial decay,
 * random crops). Everything random follows from the settings' seed, so a training that was
 * interrupted and resumed takes the same steps as one that was not.
 */
public final class Trainer {
  /** More do not read faster from one disk. */
  private static final int MOST_READERS = 4;

  /**
   * Trains.
   *
   * @param network created for the job's architecture with its losses; its weights are set here
   * @param job what to train, on what, and where it goes
   * @param listener follows the training; asking it to stop ends it after the running step, with a
   *     usable model
   * @return how it ended
   * @throws BadInputException if a case, a setting or the folder cannot be used or written, the
   *     loss is no longer a number, or memory runs out
   * @throws CancelledException if stopped while the cases were still being prepared; nothing has
   *     been written then
   */
  public TrainingResult train(Network network, TrainingJob job, TrainingListener listener)
      throws IOException, CancelledException {
    try (TrainingFolder folder = TrainingFolder.open(job.folder(), job.mode())) {
      return train(network, job, folder, listener);
    }
  }

  /** As {@link #train(Network, TrainingJob, TrainingListener)}, in a folder that is open. */
  TrainingResult train(
      Network network, TrainingJob job, TrainingFolder folder, TrainingListener listener)
      throws IOException, CancelledException {
    boolean resumed = job.mode() == TrainingJob.Mode.RESUME;
    Optional<Checkpoint> checkpoint =
        resumed ? Optional.of(Resumption.find(folder, job, listener)) : Optional.empty();
    job.memoryAdvice(network).check();
    TrainingSettings settings = job.settings();
    try (CaseCache cache =
        CaseCache.open(
            job.training(),
            job.card().labels(),
            settings.cacheBytes(),
            folder.cache(),
            readers(job),
            listener)) {
      requireChannels(cache, job);
      if (!resumed) {
        folder.clear();
      }
      TrainingOutput output = new TrainingOutput(folder, job, resumed, listener);
      Progress start = start(network, settings, checkpoint);
      TrainingLoop loop = new TrainingLoop(network, job, cache.cases(), output, start, listener);
      return run(network, job, loop, output);
    }
  }

  /** As many cases are read at a time as the half of the heap holds that is not the cache's. */
  private static int readers(TrainingJob job) {
    long largest = job.training().stream().mapToLong(CaseSource::loadingBytes).max().orElse(0);
    long fitting = Runtime.getRuntime().maxMemory() / 2 / Math.max(1, largest);
    int processors = Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors());
    return (int) Math.max(1, Math.min(processors, fitting));
  }

  private static Progress start(
      Network network, TrainingSettings settings, Optional<Checkpoint> checkpoint)
      throws BadInputException {
    if (checkpoint.isEmpty()) {
      network.initialise(new Seeds(settings.seed()).weights());
      return Progress.START;
    }
    Resumption.restore(network, checkpoint.get());
    return checkpoint.get().description().progress();
  }

  private static TrainingResult run(
      Network network, TrainingJob job, TrainingLoop loop, TrainingOutput output)
      throws IOException {
    output.begin(loop.progress().history(), network.parameters());
    try {
      TrainingResult.Ending ending = loop.run();
      // an interrupted thread cannot write files
      boolean interrupted = Thread.interrupted();
      try {
        output.finish(loop.progress(), network.weights(), network.state());
        output.end(ending.toString(), loop.progress().history(), network.parameters());
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
      return new TrainingResult(job.folder(), ending, loop.progress().history());
    } catch (IOException | RuntimeException | Error e) {
      try {
        output.end("failed: " + e.getMessage(), loop.progress().history(), network.parameters());
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      if (e instanceof IOException failure) {
        throw resumable(job, failure);
      }
      throw e;
    }
  }

  /**
   * The complaint about a file that could not be read or written; the checkpoint is still there.
   */
  private static IOException resumable(TrainingJob job, IOException failure) {
    if (!(failure instanceof BadInputException)) {
      return new BadInputException(
          job.folder(),
          "the training stopped (" + failure + ")",
          "Check that its disk has space and may be written, then resume",
          failure);
    }
    return failure.getCause() instanceof IOException
        ? new BadInputException(failure.getMessage() + ", then resume", failure)
        : failure;
  }

  private static void requireChannels(CaseCache cache, TrainingJob job) throws BadInputException {
    int channels = job.card().architecture().inputChannels();
    for (PreparedCase prepared : cache.cases()) {
      if (prepared.channels() != channels) {
        throw new BadInputException(
            "Case "
                + prepared.name()
                + " has "
                + prepared.channels()
                + " channels, the network takes "
                + channels
                + ". Give every case the same channels");
      }
    }
  }
}
