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
import org.egcnn.example.ExampleDataset;
import org.egcnn.example.ExampleSettings;
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
          + " tumours (2) in imagesTr and labelsTr, unseen ones in imagesTs and labelsTs."
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

  @Option(names = "--cases", paramLabel = "N", description = "Cases to train on.")
  private int cases = STANDARD.cases();

  @Option(names = "--tests", paramLabel = "N", description = "Unseen cases.")
  private int testCases = STANDARD.testCases();

  @Option(
      names = "--size",
      paramLabel = "DxHxW",
      description = "Voxels along z, y, x, each 16 to 512.")
  private Size size = STANDARD.size();

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
    try (ConsoleListener listener = session.listener()) {
      ExampleDataset.write(out, settings, overwrite, listener);
    }
    session
        .out()
        .println(
            settings.cases() + " cases to train on and " + testCases + " unseen ones in " + out);
    return ExitCode.SUCCESS;
  }

  private ExampleSettings settings() throws BadInputException {
    List<Double> sides = spacing.size() == 1 ? Collections.nCopies(3, spacing.get(0)) : spacing;
    return ValidSetting.of(() -> new ExampleSettings(cases, testCases, size, sides, seed));
  }
}
