/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.dataset.CaseReader;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Datasets;
import org.egcnn.dataset.LoadedCase;
import org.egcnn.model.Size;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Test;

class TestImagesTest {
  private static final ExampleSettings SETTINGS =
      new ExampleSettings(2, 0, new Size(48, 64, 64), List.of(4.0, 4.0, 4.0), 7);

  @Test
  void theCommittedImagesAreTheGenerators() throws Exception {
    Dataset dataset = Datasets.open(Path.of("test-images"));
    assertEquals(2, dataset.labelled().size());
    CaseReader reader = new CaseReader(VolumeIO.standard(), dataset);
    for (int index = 0; index < 2; index++) {
      LoadedCase kept = reader.read(dataset.labelled().get(index));
      ExamplePhantom made = ExamplePhantom.of(SETTINGS, index);
      assertTrue(kept.image().grid().matches(made.image().grid(), 1e-3));
      assertEquals(0, differing(kept, made), "voxels of case " + index);
    }
  }

  /** Voxels of another label, or off by more than the 1 HU that rounding may cost elsewhere. */
  private static long differing(LoadedCase kept, ExamplePhantom made) {
    Cursor<FloatType> intensity = Views.flatIterable(made.image().channel(0)).cursor();
    Cursor<IntType> label = Views.flatIterable(made.label().labels()).cursor();
    Cursor<IntType> keptLabel = Views.flatIterable(kept.label().orElseThrow().labels()).cursor();
    long differing = 0;
    for (FloatType voxel : Views.flatIterable(kept.image().channel(0))) {
      boolean same = Math.abs(voxel.get() - intensity.next().get()) <= 1;
      same &= keptLabel.next().get() == label.next().get();
      differing += same ? 0 : 1;
    }
    return differing;
  }
}
