/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether a dataset's files are still the ones seen before, by their names, lengths and times
 * of last change. Moving the whole dataset does not change it.
 */
final class ContentHash {
  /** To be raised when a fingerprint's meaning changes, so that old ones are computed again. */
  private static final String VERSION = "fingerprint 1";

  private ContentHash() {}

  /** A hexadecimal SHA-256 of the cases, the channel names and the labels. */
  static String of(Dataset dataset, List<Case> cases) throws IOException {
    StringBuilder text = new StringBuilder(VERSION);
    text.append('\n').append(dataset.channels()).append('\n').append(dataset.labels());
    for (Case one : cases) {
      text.append('\n').append(one.name());
      for (Path file : one.files()) {
        // A missing file is reported when its case is read.
        FileStamp stamp = FileStamp.of(file);
        text.append('\n')
            .append(dataset.folder().toAbsolutePath().relativize(file.toAbsolutePath()))
            .append(' ')
            .append(stamp.bytes())
            .append(' ')
            .append(stamp.changed());
      }
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
