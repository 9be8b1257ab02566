/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.ImagePlus;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.egcnn.image.SobelEdges;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.ImagePlusVolume;
import org.egcnn.volume.Volume;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * The edges of an image of labels: the voxels on both sides of a boundary, where the 3D Sobel
 * magnitude of a class's mask is above a threshold. Unless told otherwise, training takes those
 * within the class alone.
 */
@Plugin(type = Command.class, menuPath = "Plugins>EG-CNN>EG-CNN Edge Map...", headless = true)
public class EdgeMapCommand extends TaskCommand {
  private static final String ALL = "all";

  /** More values are a numbering of objects, or intensities. */
  private static final int MOST_CLASSES = 254;

  @Parameter(
      label = "Label image",
      description = "The image of label values: the active one.",
      persist = false)
  private ImagePlus image;

  @Parameter(
      label = "Classes",
      description =
          "Label values separated by commas, values of one class joined by +, such as 1,1+2; all"
              + " takes each value for a class.",
      persist = false)
  private String labels = ALL;

  @Parameter(
      label = "Threshold (per mm)",
      description = "An edge has a magnitude above this; 0 takes every voxel at a border.",
      min = "0",
      persist = false)
  private double threshold;

  @Parameter(type = ItemIO.OUTPUT, label = "Edges")
  private ImagePlus edge_map;

  @Override
  protected void execute(TaskListener listener) throws IOException, CancelledException {
    requireLabels();
    FrameStack edges = new FrameStack(image);
    List<Set<Integer>> classes =
        labels.equals(ALL) ? found() : Arrays.stream(labels.split(",")).map(this::values).toList();
    for (int frame = 0; frame < image.getNFrames(); frame++) {
      listener.checkCancelled();
      listener.progress(frame, image.getNFrames(), "Finding edges");
      Volume volume = ImagePlusVolume.of(image, frame);
      List<RandomAccessibleInterval<UnsignedByteType>> channels =
          classes.stream()
              .<RandomAccessibleInterval<UnsignedByteType>>map(
                  values ->
                      SobelEdges.edges(volume.labels(), values, volume.grid().spacing(), threshold))
              .toList();
      edges.add(
          new Volume(Views.stack(channels), volume.grid(), Optional.empty(), Optional.empty()));
    }
    edge_map = edges.toImage(image.getShortTitle() + "-edges");
    edge_map.setDisplayRange(0, 1);
    Screen.show(edge_map);
  }

  private void requireLabels() throws BadInputException {
    if (image.getNChannels() != 1) {
      throw new BadInputException(
          image.getTitle()
              + ": has "
              + image.getNChannels()
              + " channels. Choose an image of labels in one channel");
    }
    for (int frame = 0; frame < image.getNFrames(); frame++) {
      try {
        ImagePlusVolume.of(image, frame).requireLabels();
      } catch (BadInputException e) {
        throw new BadInputException(
            image.getTitle()
                + ": not all voxels are whole numbers, as label values are. Choose an image of"
                + " labels; scale masks without interpolation",
            e);
      }
    }
  }

  private List<Set<Integer>> found() throws BadInputException {
    SortedSet<Integer> values = new TreeSet<>();
    for (int frame = 0; frame < image.getNFrames(); frame++) {
      for (IntType value : Views.iterable(ImagePlusVolume.of(image, frame).labels())) {
        values.add(value.get());
        if (values.size() > MOST_CLASSES + 1) {
          throw new BadInputException(
              image.getTitle()
                  + ": more than "
                  + MOST_CLASSES
                  + " values. Choose an image of labels, or name its classes in the option labels");
        }
      }
    }
    values.remove(0);
    if (values.isEmpty()) {
      throw new BadInputException(
          image.getTitle() + ": no voxel is labelled. Choose an image of labels");
    }
    return values.stream().map(Set::of).toList();
  }

  private Set<Integer> values(String group) {
    SortedSet<Integer> values = new TreeSet<>();
    for (String value : group.trim().split("\\+", -1)) {
      if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) == 0) {
        throw new IllegalArgumentException(
            "option labels cannot be '"
                + labels
                + "': it takes all, or label values from 1 such as 1,1+2");
      }
      values.add(Integer.parseInt(value));
    }
    return values;
  }
}
