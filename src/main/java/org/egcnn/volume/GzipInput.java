/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A gzip file's content, all members behind one another. Java's stream calls itself for each member
 * that is empty, so that a file of thousands would exhaust the stack.
 */
final class GzipInput extends GZIPInputStream {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MOST_EMPTY_MEMBERS = 100;

  private int nested;

  /**
   * Over a file.
   *
   * @throws ZipException if it does not begin as gzip does
   */
  GzipInput(InputStream in) throws IOException {
    super(in, BUFFER_BYTES);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (nested > MOST_EMPTY_MEMBERS) {
      throw new ZipException("more than " + MOST_EMPTY_MEMBERS + " empty members in succession");
    }
    nested++;
    try {
      return super.read(bytes, offset, length);
    } finally {
      nested--;
    }
  }
}
