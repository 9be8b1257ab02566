/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.GridCheck;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/**
 * Reads cases and checks them: that all files lie on one grid, that there are as many channels as
 * there should be, that every voxel is finite and every label value declared. Can be used by
 * several threads at once.
 */
public final class CaseReader {
  private final VolumeIO io;
  private final int channels;
  private final Labels labels;

  /**
   * A reader of cases for a model.
   *
   * @param io reads the files
   * @param channels how many channels an image must have
   * @param labels the label values that a mask may have
   */
  public CaseReader(VolumeIO io, int channels, Labels labels) {
    this.io = io;
    this.channels = channels;
    this.labels = labels;
  }

  /** A reader of a dataset's cases. */
  public CaseReader(VolumeIO io, Dataset dataset) {
    this(io, dataset.channels().size(), dataset.labels());
  }

  /**
   * Reads a case. Several files are stacked as a view, without copying their voxels.
   *
   * @throws BadInputException if a file cannot be read or a check fails; the message names the file
   */
  public LoadedCase read(Case source) throws BadInputException {
    Volume image = readImage(source.images());
    if (source.label().isEmpty()) {
      return new LoadedCase(source, image, Optional.empty(), Collections.emptySortedMap());
    }
    Path file = source.label().get();
    Volume label = io.read(file);
    GridCheck.requireSame(source.images().get(0), image.grid(), file, label.grid());
    SortedMap<Integer, Long> counts = LabelCounts.of(label);
    SortedSet<Integer> undeclared = new TreeSet<>(counts.keySet());
    undeclared.removeAll(labels.values());
    if (!undeclared.isEmpty()) {
      throw new BadInputException(
          file,
          "holds label values that the dataset does not declare: " + shortened(undeclared),
          "Correct the mask or, where there is a dataset.json, declare them in it");
    }
    return new LoadedCase(source, image, Optional.of(label), new TreeMap<>(counts));
  }

  private Volume readImage(List<Path> files) throws BadInputException {
    List<Volume> volumes = new ArrayList<>();
    for (Path file : files) {
      Volume volume = io.read(file);
      int expected = files.size() == 1 ? channels : 1;
      if (volume.channels() != expected) {
        throw new BadInputException(
            file,
            "has " + volume.channels() + " channels where " + expected + " are expected",
            "Give an image of " + channels + " channels or one file for each");
      }
      volume.requireFinite();
      volumes.add(volume);
    }
    if (files.size() == 1) {
      return volumes.get(0);
    }
    if (files.size() != channels) {
      throw new BadInputException(
          files.get(0),
          "its case has " + files.size() + " channels where " + channels + " are expected",
          "Give one file for each channel");
    }
    Volume first = volumes.get(0);
    List<RandomAccessibleInterval<FloatType>> stack = new ArrayList<>();
    for (int c = 0; c < files.size(); c++) {
      GridCheck.requireSame(files.get(0), first.grid(), files.get(c), volumes.get(c).grid());
      stack.add(volumes.get(c).channel(0));
    }
    return new Volume(Views.stack(stack), first.grid(), first.file(), first.forms());
  }

  private static String shortened(SortedSet<Integer> values) {
    List<String> shown = values.stream().limit(10).map(String::valueOf).toList();
    return String.join(", ", shown) + (values.size() > 10 ? ", ..." : "");
  }
}
