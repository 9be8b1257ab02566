/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import org.egcnn.dataset.LoadedCase;
import org.egcnn.model.Labels;
import org.egcnn.prepare.LabelledImage;
import org.egcnn.prepare.Prepared;
import org.egcnn.prepare.Preprocessor;
import org.egcnn.volume.Volume;

/**
 * A labelled case of a dataset.
 *
 * @param source its files
 * @param preprocessor brings them to the network's grid and intensities
 * @param labels what the mask's values mean
 * @param loadingBytes about how much memory {@link #load} takes
 */
record DatasetCase(SourceFiles source, Preprocessor preprocessor, Labels labels, long loadingBytes)
    implements CaseSource {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public CaseImage load() throws IOException {
    LoadedCase loaded = source.read();
    Volume label = loaded.label().orElseThrow();
    LabelledImage prepared = preprocessor.prepare(loaded.image(), label, labels);
    return new CaseImage(
        prepared.image().channels(),
        prepared.codes(),
        prepared.image().padding(),
        spacing(prepared.image()));
  }

  /** The voxel size on the network's grid, which covers the same space as the original's. */
  private static double[] spacing(Prepared prepared) {
    double[] spacing = prepared.orientation().toCanonical(prepared.original().spacing());
    for (int d = 0; d < 3; d++) {
      spacing[d] *= (double) prepared.orientedSize()[d] / prepared.size()[d];
    }
    return spacing;
  }
}
