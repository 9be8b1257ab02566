/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.egcnn.engine.EngineException;
import org.egcnn.task.CancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildTest {

  /** A child that chats, answers in capitals and fails when asked to. */
  static final class Shouting {
    public static void main(String[] arguments) throws IOException {
      Child.answer(
          request -> {
            System.out.println("a library's message");
            if (request.startsWith("exit ")) {
              System.exit(Integer.parseInt(request.substring(5)));
            }
            return request.toUpperCase(java.util.Locale.ROOT);
          });
    }
  }

  @Test
  void answersAreToldFromOtherOutput() throws Exception {
    try (Child child = Child.java(Shouting.class, "64m", List.of())) {
      assertEquals("ONE", child.ask("one"));
      assertEquals("TWO", child.ask("two"));
    }
  }

  @Test
  void aChildThatEndsIsReported() throws Exception {
    try (Child child = Child.java(Shouting.class, "64m", List.of())) {
      EngineException e = assertThrows(EngineException.class, () -> child.ask("exit 1"));
      assertTrue(e.getMessage().contains("ended at 'exit 1' with exit code 1"), e.getMessage());
    }
  }

  /** Ctrl-C in a terminal ends the child too, often before this process has heard of it. */
  @ParameterizedTest
  @ValueSource(ints = {130, 143})
  void aChildThatIsStoppedCancels(int code) throws Exception {
    try (Child child = Child.java(Shouting.class, "64m", List.of())) {
      assertThrows(CancelledException.class, () -> child.ask("exit " + code));
    }
  }

  @Test
  void memoryLinesAreKibibytes() {
    assertEquals(2048, ResidentMemory.bytes("VmHWM:\t       2 kB"));
  }
}
