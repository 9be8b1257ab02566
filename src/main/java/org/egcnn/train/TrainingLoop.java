/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineMemoryException;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.inspect.Inspection;
import org.egcnn.inspect.MeanGradients;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;

/** Steps, epochs, validations and checkpoints, from some progress to the end. */
final class TrainingLoop {
  /** The crops of so many steps are enough to tell large gradients from small ones. */
  private static final int INSPECTED_STEPS = 4;

  private final Network network;
  private final TrainingJob job;
  private final TrainingSettings settings;
  private final List<PreparedCase> cases;
  private final TrainingOutput output;
  private final TrainingListener listener;
  private final int steps;
  private final Seeds seeds;
  private final Previewer previewer;
  private final BatchFiller filler;
  private final CheckpointRule rule;
  private Progress progress;
  private long saved = System.nanoTime();

  /**
   * A loop over a network that is ready for the next step.
   *
   * @param progress where it goes on
   */
  TrainingLoop(
      Network network,
      TrainingJob job,
      List<PreparedCase> cases,
      TrainingOutput output,
      Progress progress,
      TrainingListener listener) {
    this.network = network;
    this.job = job;
    this.settings = job.settings();
    this.cases = cases;
    this.output = output;
    this.progress = progress;
    this.listener = listener;
    this.steps = settings.steps(cases.size());
    this.seeds = new Seeds(settings.seed());
    this.filler = new BatchFiller(cases, settings);
    this.rule = new CheckpointRule(settings.checkpointSeconds());
    this.previewer = new Previewer(network, job.card(), cases, seeds, listener, System::nanoTime);
  }

  /** How far the loop has come. */
  Progress progress() {
    return progress;
  }

  /**
   * Trains to the end or until the listener asks to stop.
   *
   * @throws BadInputException if the loss is no longer a number, or memory runs out
   */
  TrainingResult.Ending run() throws IOException {
    listener.onStart(
        new TrainingStart(
            job.card(), settings, steps, job.validation().cases() > 0, progress.history()));
    long first = (long) progress.epoch() * steps + progress.step();
    long end = (long) settings.epochs() * steps;
    int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 4));
    try (BatchQueue queue =
        new BatchQueue(network, filler, settings.batch(), settings.crop(), first, end, threads)) {
      while (progress.epoch() < settings.epochs()) {
        if (exhausted()) {
          return TrainingResult.Ending.STOPPED_EARLY;
        }
        while (progress.step() < steps) {
          requireGoingOn();
          double seconds = step(queue);
          previewer.offer(progress.epoch() + 1);
          if (rule.isDueAfterStep(secondsSinceSaved(), seconds)) {
            save();
          }
        }
        requireGoingOn();
        finishEpoch();
      }
      previewer.offerLast(settings.epochs());
      return TrainingResult.Ending.FINISHED;
    } catch (CancelledException e) {
      return TrainingResult.Ending.CANCELLED;
    } catch (EngineMemoryException e) {
      throw job.memoryAdvice(network).tooLarge(e);
    }
  }

  /** An interrupted thread is one that was asked to stop; it could not write files either. */
  private void requireGoingOn() throws CancelledException {
    listener.checkCancelled();
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
  }

  private boolean exhausted() {
    return settings.patience() > 0
        && progress.history().validationsSinceBest() >= settings.patience();
  }

  /** Takes a step and returns its seconds. */
  private double step(BatchQueue queue) throws IOException, CancelledException {
    int epoch = progress.epoch();
    int step = progress.step();
    long start = System.nanoTime();
    BatchQueue.Filled filled = queue.take();
    double rate = settings.schedule().rate(epoch);
    StepLosses losses =
        network.step(
            filled.batch(),
            new StepSettings(
                rate,
                settings.clipNorm(),
                seeds.noise(epoch, step),
                settings.averageDecay(),
                settings.edgeShare(epoch)));
    if (!losses.isFinite()) {
      throw notFinite(filled.cases(), rate);
    }
    queue.giveBack(filled);
    double seconds = (System.nanoTime() - start) / 1e9;
    progress = progress.plus(losses, seconds);
    listener.onStep(epoch + 1, step + 1, steps, losses, seconds);
    report("Epoch " + (epoch + 1) + " of " + settings.epochs());
    return seconds;
  }

  private BadInputException notFinite(List<String> names, double rate) {
    return new BadInputException(
        "The loss is no longer a number at step "
            + (progress.step() + 1)
            + " of epoch "
            + (progress.epoch() + 1)
            + " (case "
            + String.join(", ", names)
            + "). Check these cases' intensities, or train anew with a learning rate below "
            + rate
            + " or with gradients clipped; the last checkpoint before it is kept");
  }

  private void finishEpoch() throws IOException, CancelledException {
    int epoch = progress.epoch();
    Optional<ValidationScores> scores = Optional.empty();
    if (job.validation().cases() > 0 && settings.validatesAfter(epoch)) {
      report("Validating after epoch " + (epoch + 1));
      scores =
          Optional.of(job.validation().score(network, new StoppingListener(listener)))
              .filter(ValidationScores::any);
    }
    Optional<Inspection> inspection = Optional.empty();
    if (settings.inspectsAfter(epoch)) {
      report("Inspecting after epoch " + (epoch + 1));
      inspection = Optional.of(inspect(epoch));
    }
    EpochRecord finished =
        new EpochRecord(
            epoch + 1,
            settings.schedule().rate(epoch),
            progress.sums().mean(),
            progress.seconds(),
            scores,
            inspection);
    progress = progress.finish(finished);
    boolean best = progress.history().best().filter(b -> b.epoch() == finished.epoch()).isPresent();
    if (best) {
      output.writeModel(network.weights());
    }
    if (best || rule.isDueAfterEpoch(secondsSinceSaved())) {
      save();
    }
    output.writeHistory(progress.history());
    scores.ifPresent(s -> listener.onValidation(finished.epoch(), s, best));
    listener.onEpoch(finished);
  }

  /** Edges and gates of the validation cases; gradients on the crops of the first steps. */
  private Inspection inspect(int epoch) throws IOException, CancelledException {
    Inspected found =
        job.validation().cases() > 0
            ? job.validation().inspect(network, new StoppingListener(listener))
            : Inspected.NOTHING;
    if (found.picture().isPresent()) {
      output.writeMaps(found.picture().get());
    }
    MeanGradients gradients = new MeanGradients();
    try (Batch batch = network.allocate(settings.batch(), settings.crop())) {
      for (int step = 0; step < INSPECTED_STEPS; step++) {
        listener.checkCancelled();
        filler.fill(batch, step);
        gradients.add(
            network.gradients(
                batch, new StepSettings(0, 0, seeds.noise(0, step), 0, settings.edgeShare(epoch))));
      }
    }
    return found.numbers().with(gradients.result());
  }

  private void report(String what) {
    long done = (long) progress.epoch() * steps + progress.step();
    listener.progress(done, (long) settings.epochs() * steps, what);
  }

  private double secondsSinceSaved() {
    return (System.nanoTime() - saved) / 1e9;
  }

  private void save() throws IOException {
    output.saveCheckpoint(progress, network.state());
    saved = System.nanoTime();
  }
}
