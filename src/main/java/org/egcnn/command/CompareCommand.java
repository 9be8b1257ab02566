/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.egcnn.compare.ComparisonFolder;
import org.egcnn.compare.ComparisonOutcome;
import org.egcnn.compare.ComparisonTask;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains the networks of an experiment and compares them. */
@Plugin(type = Command.class, menuPath = "Plugins>EG-CNN>EG-CNN Compare...", headless = true)
public class CompareCommand extends EngineCommand {

  @Parameter(
      label = "Experiment",
      description = "A JSON file with networks, seeds and settings; docs/comparing.md explains it.",
      style = "open",
      persist = false)
  private File experiment;

  @Parameter(
      label = "Dataset folder",
      description = "Empty for the one that the experiment names.",
      style = "directory",
      required = false,
      persist = false)
  private File data = new File("");

  @Parameter(
      label = "Folder for runs and results",
      description = "Runs that are done in it are skipped, others are gone on with.",
      style = "directory",
      persist = false)
  private File out;

  @Parameter(
      label = "Only list the runs",
      description = "Writes the runs with their networks and times into the log, trains nothing.",
      persist = false)
  private boolean dry_run;

  @Parameter(
      label = "Advanced options",
      description = "Asks for a selection of runs, threads and device in a second dialog.",
      persist = false)
  private boolean advanced;

  @Parameter(
      label = "Runs",
      description = "Numbers or names from the list, separated by commas; empty for all.",
      required = false,
      attrs = @Attr(name = PAGE),
      persist = false)
  private String only = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Comparison")
  private ResultsTable comparison;

  @Override
  protected void execute(TaskListener listener) throws IOException, CancelledException {
    ComparisonTask task =
        new ComparisonTask(
            experiment.toPath(),
            data.getPath().isEmpty() ? Optional.empty() : Optional.of(data.toPath()),
            out.toPath(),
            runs(),
            engine());
    if (dry_run) {
      listener.info(task.list(listener).toString());
      return;
    }
    ComparisonOutcome outcome =
        task.run(VolumeIO.withContext(context()), new LoggedTraining(listener));
    if (outcome.finished() > 0) {
      show(outcome.folder(), listener);
    }
    listener.info(outcome.toString());
    if (!outcome.failed().isEmpty()) {
      throw new BadInputException(
          outcome.failed().size() + " runs failed, the first: " + outcome.failed().get(0));
    }
  }

  private List<String> runs() {
    return Arrays.stream(only.split(",")).map(String::trim).filter(s -> !s.isEmpty()).toList();
  }

  private void show(ComparisonFolder folder, TaskListener listener) throws IOException {
    listener.info(Files.readString(folder.markdown()));
    comparison = ResultsTable.open(folder.csv().toString());
    comparison.show("EG-CNN comparison");
    for (Path picture : List.of(folder.picture(), folder.curves())) {
      ImagePlus image = IJ.openImage(picture.toString());
      Screen.show(image);
    }
  }
}
