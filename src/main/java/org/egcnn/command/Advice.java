/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.List;
import java.util.Map;

/**
 * What a dialog should tell and offer besides what a command's inputs declare, because it depends
 * on open images or on data already chosen.
 *
 * @param message a few lines of plain text above the fields, or nothing
 * @param choices the values to offer for inputs, by name; an empty text among them stands for none
 */
public record Advice(String message, Map<String, List<String>> choices) {
  /** Nothing to add. */
  public static final Advice NONE = new Advice("", Map.of());

  /** Copies the choices. */
  public Advice {
    choices = Map.copyOf(choices);
  }
}
