/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.measure.Calibration;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.ImagePlusVolume;
import org.egcnn.volume.Volume;

/**
 * An ImageJ image made of one volume for each time point of another image, with that image's
 * calibration.
 */
final class FrameStack {
  private final ImagePlus like;
  private ImageStack stack;
  private int frames;
  private int channels;

  /** An empty stack for results of an image. */
  FrameStack(ImagePlus like) {
    this.like = like;
  }

  /**
   * Adds the next time point.
   *
   * @param volume as many voxels as the image has, and as many channels as those before
   * @throws BadInputException if ImageJ cannot hold it
   */
  void add(Volume volume) throws BadInputException {
    ImageStack added = ImagePlusVolume.toImagePlus(volume, like.getTitle()).getStack();
    if (stack == null) {
      stack = new ImageStack(added.getWidth(), added.getHeight());
    }
    for (int i = 1; i <= added.getSize(); i++) {
      stack.addSlice("", added.getPixels(i));
    }
    channels = volume.channels();
    frames++;
  }

  /**
   * The image. Its title is not that of an open image, such as the reference that was opened beside
   * it: a macro could not tell them apart.
   *
   * @param title the title, to which a number is added if it is taken
   */
  ImagePlus toImage(String title) {
    ImagePlus image = new ImagePlus(WindowManager.getUniqueName(title), stack);
    image.setDimensions(channels, like.getNSlices(), frames);
    image.setOpenAsHyperStack(frames > 1 || channels > 1);
    Calibration calibration = like.getCalibration().copy();
    // Of the grey values of another image.
    calibration.setFunction(Calibration.NONE, null, "");
    image.setCalibration(calibration);
    image.setProp(BodyAxes.PROPERTY, like.getProp(BodyAxes.PROPERTY));
    return channels > 1 ? new CompositeImage(image, CompositeImage.GRAYSCALE) : image;
  }
}
