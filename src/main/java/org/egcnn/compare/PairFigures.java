/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcnn.dataset.Dataset;
import org.egcnn.evaluate.EvaluationFolder;
import org.egcnn.evaluate.EvaluationTask;
import org.egcnn.evaluate.FigureSettings;
import org.egcnn.evaluate.Metric;
import org.egcnn.evaluate.Reference;
import org.egcnn.evaluate.SliceChoice;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * Draws each variant beside what it is compared with, of the first seed and fold: an evaluation
 * with figures in {@code figures/}, and in the manner of the paper's figures the cases that differ
 * most, to either side.
 *
 * @param experiment the experiment
 * @param dataset the data
 * @param out the experiment's folder
 * @param threads how many threads to use
 */
record PairFigures(Experiment experiment, Dataset dataset, Path out, int threads) {
  private static final String FOLDER = "figures";

  /** Beside the figures: the names of the two runs that they show. */
  private static final String PAIR = "pair.txt";

  /** Cases shown of those that are better, and of those that are worse. */
  private static final int CASES_A_SIDE = 2;

  /** The folder of a run's figures. */
  static Path folder(Path out, RunKey key) {
    return out.resolve(FOLDER).resolve(key.backbone().label() + "_" + Variant.slug(key.variant()));
  }

  /**
   * Draws what is not drawn yet.
   *
   * @param finished the finished runs
   * @throws IOException if a mask or an image cannot be read, or a figure not be written
   * @throws CancelledException if the listener cancels
   */
  void write(List<FinishedRun> finished, VolumeIO io, TaskListener listener)
      throws IOException, CancelledException {
    for (FinishedRun run : finished) {
      Optional<FinishedRun> other = counterpart(run, finished);
      if (other.isPresent() && !isDrawn(run, other.get())) {
        listener.info(
            "Drawing "
                + run.plan().key().variant()
                + " beside "
                + other.get().plan().key().variant());
        draw(run, other.get(), io, listener);
      }
    }
  }

  /** The finished run that a run is drawn beside. */
  private Optional<FinishedRun> counterpart(FinishedRun run, List<FinishedRun> finished) {
    RunKey key = run.plan().key();
    Optional<String> against = experiment.variant(key.variant()).against();
    if (against.isEmpty()
        || !key.seed().equals(Optional.of(experiment.seeds().get(0)))
        || key.fold() != 0) {
      return Optional.empty();
    }
    RunKey other = new RunKey(key.backbone(), against.get(), key.folds(), key.fold(), key.seed());
    return finished.stream().filter(f -> f.plan().key().equals(other)).findFirst();
  }

  private boolean isDrawn(FinishedRun run, FinishedRun other) throws IOException {
    Path summary = folder(out, run.plan().key()).resolve(EvaluationFolder.SUMMARY);
    Path pair = summary.resolveSibling(PAIR);
    if (!Files.exists(summary)
        || !Files.exists(pair)
        || !Files.readString(pair).equals(names(run, other))) {
      return false;
    }
    for (FinishedRun one : List.of(run, other)) {
      Path scores =
          new RunFolder(one.plan().folder()).evaluation().resolve(EvaluationFolder.SUMMARY);
      if (Files.getLastModifiedTime(scores).compareTo(Files.getLastModifiedTime(summary)) > 0) {
        return false;
      }
    }
    return true;
  }

  private static String names(FinishedRun run, FinishedRun other) {
    return run.plan().key().name() + "\n" + other.plan().key().name() + "\n";
  }

  private void draw(FinishedRun run, FinishedRun other, VolumeIO io, TaskListener listener)
      throws IOException, CancelledException {
    List<String> cases = cases(run, other);
    FigureSettings figures =
        new FigureSettings(
            run.plan().key().variant(),
            Map.of(
                other.plan().key().variant(), new RunFolder(other.plan().folder()).segmentations()),
            Optional.empty(),
            cases.size(),
            cases,
            SliceChoice.MOST_ERRORS,
            0,
            false);
    Scoring scoring = experiment.scoring();
    new EvaluationTask(
            Reference.of(dataset.select(run.plan().split().validation())),
            new RunFolder(run.plan().folder()).segmentations(),
            Optional.of(scoring.judged(dataset.labels())),
            folder(out, run.plan().key()),
            scoring.evaluating(true, threads),
            figures)
        .run(io, listener);
    AtomicOutput.write(
        folder(out, run.plan().key()).resolve(PAIR),
        temporary -> Files.writeString(temporary, names(run, other)));
  }

  /** The cases whose mean Dice differs most to either side, the most improved first. */
  private static List<String> cases(FinishedRun run, FinishedRun other) {
    Region average = new Region(Region.AVERAGE, -1);
    List<String> names = new ArrayList<>(run.scores().cases().keySet());
    names.removeIf(
        name -> Double.isNaN(average.difference(run.scores(), other.scores(), name, Metric.DICE)));
    names.sort(
        Comparator.comparingDouble(
            name -> -average.difference(run.scores(), other.scores(), name, Metric.DICE)));
    if (names.size() <= 2 * CASES_A_SIDE) {
      return names;
    }
    return Stream.concat(
            names.stream().limit(CASES_A_SIDE), names.stream().skip(names.size() - CASES_A_SIDE))
        .toList();
  }
}
