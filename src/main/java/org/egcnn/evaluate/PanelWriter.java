/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.egcnn.model.LabelClass;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/** Makes an evaluation's {@link PaperFigure} of a few of its cases. */
final class PanelWriter {
  private final FigureInputs inputs;
  private final FigureSettings settings;

  /**
   * A writer.
   *
   * @param inputs reads the cases
   * @param settings how many cases or which, and which slice of each
   */
  PanelWriter(FigureInputs inputs, FigureSettings settings) {
    this.inputs = inputs;
    this.settings = settings;
  }

  /**
   * Writes the figure as PNG and as a stack, one case in memory at a time.
   *
   * @param classes the classes shown
   * @throws org.egcnn.task.BadInputException as {@link FigureInputs}
   */
  void write(
      Evaluation evaluation,
      List<CasePair> pairs,
      List<LabelClass> classes,
      EvaluationFolder folder,
      TaskListener listener)
      throws IOException, CancelledException {
    Map<String, CasePair> byName =
        pairs.stream().collect(Collectors.toMap(CasePair::name, Function.identity()));
    List<String> names =
        settings.panelCases().isEmpty()
            ? CaseRanking.of(evaluation).spread(settings.panels()).stream()
                .map(CaseScores::name)
                .toList()
            : settings.panelCases();
    PaperFigure figure = new PaperFigure(classes, settings.slice());
    for (int i = 0; i < names.size(); i++) {
      listener.checkCancelled();
      listener.progress(i, names.size(), "Drawing");
      figure.add(inputs.read(byName.get(names.get(i)), classes));
    }
    figure.writePng(folder.panels());
    figure.writeStack(folder.panelStack());
  }
}
