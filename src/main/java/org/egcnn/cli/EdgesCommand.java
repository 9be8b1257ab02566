/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.volume.VolumeIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code eg-cnn edges}. */
@Command(
    name = "edges",
    description = {
      "Writes the edges of the classes of label masks: voxels on both sides of a boundary, where the"
          + " 3D Sobel magnitude of a class's mask is above a threshold. Unless told otherwise,"
          + " training takes those within the class alone."
    })
final class EdgesCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Option(
      names = "--in",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Label masks.")
  private List<Path> inputs;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the edge masks go: NAME_edges_VALUES for each class.")
  private Path out;

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "VALUES",
      converter = LabelGroup.Converter.class,
      description =
          "The classes: label values separated by commas; values of one class joined by +, such as"
              + " 1,1+2. By default each value found.")
  private List<LabelGroup> labels = List.of();

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "An edge has a magnitude above this, per mm.")
  private double threshold;

  @Option(names = "--overwrite", description = "Replace files that exist.")
  private boolean overwrite;

  @Override
  public Integer call() throws IOException, CancelledException {
    Session session = main.session();
    if (!(threshold >= 0)) {
      throw new BadInputException("--threshold must be 0 or more");
    }
    requireUniqueNames();
    VolumeIO io = VolumeIO.standard();
    EdgeMasks masks = new EdgeMasks(labels, threshold);
    try (ConsoleListener listener = session.listener()) {
      for (int i = 0; i < inputs.size(); i++) {
        listener.checkCancelled();
        listener.progress(i, inputs.size(), inputs.get(i).getFileName().toString());
        for (EdgeMasks.Named edges : masks.of(io.read(inputs.get(i)))) {
          Path file = file(inputs.get(i), edges.group(), io);
          io.write(edges.mask(), file);
          session.out().println(file);
        }
      }
    }
    return ExitCode.SUCCESS;
  }

  /** Results are named like the masks: one would replace the other's. */
  private void requireUniqueNames() throws BadInputException {
    Map<String, Path> seen = new HashMap<>();
    for (Path input : inputs) {
      Path other = seen.put(VolumeIO.baseName(input), input);
      if (other != null) {
        throw new BadInputException(
            input, "has the same name as " + other, "Give them one by one, each another --out");
      }
    }
  }

  private Path file(Path input, LabelGroup group, VolumeIO io) throws BadInputException {
    String stem = VolumeIO.baseName(input);
    String own = input.getFileName().toString().substring(stem.length());
    String ending = io.canWrite(Path.of(stem + own)) ? own : ".nii.gz";
    Path file = out.resolve(stem + "_edges_" + group + ending);
    if (!overwrite && Files.exists(file)) {
      throw new BadInputException(file, "exists already", "Give --overwrite or another folder");
    }
    return file;
  }
}
