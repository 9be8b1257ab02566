/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/**
 * Example data in the layout of KiTS 2019: {@code case_00000} and so on with {@code imaging.nii.gz}
 * and {@code segmentation.nii.gz}, unseen ones from {@code case_00210} on without masks, and those
 * masks in {@code references}. The first axis of a file counts slices from head to foot, the others
 * rows and columns; voxel sizes differ between the cases.
 */
final class KitsExample {
  private static final int FIRST_TEST = 210;

  /** Slice thicknesses, as shares of what is asked for; those of KiTS span 0.5 to 5 mm. */
  private static final double[] THICKNESSES = {0.75, 1, 1.25};

  private static final double PIXELS = 0.15;
  private static final int FEWEST_SLICES = 16;

  private final Path folder;
  private final ExampleSettings settings;

  KitsExample(Path folder, ExampleSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  void write(boolean overwrite, TaskListener listener) throws IOException, CancelledException {
    int total = settings.cases() + settings.testCases();
    List<Path> files = new ArrayList<>();
    for (int index = 0; index < total; index++) {
      files.add(image(index));
      files.add(mask(index));
    }
    new ExampleFolder(folder).prepare("kits2019", settings, files, overwrite);
    VolumeIO io = VolumeIO.standard();
    for (int index = 0; index < total; index++) {
      listener.checkCancelled();
      listener.progress(index, total, "Making example cases");
      Random random = settings.random(index);
      Grid grid = grid(index, new Draw(random));
      ExamplePhantom phantom = ExamplePhantom.on(centred(grid), random);
      io.write(new Volume(phantom.image().image(), grid), image(index));
      io.write(new Volume(phantom.label().image(), grid), mask(index));
    }
    listener.progress(total, total, "Making example cases");
  }

  private String name(int index) {
    int number = index < settings.cases() ? index : FIRST_TEST + index - settings.cases();
    return String.format(Locale.ROOT, "case_%05d", number);
  }

  private Path image(int index) {
    return folder.resolve(name(index)).resolve("imaging.nii.gz");
  }

  private Path mask(int index) {
    return index < settings.cases()
        ? folder.resolve(name(index)).resolve("segmentation.nii.gz")
        : folder.resolve(ExampleLayout.REFERENCES).resolve(name(index) + ".nii.gz");
  }

  /** A case's grid, with the first voxel at the origin as in the challenge's files. */
  private Grid grid(int index, Draw draw) {
    double thickness = settings.spacing().get(2) * THICKNESSES[index % THICKNESSES.length];
    double factor = draw.between(1 - PIXELS, 1 + PIXELS);
    double height = settings.spacing().get(2) * settings.size().depth();
    long slices = Math.max(FEWEST_SLICES, Math.round(height / thickness));
    return new Grid(
        slices,
        settings.size().height(),
        settings.size().width(),
        new Affine(
            new double[][] {
              {0, 0, -settings.spacing().get(0) * factor, 0},
              {0, -settings.spacing().get(1) * factor, 0, 0},
              {-thickness, 0, 0, 0}
            }));
  }

  private static Grid centred(Grid grid) {
    double[] middle =
        grid.affine()
            .apply((grid.width() - 1) / 2.0, (grid.height() - 1) / 2.0, (grid.depth() - 1) / 2.0);
    double[][] rows = grid.affine().toArray();
    for (int i = 0; i < 3; i++) {
      rows[i][3] -= middle[i];
    }
    return new Grid(grid.width(), grid.height(), grid.depth(), new Affine(rows));
  }
}
