/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Session;

class LazySessionTest {

  @Test
  void isOpenedOnceAndOnlyWhenNeeded() {
    AtomicInteger opened = new AtomicInteger();
    try (Graph graph = new Graph();
        LazySession unused = lazy(graph, opened);
        LazySession used = lazy(graph, opened)) {
      assertEquals(0, opened.get());
      Session session = used.get();
      assertSame(session, used.get());
      assertEquals(1, opened.get());
    }
    assertEquals(1, opened.get());
  }

  private static LazySession lazy(Graph graph, AtomicInteger opened) {
    return new LazySession(
        () -> {
          opened.incrementAndGet();
          return new Session(graph);
        });
  }
}
