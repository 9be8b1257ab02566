/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of one case of many.
 *
 * @param name the case's name
 * @param status what became of it
 * @param files its output files: those written, or those that were there already
 * @param reason why it was skipped or failed, in one line; empty if it was done
 * @param inputAtFault whether it failed because a file could not be read or written, rather than in
 *     the program or the engine
 */
public record CaseOutcome(
    String name, Status status, List<Path> files, String reason, boolean inputAtFault) {

  /** What can become of a case. */
  public enum Status {
    /** Segmented and written. */
    DONE,
    /** Left alone because its outputs were there already. */
    SKIPPED,
    /** Could not be read, segmented or written. */
    FAILED
  }

  /** Copies the list. */
  public CaseOutcome {
    files = List.copyOf(files);
  }

  /** What became of a case that was done or skipped. */
  CaseOutcome(String name, Status status, List<Path> files, String reason) {
    this(name, status, files, reason, false);
  }
}
