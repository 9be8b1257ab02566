/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.ImagePlus;
import ij.io.FileInfo;
import java.util.Locale;
import java.util.Optional;
import org.egcnn.image.AnatomicalDirection;
import org.egcnn.image.Orientation;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.ImagePlusVolume;
import org.egcnn.volume.Volume;

/**
 * How an open image lies in the body. ImageJ itself does not know; a network that learnt from
 * volumes in the canonical orientation would see such an image upside down or mirrored.
 *
 * @param orientation where x, y and z grow
 * @param known whether the image or the user said so; otherwise it is a guess
 */
record BodyAxes(Orientation orientation, boolean known) {
  /** Takes what the image says. */
  static final String AUTO = "auto";

  /** The image property in which this program keeps the orientation's letters. */
  static final String PROPERTY = "EG-CNN axes";

  /** Remembers in an ImageJ image how the volume that it shows lies. */
  static void keep(Volume volume, ImagePlus image) {
    image.setProp(PROPERTY, letters(Orientation.of(volume.grid().affine().toArray())));
  }

  /**
   * The axes of an image: those the user gave; else those it was shown with or that its DICOM tags
   * name; else right, anterior, superior, as {@link ImagePlusVolume} has it.
   *
   * @param choice {@link #AUTO} or three letters such as {@code LPS}
   * @throws BadInputException if the letters name no orientation
   */
  static BodyAxes of(ImagePlus image, String choice) throws BadInputException {
    if (!choice.equals(AUTO)) {
      return new BodyAxes(
          parse(choice)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "option orientation cannot be '"
                              + choice
                              + "': it takes auto, or three letters that say where x, y and z"
                              + " grow, such as LPS: one of L and R, one of A and P, one of S and"
                              + " I")),
          true);
    }
    String kept = image.getProp(PROPERTY);
    Optional<Orientation> found = kept == null ? DicomAxes.of(image) : parse(kept);
    return new BodyAxes(found.orElseGet(() -> parse("RAS").orElseThrow()), found.isPresent());
  }

  /**
   * Says so if nothing tells how an image lies.
   *
   * @param remedy what to do if the guess is wrong
   */
  void warnIfGuessed(ImagePlus image, String remedy, TaskListener listener) {
    if (!known) {
      listener.warn(
          image.getTitle()
              + " does not say how it lies in the body and is taken as "
              + this
              + " (x to the right, y to the front, z up). If that is wrong, "
              + remedy);
    }
  }

  /**
   * Says so if a TIFF tells how it lies, by DICOM tags or what this program has left in it: in
   * folders of TIFF files neither is looked at.
   */
  void warnOfTags(ImagePlus image, TaskListener listener) {
    FileInfo file = image.getOriginalFileInfo();
    boolean tiff = file != null && file.fileFormat == FileInfo.TIFF;
    if (tiff && known && !orientation.isIdentity()) {
      listener.warn(
          image.getTitle()
              + " is taken as "
              + this
              + ", as the file says. A model that was trained on a folder of TIFF files"
              + " has seen them as RAS: for such a model, set orientation to RAS");
    }
  }

  private static Optional<Orientation> parse(String letters) {
    AnatomicalDirection[] found = new AnatomicalDirection[3];
    String upper = letters.toUpperCase(Locale.ROOT);
    for (AnatomicalDirection direction : AnatomicalDirection.values()) {
      int place = upper.indexOf(direction.letter());
      if (place >= 0 && place < 3) {
        found[place] = direction;
      }
    }
    if (upper.length() != 3 || found[0] == null || found[1] == null || found[2] == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Orientation(found[0], found[1], found[2]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String letters(Orientation o) {
    return "" + o.x().letter() + o.y().letter() + o.z().letter();
  }

  /**
   * A time point of an image, lying as these axes say; the first voxel is the world's origin unless
   * the axes are right, anterior, superior.
   *
   * @param frame the time point, from 0
   * @throws BadInputException as {@link ImagePlusVolume#of}
   */
  Volume volume(ImagePlus image, int frame) throws BadInputException {
    Volume volume = ImagePlusVolume.of(image, frame);
    if (orientation.isIdentity()) {
      return volume;
    }
    double[] spacing = volume.grid().spacing();
    double[][] rows = new double[3][4];
    AnatomicalDirection[] axes = {orientation.x(), orientation.y(), orientation.z()};
    for (int axis = 0; axis < 3; axis++) {
      rows[axes[axis].worldAxis()][axis] = axes[axis].positive() ? spacing[axis] : -spacing[axis];
    }
    Grid grid = volume.grid();
    return new Volume(
        volume.image(),
        new Grid(grid.width(), grid.height(), grid.depth(), new Affine(rows)),
        volume.file(),
        volume.forms());
  }

  @Override
  public String toString() {
    return letters(orientation);
  }
}
