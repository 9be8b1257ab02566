/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Readers that hostile input is tried on. The first byte of an input says which of a target's forms
 * the others take: which file they are, or how they are packed into files.
 */
public interface FuzzTarget {

  /** The target's name, which is also that of its folder of stored inputs. */
  String name();

  /**
   * Honest inputs to start from; the readers take each of them.
   *
   * @param scratch an empty folder
   */
  List<byte[]> seeds(Path scratch) throws Exception;

  /**
   * Writes an input to files.
   *
   * @param folder its files of earlier inputs are replaced
   */
  Reading place(byte[] input, Path folder) throws IOException;

  /** Whether a reader that is not this project's has the last word, and may fail in its own way. */
  default boolean isForeign() {
    return false;
  }

  /** What is to be tried. */
  interface Body {
    /** Reads, and looks at all that was read. */
    void read() throws Exception;
  }

  /**
   * A reading.
   *
   * @param named what every complaint must name, or an empty text
   * @param body what is to be tried
   */
  record Reading(String named, Body body) {}

  /** The form an input asks for, from 0. */
  static int form(byte[] input, int forms) {
    return input.length == 0 ? 0 : (input[0] & 0xf) % forms;
  }

  /** An input without the byte that says its form. */
  static byte[] content(byte[] input) {
    return input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
  }

  /** An input of a form. */
  static byte[] input(int form, byte[] content) {
    byte[] input = new byte[content.length + 1];
    input[0] = (byte) ('0' + form);
    System.arraycopy(content, 0, input, 1, content.length);
    return input;
  }

  /** An input of a form. */
  static byte[] input(int form, String content) {
    return input(form, content.getBytes(StandardCharsets.UTF_8));
  }
}
