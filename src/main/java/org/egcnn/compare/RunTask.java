/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Predictor;
import org.egcnn.evaluate.EvaluationTask;
import org.egcnn.evaluate.Reference;
import org.egcnn.segment.CaseOutcome;
import org.egcnn.segment.CaseSegmenter;
import org.egcnn.segment.FolderSegmenter;
import org.egcnn.segment.Models;
import org.egcnn.segment.SegmentReport;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.OutputFolder;
import org.egcnn.task.TaskListener;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingRecord;
import org.egcnn.train.TrainingResult;
import org.egcnn.train.TrainingTask;
import org.egcnn.volume.VolumeIO;

/**
 * Does one run: trains, unless it takes the networks of others, segments the validation cases as
 * whole volumes, evaluates. What an interrupted run has left is gone on with.
 *
 * @param run what to do
 * @param dataset the data
 * @param io reads and writes volumes
 * @param engine threads and device
 * @param known a fingerprint of the same data that an earlier run has left, which saves reading all
 *     cases once more
 */
record RunTask(
    PlannedRun run, Dataset dataset, VolumeIO io, EngineOptions engine, Optional<Path> known) {
  /**
   * Runs. The caller holds the folder's lock.
   *
   * @throws BadInputException if a case or a setting cannot be used
   * @throws CancelledException if the listener cancels; the run can be gone on with
   */
  void execute(RunProgress progress) throws IOException, CancelledException {
    RunFolder folder = new RunFolder(run.folder());
    folder.begin(run);
    progress.train();
    // a training that is gone on with at its end writes its table anew
    if (run.trains() && !(folder.isTrained() && folder.hasWholeHistory())) {
      train(folder, progress);
    }
    segment(folder, progress.segment());
    evaluate(folder, progress.evaluate());
    folder.finish(result(folder));
  }

  private void train(RunFolder folder, RunProgress progress)
      throws IOException, CancelledException {
    takeFingerprint(folder);
    NetworkChoice network =
        new NetworkChoice(
            run.architecture().backbone(),
            run.architecture().edgeStream(),
            run.architecture().width(),
            run.architecture().levels(),
            OptionalInt.of(run.architecture().kernel()));
    TrainingOptions options =
        new TrainingOptions(
            dataset.folder(),
            folder.model(),
            Files.exists(folder.model().resolve(TrainingRecord.FILE_NAME))
                ? TrainingJob.Mode.RESUME
                : TrainingJob.Mode.NEW,
            new SplitChoice(Optional.of(folder.split()), 0, 0, 1, 0),
            network,
            run.losses(),
            Optional.of(run.training().crop()),
            run.training().batch(),
            settings -> run.training().toBuilder(run.training().crop()),
            run.preprocessing(),
            engine);
    if (new TrainingTask(options, io).run(progress).ending() == TrainingResult.Ending.CANCELLED) {
      throw new CancelledException();
    }
  }

  private void takeFingerprint(RunFolder folder) throws IOException {
    Path own = folder.model().resolve(Fingerprint.FILE_NAME);
    if (known.isPresent() && !Files.exists(own)) {
      // whether it is of these data is found out by whoever reads it
      Fingerprint.read(known.get()).write(own);
    }
  }

  private List<Case> validation() {
    return dataset.select(run.split().validation());
  }

  private void segment(RunFolder folder, TaskListener listener)
      throws IOException, CancelledException {
    Models models =
        run.trains()
            ? Models.of(folder.model())
            : Models.together(
                folder.path(),
                run.members().stream().map(m -> new RunFolder(m.folder()).model()).toList());
    OutputFolder.prepare(folder.segmentations());
    SegmentReport report;
    try (Predictor network = models.restored(engine, listener)) {
      CaseSegmenter segmenter =
          new CaseSegmenter(
              network,
              models.card(),
              run.scoring().segmenting(run.architecture().edgeStream().isPresent()));
      report =
          new FolderSegmenter(segmenter, io, Optional.empty(), false)
              .run(validation(), folder.segmentations(), listener);
    }
    List<CaseOutcome> failed = report.with(CaseOutcome.Status.FAILED);
    if (!failed.isEmpty()) {
      throw new BadInputException(
          "Case " + failed.get(0).name() + " cannot be segmented: " + failed.get(0).reason());
    }
  }

  private void evaluate(RunFolder folder, TaskListener listener)
      throws IOException, CancelledException {
    new EvaluationTask(
            Reference.of(validation()),
            folder.segmentations(),
            Optional.of(run.scoring().judged(dataset.labels())),
            folder.evaluation(),
            run.scoring().evaluating(false, engine.processors()))
        .run(io, listener);
  }

  private RunResult result(RunFolder folder) throws IOException {
    if (!run.trains()) {
      return together();
    }
    if (!folder.hasWholeHistory()) {
      throw new BadInputException(
          folder.model(),
          "its history.csv could not be written, from which the times come",
          "Close it in other programs and start again");
    }
    SavedHistory history = folder.history();
    TrainingRecord trained = folder.record();
    return new RunResult(
        now(),
        trained.environment(),
        run.parameters(),
        run.bytes(),
        history.epochs().size(),
        trained.best().map(EpochRecord::epoch).orElse(0),
        history.medianSeconds(),
        history.totalSeconds());
  }

  /** What the networks of several runs took together. */
  private RunResult together() throws IOException {
    List<RunResult> results = new ArrayList<>();
    for (PlannedRun member : run.members()) {
      results.add(new RunFolder(member.folder()).result());
    }
    return new RunResult(
        now(),
        results.get(0).environment(),
        run.parameters(),
        run.bytes(),
        results.stream().mapToInt(RunResult::epochs).max().orElseThrow(),
        0,
        results.stream().mapToDouble(RunResult::secondsPerEpoch).sum(),
        results.stream().mapToDouble(RunResult::trainingSeconds).sum());
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
