/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.task.BadInputException;

/** Picks runs by name or number, so that a cluster can do one run in a task. */
final class RunSelection {
  private RunSelection() {}

  /**
   * The picked runs in their order.
   *
   * @param wanted names or numbers from 1; none for all
   * @throws BadInputException if there is no such run
   */
  static List<PlannedRun> of(List<PlannedRun> runs, List<String> wanted) throws BadInputException {
    for (String one : wanted) {
      if (runs.stream().noneMatch(run -> isMeant(run, one))) {
        throw new BadInputException(
            "There is no run '"
                + one
                + "': give a number from 1 to "
                + runs.size()
                + " or a name such as "
                + runs.get(0).key().name());
      }
    }
    List<PlannedRun> picked = new ArrayList<>(runs);
    picked.removeIf(
        run -> !wanted.isEmpty() && wanted.stream().noneMatch(one -> isMeant(run, one)));
    return picked;
  }

  private static boolean isMeant(PlannedRun run, String wanted) {
    return wanted.equals(run.key().name()) || wanted.equals(Integer.toString(run.number()));
  }
}
