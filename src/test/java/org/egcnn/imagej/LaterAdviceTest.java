/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.egcnn.command.Advice;
import org.egcnn.command.Advised;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LaterAdviceTest {
  private static final Advice QUICK =
      new Advice("three cases\nof a kind", Map.of("crop", List.of("auto")));
  private static final Advice THOROUGH =
      new Advice("found", Map.of("crop", List.of("auto", "16x16x16")));

  private final BlockingQueue<Advice> shown = new LinkedBlockingQueue<>();
  private final CountDownLatch go = new CountDownLatch(1);
  private final CountDownLatch cancelled = new CountDownLatch(1);

  /** A look at data. */
  private interface Look {
    Optional<Advice> at(TaskListener listener) throws IOException, CancelledException;
  }

  private LaterAdvice advice(Look look) {
    Advised command =
        new Advised() {
          @Override
          public Advice advancedAdvice() {
            return QUICK;
          }

          @Override
          public Optional<Advice> thoroughAdvice(TaskListener listener)
              throws IOException, CancelledException {
            return look.at(listener);
          }
        };
    LaterAdvice advice = new LaterAdvice(command, Runnable::run);
    advice.tell(shown::add);
    return advice;
  }

  @Test
  void showsProgressBelowTheQuickAdviceAndThenTheFindings() throws Exception {
    LaterAdvice advice =
        advice(
            listener -> {
              listener.progress(1, 3, "Checking cases");
              return Optional.of(THOROUGH);
            });
    assertEquals(QUICK, shown.take());
    assertEquals(QUICK, advice.advice(), "known before the look begins");
    advice.start();
    assertEquals(
        new Advice("three cases\nof a kind\nChecking cases: 1 of 3...", QUICK.choices()),
        shown.take());
    assertEquals(THOROUGH, shown.take());
    assertEquals(THOROUGH, advice.advice());
    advice.tell(shown::add);
    assertEquals(THOROUGH, shown.take(), "a dialog that comes again");
  }

  @Test
  void showsWhyTheLookFailed() throws Exception {
    String lines = "line\n".repeat(20) + "x".repeat(200);
    LaterAdvice advice =
        advice(
            listener -> {
              throw new BadInputException("2 cases cannot be used\n" + lines);
            });
    shown.take();
    advice.start();
    Advice failed = shown.take();
    assertEquals(QUICK.choices(), failed.choices());
    assertEquals(
        QUICK.message() + "\n2 cases cannot be used" + "\nline".repeat(7), failed.message());
  }

  @Test
  void doesNotGoOnCountingAfterAnUnforeseenError() throws Exception {
    LaterAdvice advice =
        advice(
            listener -> {
              throw new OutOfMemoryError();
            });
    shown.take();
    advice.start();
    assertEquals(QUICK.message() + "\njava.lang.OutOfMemoryError", shown.take().message());
  }

  @Test
  void saysNothingTwice() throws Exception {
    LaterAdvice advice =
        advice(
            listener -> {
              throw new BadInputException(QUICK.message());
            });
    shown.take();
    advice.start();
    assertNull(shown.poll(200, TimeUnit.MILLISECONDS));
  }

  @Test
  void endsTheLookWithTheDialog() throws Exception {
    LaterAdvice advice =
        advice(
            listener -> {
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              listener.progress(2, 3, "Checking cases");
              assertThrows(CancelledException.class, listener::checkCancelled);
              cancelled.countDown();
              throw new CancelledException();
            });
    shown.take();
    advice.start();
    advice.close();
    go.countDown();
    cancelled.await();
    assertNull(shown.poll(200, TimeUnit.MILLISECONDS));
  }
}
