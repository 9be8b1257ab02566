/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;
import org.egcnn.image.SobelEdges;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.LabelVolume;
import org.egcnn.volume.Volume;

/**
 * Makes edge masks of label masks.
 *
 * @param groups the classes; empty for each value found
 * @param threshold see {@link SobelEdges#edges}
 */
record EdgeMasks(List<LabelGroup> groups, double threshold) {
  /** More values are a numbering of objects or an image of intensities. */
  private static final int MOST_VALUES = 254;

  /**
   * The edges of one class.
   *
   * @param group the class
   * @param mask 1 on edges, on the labels' grid
   */
  record Named(LabelGroup group, Volume mask) {}

  /**
   * The edges of all classes of a mask.
   *
   * @throws BadInputException if the mask is no mask of labels, or is empty and no class is named
   */
  List<Named> of(Volume labels) throws BadInputException {
    labels.requireLabels();
    List<LabelGroup> classes =
        groups.isEmpty() ? valuesIn(labels).stream().map(LabelGroup::of).toList() : groups;
    return classes.stream().map(group -> edges(labels, group)).toList();
  }

  private Named edges(Volume labels, LabelGroup group) {
    var mask =
        SobelEdges.edges(labels.labels(), group.values(), labels.grid().spacing(), threshold);
    return new Named(group, LabelVolume.of(mask, 1, labels));
  }

  private static SortedSet<Integer> valuesIn(Volume labels) throws BadInputException {
    String name = labels.file().map(Object::toString).orElse("the mask");
    SortedSet<Integer> values = new TreeSet<>();
    int last = 0;
    for (IntType voxel : Views.flatIterable(labels.labels())) {
      if (voxel.get() != last) {
        last = voxel.get();
        values.add(last);
        if (values.size() > MOST_VALUES) {
          throw new BadInputException(
              name + ": more than " + MOST_VALUES + " values. Give a mask of labels, not an image");
        }
      }
    }
    values.remove(0);
    if (values.isEmpty()) {
      throw new BadInputException(name + ": no voxel is labelled. Give a mask of labels");
    }
    return values;
  }
}
