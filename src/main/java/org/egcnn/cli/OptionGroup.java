/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.function.Predicate;
import org.egcnn.task.BadInputException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options that belong together and that several commands may share. */
interface OptionGroup {

  /** What the help puts above them. */
  String heading();

  /** Whether they belong to how an experiment is done, and so into a protocol. */
  default boolean inProtocols() {
    return true;
  }

  /**
   * Refuses options that have no effect beside others, which a user would believe to act.
   *
   * @param given the options as they were given
   * @param ineffective whether one of this name has none
   * @param why what is said after the name
   * @throws BadInputException naming the first of them
   */
  static void refuse(ParseResult given, Predicate<String> ineffective, String why)
      throws BadInputException {
    for (OptionSpec option : given.matchedOptions()) {
      if (ineffective.test(option.longestName())) {
        throw new BadInputException(option.longestName() + " " + why);
      }
    }
  }
}
