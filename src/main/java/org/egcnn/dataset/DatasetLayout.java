/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Path;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * One way of laying out cases in a folder. {@link Datasets} knows the built-in layouts and finds
 * further ones through {@link java.util.ServiceLoader}: a jar adds a layout by naming its class,
 * with a public constructor without parameters, in {@code
 * META-INF/services/org.egcnn.dataset.DatasetLayout}.
 */
public interface DatasetLayout {

  /** The layout's name for messages, such as {@code MSD/nnU-Net}. */
  String name();

  /** The files and folders that {@link #recognises} looks for, in words, for messages. */
  String expects();

  /**
   * Whether an existing folder is laid out this way. Looks at names only and is quick; a folder
   * that is recognised may still turn out to be faulty in {@link #open}.
   */
  boolean recognises(Path folder);

  /**
   * Finds the cases of a recognised folder.
   *
   * @param folder the dataset's folder
   * @param io decides which files are images, and reads masks if the layout must look into them
   * @param listener told of progress if files must be read
   * @throws org.egcnn.task.BadInputException if the folder is faulty or holds no cases
   * @throws IOException if the folder cannot be listed
   * @throws CancelledException if the listener cancels
   */
  Dataset open(Path folder, VolumeIO io, TaskListener listener)
      throws IOException, CancelledException;
}
