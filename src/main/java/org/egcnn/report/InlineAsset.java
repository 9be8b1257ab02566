/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A style sheet or script of this program that is written into the report itself.
 *
 * @param text its content
 */
record InlineAsset(String text) {

  /**
   * Reads one from beside this class.
   *
   * @throws UncheckedIOException if the program is incomplete
   */
  static InlineAsset read(String name) {
    try (InputStream stream = InlineAsset.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("the program lacks its file " + name);
      }
      // Browsers hash the text after they have made every line end a line feed.
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new InlineAsset(text.replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a content security policy calls it by: only this very text may then run. */
  String policySource() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
