/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells whether a file is still the one seen before.
 *
 * @param bytes its length, or -1 if there is no such file
 * @param changed when it was last changed, in milliseconds since 1970, or -1
 */
public record FileStamp(long bytes, long changed) {
  private static final FileStamp MISSING = new FileStamp(-1, -1);

  /**
   * The stamp of a file as it is now, missing or not.
   *
   * @throws IOException if the system cannot tell
   */
  public static FileStamp of(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    } catch (NoSuchFileException e) {
      return MISSING;
    }
  }
}
