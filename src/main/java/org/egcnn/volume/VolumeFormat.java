/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.nio.file.Path;

/** A way to store volumes in files. Implementations keep no state and may be shared. */
public interface VolumeFormat {

  /** Whether the file is of this format, by its name and, where names do not tell, its content. */
  boolean accepts(Path file);

  /** Whether {@link #write} works for a file of this name. */
  boolean canWrite(Path file);

  /**
   * Reads what the header says.
   *
   * @param file an existing file that this format {@linkplain #accepts accepts}
   * @throws IOException if the header cannot be read or describes what is not supported
   */
  VolumeInfo readInfo(Path file) throws IOException;

  /**
   * Reads the volume.
   *
   * @param file an existing file that this format {@linkplain #accepts accepts}
   * @throws IOException if the file cannot be read or holds what is not supported
   */
  Volume read(Path file) throws IOException;

  /**
   * Writes the volume to a file that does not exist yet.
   *
   * @param file a file for which {@link #canWrite} is true
   * @throws IOException if the volume does not fit the format, or writing fails
   */
  void write(Volume volume, Path file) throws IOException;
}
