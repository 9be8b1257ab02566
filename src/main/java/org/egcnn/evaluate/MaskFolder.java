/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.egcnn.dataset.ImageFolder;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.VolumeIO;

/** A folder with one mask file for each case. */
final class MaskFolder {

  private MaskFolder() {}

  /**
   * The readable files by base name, in the order of the names. Hidden files, subfolders and files
   * of other kinds are left out.
   */
  static SortedMap<String, Path> list(Path folder, VolumeIO io) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder, "there is no such folder", "Give a folder of masks");
    }
    return new TreeMap<>(ImageFolder.list(folder, io::canRead).files());
  }
}
