/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcnn.task.Software;

/**
 * The first words of a worker to its chief, and what the chief thinks of them.
 *
 * @param task the worker's number
 * @param processes how many its list has
 * @param program name and version
 */
record Greeting(int task, int processes, String program) {
  private static final Pattern FORM = Pattern.compile("join (\\d{1,6}) (\\d{1,6}) (.*)");

  /** That of this process. */
  static Greeting of(Cluster cluster) {
    return new Greeting(cluster.task(), cluster.size(), Software.nameAndVersion());
  }

  /** Reads one; empty if the text is none. */
  static Optional<Greeting> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Greeting(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3)))
        : Optional.empty();
  }

  /** Why the worker cannot take part in a chief's cluster, if so. */
  Optional<String> refusal(Cluster cluster) {
    if (!program.equals(Software.nameAndVersion())) {
      return Optional.of("it is " + program + ", the chief " + Software.nameAndVersion());
    }
    if (processes != cluster.size() || task < 1 || task >= cluster.size()) {
      return Optional.of(
          String.format(
              "it is task %d of %d processes, but the chief's --cluster lists %d",
              task, processes, cluster.size()));
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "join " + task + " " + processes + " " + program;
  }
}
