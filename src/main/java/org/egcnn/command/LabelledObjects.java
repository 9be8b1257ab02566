/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;
import org.egcnn.image.ConnectedComponents;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.ImagePlusVolume;
import org.egcnn.volume.Volume;

/**
 * The connected objects of an image of labels; voxels that touch at a corner are connected.
 *
 * @param labels the image
 * @param objects its objects, by time point, label and size
 * @param outlines the objects' outlines, slice by slice
 */
record LabelledObjects(ImagePlus labels, List<LabelledObject> objects, List<Roi> outlines) {

  /** Finds the objects. */
  static LabelledObjects of(ImagePlus labels, LabelNames names) throws BadInputException {
    LabelledObjects found = new LabelledObjects(labels, new ArrayList<>(), new ArrayList<>());
    for (int frame = 1; frame <= labels.getNFrames(); frame++) {
      Volume volume = ImagePlusVolume.of(labels, frame - 1);
      SortedSet<Integer> values = new TreeSet<>();
      for (IntType value : Views.iterable(volume.labels())) {
        values.add(value.get());
      }
      values.remove(0);
      for (int value : values) {
        Img<IntType> components =
            ConnectedComponents.label(
                Converters.convert(
                    volume.labels(), (in, out) -> out.set(in.get() == value), new BoolType()),
                true);
        found.measure(components, volume.grid().spacing(), names.of(value), frame);
        found.outline(components, names.of(value), value, frame);
      }
    }
    return found;
  }

  private void measure(Img<IntType> components, double[] spacing, String name, int frame) {
    // By object: voxels, then the sums of x, y and z.
    List<long[]> sums = new ArrayList<>();
    Cursor<IntType> cursor = components.localizingCursor();
    while (cursor.hasNext()) {
      int number = cursor.next().get();
      if (number > 0) {
        while (sums.size() < number) {
          sums.add(new long[4]);
        }
        long[] sum = sums.get(number - 1);
        sum[0]++;
        for (int d = 0; d < 3; d++) {
          sum[d + 1] += cursor.getLongPosition(d);
        }
      }
    }
    Calibration c = labels.getCalibration();
    double voxel = spacing[0] * spacing[1] * spacing[2];
    for (int i = 0; i < sums.size(); i++) {
      double n = sums.get(i)[0];
      double[] centroid = {
        (sums.get(i)[1] / n + 0.5 - c.xOrigin) * c.pixelWidth,
        (sums.get(i)[2] / n + 0.5 - c.yOrigin) * c.pixelHeight,
        (sums.get(i)[3] / n + 0.5 - c.zOrigin) * c.pixelDepth
      };
      objects.add(new LabelledObject(name, i + 1, frame, sums.get(i)[0], n * voxel, centroid));
    }
  }

  private void outline(Img<IntType> components, String name, int value, int frame) {
    int width = labels.getWidth();
    for (int z = 0; z < labels.getNSlices(); z++) {
      RandomAccess<IntType> access = components.randomAccess();
      access.setPosition(z, 2);
      int[] numbers = new int[width * labels.getHeight()];
      SortedSet<Integer> present = new TreeSet<>();
      for (int i = 0; i < numbers.length; i++) {
        access.setPosition(i % width, 0);
        access.setPosition(i / width, 1);
        numbers[i] = access.get().get();
        present.add(numbers[i]);
      }
      present.remove(0);
      for (int number : present) {
        Roi roi =
            SliceOutlines.of(width, labels.getHeight(), i -> numbers[i] == number).orElseThrow();
        SliceOutlines.place(roi, labels, z + 1, frame);
        roi.setStrokeColor(LabelDisplay.colour(value));
        roi.setName(
            name + " " + number + " z" + (z + 1) + (labels.getNFrames() > 1 ? " t" + frame : ""));
        outlines.add(roi);
      }
    }
  }

  /**
   * Adds a row for each object to ImageJ's Results.
   *
   * @param image the name of the image they were found in
   */
  void addTo(String image) {
    ResultsTable table = ResultsTable.getResultsTable();
    for (LabelledObject object : objects) {
      table.incrementCounter();
      table.addLabel(image);
      table.addValue("Frame", object.frame());
      table.addValue("Class", object.label());
      table.addValue("Object", object.number());
      table.addValue("Voxels", object.voxels());
      table.addValue("mm3", object.cubicMillimetres());
      table.addValue("X", object.centroid()[0]);
      table.addValue("Y", object.centroid()[1]);
      table.addValue("Z", object.centroid()[2]);
    }
    table.show("Results");
  }

  /**
   * Adds the outlines to ImageJ's ROI Manager, or to the hidden one of a macro in batch mode.
   * Without a screen there can be neither; then they become the overlay of the labels, where macros
   * find them too.
   */
  void addToRoiManager(TaskListener listener) {
    if (!Screen.exists()) {
      Overlay overlay = new Overlay();
      outlines.forEach(overlay::add);
      labels.setOverlay(overlay);
      listener.info(
          "Without a screen there is no ROI Manager: the objects are the overlay of "
              + labels.getTitle());
      return;
    }
    RoiManager hidden = RoiManager.getInstance2();
    RoiManager manager = hidden == null ? RoiManager.getRoiManager() : hidden;
    outlines.forEach(manager::addRoi);
  }
}
