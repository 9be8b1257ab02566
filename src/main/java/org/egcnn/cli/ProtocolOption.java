/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.util.stream.Collectors;
import org.egcnn.task.TaskListener;
import org.egcnn.train.Protocol;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The option {@code --protocol}, which {@link ProtocolDefaults} acts on. */
final class ProtocolOption {
  static final String NAME = "--protocol";

  @Option(
      names = NAME,
      paramLabel = "NAME",
      description =
          "Take the defaults of a published experiment: brats2019, kits2019 or a .json file."
              + " Options that are given come before them.")
  private String protocol;

  /**
   * Says what is followed, and what is not.
   *
   * @param parsed the command's options as they were given
   */
  void report(ParseResult parsed, TaskListener listener) throws IOException {
    if (protocol == null) {
      return;
    }
    Protocol followed = Protocol.open(protocol);
    String departures =
        parsed.matchedOptions().stream()
            .map(OptionSpec::longestName)
            .filter(
                name ->
                    followed.training().containsKey(name.substring(2))
                        || followed.evaluation().containsKey(name.substring(2)))
            .distinct()
            .collect(Collectors.joining(", "));
    listener.info(
        String.format(
            "Protocol %s: %d settings of the paper, %d of related work, %d choices of ours%s",
            followed.name(),
            followed.count(Protocol.Origin.PAPER),
            followed.count(Protocol.Origin.RELATED),
            followed.count(Protocol.Origin.CHOICE),
            departures.isEmpty() ? "" : "; given otherwise: " + departures));
  }
}
