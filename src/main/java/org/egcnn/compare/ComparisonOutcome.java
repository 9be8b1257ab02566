/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;

/**
 * What became of a comparison's runs.
 *
 * @param folder where its files are
 * @param planned the experiment's runs
 * @param finished those that are done
 * @param skipped the names of those that were done before
 * @param executed the names of those that were done now
 * @param elsewhere the names of those that another process is doing
 * @param failed those that failed, each with its reason
 * @param inputAtFault whether all that failed did so for want of usable input
 */
public record ComparisonOutcome(
    ComparisonFolder folder,
    int planned,
    int finished,
    List<String> skipped,
    List<String> executed,
    List<String> elsewhere,
    List<String> failed,
    boolean inputAtFault) {

  /** Copies the lists. */
  public ComparisonOutcome {
    skipped = List.copyOf(skipped);
    executed = List.copyOf(executed);
    elsewhere = List.copyOf(elsewhere);
    failed = List.copyOf(failed);
  }

  /** Whether all of the experiment's runs are done. */
  public boolean isComplete() {
    return finished == planned;
  }

  /** The numbers in words, and where the results are. */
  @Override
  public String toString() {
    return String.format(
        "%d of %d runs are done: %d now, %d before; %d in another process, %d failed%nResults: %s",
        finished,
        planned,
        executed.size(),
        skipped.size(),
        elsewhere.size(),
        failed.size(),
        folder.path());
  }
}
