/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.model.LabelClass;
import org.egcnn.report.PngFile;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/** Writes a {@link CaseFigure} and a {@link BoundaryErrorFigure} of each case. */
final class FigureWriter implements CaseObserver {
  private final VolumeIO io;
  private final FigureInputs inputs;
  private final EvaluationFolder folder;
  private final boolean volumes;

  /**
   * A writer.
   *
   * @param io writes volumes
   * @param inputs reads what is shown beside the masks
   * @param folder gets the files
   * @param volumes whether the boundary errors of the judged prediction are also written as volumes
   */
  FigureWriter(VolumeIO io, FigureInputs inputs, EvaluationFolder folder, boolean volumes) {
    this.io = io;
    this.inputs = inputs;
    this.folder = folder;
    this.volumes = volumes;
  }

  /**
   * Writes the figures of one case.
   *
   * @throws org.egcnn.task.BadInputException as {@link FigureInputs#read}
   */
  @Override
  public void scored(ScoredCase scored) throws IOException {
    FigureCase shown = inputs.read(scored);
    String name = scored.pair().name();
    PngFile.write(CaseFigure.draw(scored, shown.grey()), folder.figures().resolve(name + ".png"));
    PngFile.write(
        BoundaryErrorFigure.draw(shown, scored.classes()),
        folder.boundaries().resolve(name + ".png"));
    if (volumes) {
      io.write(errors(scored), folder.boundaries().resolve(name + "_boundary.nii.gz"));
    }
  }

  @Override
  public int furtherMasks() {
    return inputs.otherMasks();
  }

  /** The errors of the judged prediction, a channel for each class. */
  private static Volume errors(ScoredCase scored) {
    List<RandomAccessibleInterval<FloatType>> channels =
        scored.classes().stream().map(c -> errors(scored, c)).toList();
    return new Volume(
        Views.stack(channels),
        scored.reference().grid(),
        Optional.empty(),
        scored.reference().forms());
  }

  private static RandomAccessibleInterval<FloatType> errors(
      ScoredCase scored, LabelClass labelClass) {
    return BoundaryErrors.of(
        scored.reference().labels(),
        scored.prediction().labels(),
        labelClass,
        scored.reference().grid().spacing());
  }
}
