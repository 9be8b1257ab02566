/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.egcnn.dataset.CaseReader;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Datasets;
import org.egcnn.dataset.LoadedCase;
import org.egcnn.example.ExampleLayout;
import org.egcnn.example.ExampleSettings;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.ImagePlusVolume;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a small synthetic dataset to try everything else on, and shows one of its cases. */
@Plugin(type = Command.class, menuPath = "Plugins>EG-CNN>EG-CNN Example Data...", headless = true)
public class ExampleDataCommand extends TaskCommand {
  /** The size that suits the layout. */
  private static final String AUTO = "auto";

  @Parameter(
      label = "Folder to write",
      description = "An empty folder, or one that does not exist yet; it becomes the dataset.",
      style = "directory",
      persist = false)
  private File out;

  @Parameter(
      label = "Layout",
      description =
          "decathlon: CT of kidneys in imagesTr and labelsTr; brats2019, kits2019: as those"
              + " challenges' downloads.",
      choices = {"decathlon", "brats2019", "kits2019"},
      persist = false)
  private String layout = "decathlon";

  @Parameter(
      label = "Training cases",
      description = "How many images with their label masks to make for training.",
      min = "1",
      max = "10000",
      persist = false)
  private int cases = ExampleSettings.standard().cases();

  @Parameter(
      label = "Test cases",
      description = "How many more to make for testing, whose masks lie apart.",
      min = "0",
      max = "10000",
      persist = false)
  private int tests = ExampleSettings.standard().testCases();

  @Parameter(
      label = "Open one case",
      description = "Shows the first case and its labels afterwards.",
      persist = false)
  private boolean open = true;

  @Parameter(
      label = "Advanced options",
      description = "Asks for size, spacing and seed in a second dialog.",
      persist = false)
  private boolean advanced;

  @Parameter(
      label = "Size of an image",
      description =
          "Slices x height x width in voxels, each from 16 to 512, such as 48x64x64; auto for what"
              + " suits the layout.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private String size = AUTO;

  @Parameter(
      label = "Voxel size (mm)",
      description = "The side of the cubic voxels in millimetres.",
      min = "0.2",
      max = "20",
      attrs = @Attr(name = PAGE),
      persist = false)
  private double spacing = ExampleSettings.standard().spacing().get(0);

  @Parameter(
      label = "Random seed",
      description = "The same seed gives the same data.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int seed = 1;

  @Parameter(
      label = "Replace example data",
      description = "Allows a folder that is not empty; example cases in it are deleted first.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private boolean overwrite;

  @Override
  protected void execute(TaskListener listener) throws IOException, CancelledException {
    Path folder = out.toPath();
    ExampleLayout chosen = ExampleLayout.valueOf(layout.toUpperCase(Locale.ROOT));
    ExampleSettings settings =
        new ExampleSettings(
            cases,
            tests,
            size.equals(AUTO) ? chosen.standardSize() : Size.parse(size),
            List.of(spacing, spacing, spacing),
            seed);
    chosen.write(folder, settings, overwrite, listener);
    listener.info(cases + " training and " + tests + " test cases are in " + folder);
    if (open) {
      show(Datasets.open(chosen.trainingFolder(folder)));
    }
  }

  /** Shows the first case that has a mask. */
  private static void show(Dataset dataset) throws BadInputException {
    LoadedCase first = new CaseReader(VolumeIO.standard(), dataset).read(dataset.labelled().get(0));
    String name = first.source().name();
    Screen.show(opened(first.image(), name));
    ImagePlus labels = opened(first.label().orElseThrow(), name + "-labels");
    LabelDisplay.colour(labels);
    Screen.show(labels);
  }

  private static ImagePlus opened(Volume volume, String title) throws BadInputException {
    ImagePlus image = ImagePlusVolume.toImagePlus(volume, title);
    BodyAxes.keep(volume, image);
    return image;
  }
}
