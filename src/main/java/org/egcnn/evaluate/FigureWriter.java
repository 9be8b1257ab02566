/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/** Writes a {@link CaseFigure} of each case as PNG. */
public final class FigureWriter implements CaseObserver {
  private final VolumeIO io;
  private final Path folder;

  /**
   * A writer.
   *
   * @param io reads the images to show
   * @param folder gets one file for each case, named by the case
   */
  public FigureWriter(VolumeIO io, Path folder) {
    this.io = io;
    this.folder = folder;
  }

  /**
   * Writes the figure of one case.
   *
   * @throws BadInputException if the case's image cannot be read or has another size than its mask
   */
  @Override
  public void scored(ScoredCase scored) throws IOException {
    BufferedImage figure = CaseFigure.draw(scored, grey(scored));
    PngFile.write(figure, folder.resolve(scored.pair().name() + ".png"));
  }

  private Optional<RandomAccessibleInterval<FloatType>> grey(ScoredCase scored) throws IOException {
    if (scored.pair().reference().images().isEmpty()) {
      return Optional.empty();
    }
    Path file = scored.pair().reference().images().get(0);
    Volume image = io.read(file);
    if (!Arrays.equals(image.grid().size(), scored.reference().grid().size())) {
      throw new BadInputException(
          file,
          "has another size than its mask (" + image.grid() + ")",
          "Give image and mask on the same grid");
    }
    return Optional.of(image.channel(0));
  }
}
