/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.ImagePlus;
import ij.WindowManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.egcnn.dataset.Split;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.train.SplitChoice;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/**
 * An open image and its labels as training data: each time point is a case. A single one both
 * trains and validates.
 *
 * @param image the image
 * @param mask its labels
 */
record OpenImages(ImagePlus image, ImagePlus mask) {
  private static final String FIRST = "frame_0001";
  private static final String AGAIN = FIRST + "_again";

  /** The open images as choices for inputs that name one, or none. */
  static Advice choices(String... inputs) {
    List<String> titles = new ArrayList<>(List.of(""));
    titles.addAll(Arrays.asList(WindowManager.getImageTitles()));
    Map<String, List<String>> choices = new HashMap<>();
    for (String input : inputs) {
      choices.put(input, titles);
    }
    return new Advice("", choices);
  }

  /**
   * Finds two open images.
   *
   * @throws BadInputException if one is not open or they differ in size
   */
  static OpenImages of(String image, String mask) throws BadInputException {
    OpenImages pair = new OpenImages(open("image", image), open("mask", mask));
    int[] a = pair.image.getDimensions();
    int[] b = pair.mask.getDimensions();
    // Width, height, channels, slices, frames; only the channels may differ.
    b[2] = a[2];
    if (!Arrays.equals(a, b)) {
      throw new BadInputException(
          image + " and " + mask + " differ in size: choose the labels that belong to the image");
    }
    return pair;
  }

  private static ImagePlus open(String option, String title) throws BadInputException {
    ImagePlus found = title.isEmpty() ? null : WindowManager.getImage(title);
    if (found == null) {
      throw new BadInputException(
          "option " + option + ": there is no open image '" + title + "'. Open it first");
    }
    return found;
  }

  /**
   * Writes the pair as a dataset into an empty folder.
   *
   * @param listener is told if nothing says how the image lies in the body
   */
  void write(Path folder, TaskListener listener) throws IOException {
    BodyAxes axes = BodyAxes.of(image, BodyAxes.AUTO);
    axes.warnIfGuessed(image, "train on files that say it", listener);
    for (int frame = 0; frame < image.getNFrames(); frame++) {
      String name = String.format(Locale.ROOT, "frame_%04d", frame + 1);
      write(folder, name, axes, frame);
      if (image.getNFrames() == 1) {
        write(folder, AGAIN, axes, frame);
      }
    }
  }

  private void write(Path folder, String name, BodyAxes axes, int frame) throws IOException {
    VolumeIO io = VolumeIO.standard();
    Volume volume = axes.volume(image, frame);
    // labels made in ImageJ often have no calibration, and belong to the image's voxels all the
    // same
    Volume labels = new Volume(axes.volume(mask, frame).image(), volume.grid());
    io.write(volume, folder.resolve("images/" + name + ".nii.gz"));
    io.write(labels, folder.resolve("labels/" + name + ".nii.gz"));
  }

  /**
   * Refuses what a single time point cannot do.
   *
   * @throws BadInputException if a split file or folds are asked for
   */
  void requireSplittable(SplitChoice asked) throws BadInputException {
    if (image.getNFrames() == 1 && (asked.file().isPresent() || asked.folds() > 0)) {
      throw new BadInputException(
          "A split file or folds are asked for, but there is a single image: leave out both");
    }
  }

  /**
   * How the time points are split.
   *
   * @param dataset where they were written to
   * @param asked the split that the user asked for, which needs several time points
   */
  SplitChoice split(Path dataset, SplitChoice asked, TaskListener listener) throws IOException {
    if (image.getNFrames() > 1) {
      return asked;
    }
    listener.warn(
        "There is a single image: it trains and validates, so the scores say little of others");
    Path file = dataset.resolve("split.json");
    new Split(List.of(FIRST), List.of(AGAIN)).write(file);
    return new SplitChoice(Optional.of(file), 0, 0, asked.trainingShare(), asked.seed());
  }
}
