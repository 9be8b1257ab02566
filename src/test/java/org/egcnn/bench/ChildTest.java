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
import org.junit.jupiter.api.Test;

class ChildTest {

  /** A child that chats, answers in capitals and fails when asked to. */
  static final class Shouting {
    public static void main(String[] arguments) throws IOException {
      Child.answer(
          request -> {
            System.out.println("a library's message");
            if (request.equals("fail")) {
              System.exit(1);
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
      IOException e = assertThrows(IOException.class, () -> child.ask("fail"));
      assertTrue(e.getMessage().contains("ended at 'fail'"), e.getMessage());
    }
  }

  @Test
  void memoryLinesAreKibibytes() {
    assertEquals(2048, ResidentMemory.bytes("VmHWM:\t       2 kB"));
  }
}
