/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.File;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.egcnn.segment.CaseOutcome;
import org.egcnn.segment.OutputKind;
import org.egcnn.segment.SegmentReport;
import org.egcnn.segment.SegmentationTask;
import org.egcnn.segment.Shard;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Segments all images of a folder into another folder. */
@Plugin(type = Command.class, menuPath = "Plugins>EG-CNN>EG-CNN Segment Folder...", headless = true)
public class SegmentFolderCommand extends SegmentingCommand {

  @Parameter(
      label = "Model folder",
      description = MODEL_FOLDER,
      style = "directory",
      persist = false)
  private File model;

  @Parameter(
      label = "Folder of images",
      description =
          "A folder of images, or a dataset folder, of which the test images are taken. Channels in"
              + " files of their own end in _0000, _0001 and so on.",
      style = "directory",
      persist = false)
  private File in;

  @Parameter(
      label = "Folder for results",
      description = "The results are named like the images; the folder is made if missing.",
      style = "directory",
      persist = false)
  private File out;

  @Parameter(
      label = "Replace results that exist",
      description = "Otherwise images whose results exist are skipped.",
      persist = false)
  private boolean overwrite;

  @Parameter(
      label = "Write probabilities",
      description = "The probability of each class, in a file ending in _probabilities.",
      persist = false)
  private boolean probabilities;

  @Parameter(
      label = "Write edge maps",
      description = "What the edge stream sees, in a file ending in _edges.",
      persist = false)
  private boolean edges;

  @Parameter(
      label = "Advanced options",
      description = "Asks for windows, file ending, shard, device and more in a second dialog.",
      persist = false)
  private boolean advanced;

  @Parameter(
      label = "File ending of results",
      description = "Such as .nii.gz or .tif; auto for that of the image.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private String ending = AUTO;

  @Parameter(
      label = "Shard",
      description =
          "For several processes: this one's part of the images, 0/4 to 3/4 for four; empty for"
              + " all.",
      required = false,
      attrs = @Attr(name = PAGE),
      persist = false)
  private String shard = "";

  @Override
  protected void execute(TaskListener listener) throws IOException, CancelledException {
    SegmentationTask task =
        new SegmentationTask(
            model.toPath(),
            List.of(in.toPath()),
            out.toPath(),
            settings(outputs()),
            ending.equals(AUTO) ? Optional.empty() : Optional.of(ending),
            overwrite,
            shard.isEmpty() ? Optional.empty() : Optional.of(Shard.parse(shard)),
            engine());
    SegmentReport report = task.run(VolumeIO.withContext(context()), listener);
    listener.info(report + ", in " + out);
    List<CaseOutcome> failed = report.with(CaseOutcome.Status.FAILED);
    if (!failed.isEmpty()) {
      throw new BadInputException(
          String.format(
              "%d of %d cases failed, the first: %s: %s",
              failed.size(), report.cases().size(), failed.get(0).name(), failed.get(0).reason()));
    }
  }

  private Set<OutputKind> outputs() {
    Set<OutputKind> outputs = EnumSet.of(OutputKind.LABELS);
    if (probabilities) {
      outputs.add(OutputKind.PROBABILITIES);
    }
    if (edges) {
      outputs.add(OutputKind.EDGES);
    }
    return outputs;
  }
}
