/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Grid;
import org.egcnn.volume.VolumeIO;

/**
 * Evaluates a folder of predictions from beginning to end: finds the pairs, scores them, draws them
 * and writes the results.
 *
 * @param references what to judge by, see {@link Reference#of} and {@link Reference#ofFolder}
 * @param predictions a folder of predicted masks named like the cases
 * @param labels the meaning of the label values; if absent, every value found is a class
 * @param out the folder to write to, see {@link EvaluationFolder}
 * @param settings how to evaluate
 * @param figures what figures show, if the settings want any
 */
public record EvaluationTask(
    List<Reference> references,
    Path predictions,
    Optional<Labels> labels,
    Path out,
    EvaluationSettings settings,
    FigureSettings figures) {

  /** Copies the list. */
  public EvaluationTask {
    references = List.copyOf(references);
  }

  /** A task whose figures show nothing beside the judged masks. */
  public EvaluationTask(
      List<Reference> references,
      Path predictions,
      Optional<Labels> labels,
      Path out,
      EvaluationSettings settings) {
    this(references, predictions, labels, out, settings, FigureSettings.standard());
  }

  /**
   * Runs the task.
   *
   * @param io reads masks and images
   * @param listener is told of the cases done, and can cancel between cases
   * @return what was written
   * @throws org.egcnn.task.BadInputException as {@link EvaluationFolder#open}, {@link
   *     CasePair#match}, {@link Evaluator#evaluate}, and if what figures should show is missing or
   *     does not fit
   * @throws IOException if a file cannot be read or written
   * @throws CancelledException if the listener cancels; no summary is then written
   */
  public Evaluation run(VolumeIO io, TaskListener listener) throws IOException, CancelledException {
    List<CasePair> pairs = CasePair.match(references, predictions, settings.allowMissing(), io);
    List<String> missing = missing(pairs);
    if (!missing.isEmpty()) {
      listener.warn(missing.size() + " of " + references.size() + " cases have no prediction");
    }
    FigureInputs inputs = FigureInputs.find(pairs, predictions, figures, io);
    try (EvaluationFolder folder = EvaluationFolder.open(out, settings.overwrite())) {
      CaseObserver observer =
          settings.figures()
              ? new FigureWriter(io, inputs, folder, figures.boundaryVolumes())
              : CaseObserver.NONE;
      Evaluator evaluator = new Evaluator(io, settings);
      List<Grid> grids = evaluator.checkGrids(pairs, listener);
      List<LabelClass> classes = evaluator.classes(pairs, grids, labels, listener);
      folder.clear();
      Evaluation evaluation =
          evaluator.evaluate(pairs, grids, classes, labels.map(Labels::values), observer, listener);
      if (settings.figures() && figures.panels() > 0) {
        new PanelWriter(inputs, figures).write(evaluation, pairs, classes, folder, listener);
      }
      folder.write(evaluation, new EvaluationReport(evaluation, this, missing).build());
      return evaluation;
    }
  }

  /** The names of the references that have no prediction, in order. */
  private List<String> missing(List<CasePair> pairs) {
    Set<String> found = pairs.stream().map(CasePair::name).collect(Collectors.toSet());
    return references.stream()
        .map(Reference::name)
        .filter(name -> !found.contains(name))
        .sorted()
        .toList();
  }
}
