/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.egcnn.example.ExampleLayout;
import org.egcnn.example.ExampleSettings;
import org.egcnn.example.PaintedMasks;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code eg-cnn example}. */
@Command(
    name = "example",
    description = {
      "Writes a synthetic dataset to try everything on: CT-like abdomens with kidneys (1) and"
          + " tumours (2) in imagesTr and labelsTr, unseen ones in imagesTs and labelsTs; or data"
          + " in the layout of a challenge."
    })
final class ExampleCommand implements Callable<Integer> {
  private static final ExampleSettings STANDARD = ExampleSettings.standard();

  @ParentCommand private Main main;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "The dataset folder to write.")
  private Path out;

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      defaultValue = "decathlon",
      description = "decathlon, brats2019 or kits2019.")
  private ExampleLayout layout;

  @Option(
      names = "--masks",
      paramLabel = "FOLDER",
      description =
          "For kits2019: paint an image around each mask CASE/segmentation.nii.gz in this folder, on"
              + " the mask's own grid; of the options below only --seed has an effect then.")
  private Path masks;

  @Option(names = "--cases", paramLabel = "N", description = "Cases to train on.")
  private int cases = STANDARD.cases();

  @Option(names = "--tests", paramLabel = "N", description = "Unseen cases.")
  private int testCases = STANDARD.testCases();

  @Option(
      names = "--size",
      paramLabel = "DxHxW",
      description =
          "Voxels along z, y, x, each 16 to 512. By default 48x64x64, for brats2019 40x56x48.")
  private Size size;

  @Option(
      names = "--spacing",
      split = ",",
      paramLabel = "MM",
      defaultValue = "4",
      description = "Voxel size along x,y,z, or one number for cubes.")
  private List<Double> spacing;

  @Option(names = "--seed", paramLabel = "N", description = "Another seed makes other patients.")
  private long seed = STANDARD.seed();

  @Option(
      names = "--overwrite",
      description = "Write into a folder that is not empty; its example cases are deleted.")
  private boolean overwrite;

  @Override
  public Integer call() throws IOException, CancelledException {
    Session session = main.session();
    ExampleSettings settings = settings();
    if (masks != null && layout != ExampleLayout.KITS2019) {
      throw new BadInputException("--masks needs --layout=kits2019");
    }
    try (ConsoleListener listener = session.listener()) {
      if (masks != null) {
        int painted = new PaintedMasks(masks, settings).write(out, overwrite, listener);
        session.out().println(painted + " cases in " + out);
        return ExitCode.SUCCESS;
      }
      layout.write(out, settings, overwrite, listener);
    }
    session
        .out()
        .println(
            settings.cases() + " cases to train on and " + testCases + " unseen ones in " + out);
    return ExitCode.SUCCESS;
  }

  private ExampleSettings settings() throws BadInputException {
    List<Double> sides = spacing.size() == 1 ? Collections.nCopies(3, spacing.get(0)) : spacing;
    Size shape = size == null ? layout.standardSize() : size;
    return ValidSetting.of(() -> new ExampleSettings(cases, testCases, shape, sides, seed));
  }
}
