/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Words of a hostile file do no harm in a message. */
class BadInputExceptionTest {
  private static final Path FILE = Path.of("a.nrrd");

  @Test
  void aTerminalHasNothingToObey() {
    assertEquals(
        "a.nrrd: odd ?[2J? line?. Use ?x",
        new BadInputException(FILE, "odd \u001b[2J\r line\n", "Use \u009bx").getMessage());
    assertEquals(
        "a?[2J.nrrd: odd. Rename it",
        new BadInputException(Path.of("a\u001b[2J.nrrd"), "odd", "Rename it").getMessage());
    assertEquals(
        "first\n  second ?[31m", new BadInputException("first\n  second \u001b[31m").getMessage());
  }

  @Test
  void messagesAreOfALengthToRead() {
    String message = new BadInputException(FILE, "x".repeat(100_000), "Correct it").getMessage();
    assertTrue(message.length() < 1100, message.length() + " characters");
    assertTrue(message.endsWith("x.... Correct it"), message);
    assertTrue(new BadInputException("y".repeat(100_000)).getMessage().length() < 8100);
  }
}
