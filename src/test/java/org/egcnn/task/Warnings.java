/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keeps what it is warned of.
 *
 * @param messages the warnings so far
 */
public record Warnings(List<String> messages) implements TaskListener {

  /** None yet. */
  public Warnings() {
    this(Collections.synchronizedList(new ArrayList<>()));
  }

  @Override
  public void warn(String message) {
    messages.add(message);
  }
}
