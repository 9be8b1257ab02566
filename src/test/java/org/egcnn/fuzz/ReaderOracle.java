/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.egcnn.task.BadInputException;

/**
 * Says whether a reader took an input as it should: it returns, or complains in words that name the
 * file; nothing else comes out, in less than a second and 64 MiB.
 */
final class ReaderOracle {
  private static final long MOST_NANOS = 1_000_000_000;
  private static final long MOST_BYTES = 64L << 20;
  private static final int LONGEST_MESSAGE = 8100;

  private final FuzzTarget target;
  private final Path folder;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The inputs so far, those that were taken, the slowest and the one that took most memory. */
  long inputs;

  long taken;
  long mostNanos;
  long mostBytes;

  /** An oracle that puts inputs into files of an existing folder. */
  ReaderOracle(FuzzTarget target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /**
   * Tries an input.
   *
   * @return the complaint, or null if the input was taken
   * @throws AssertionError if a reader misbehaves
   */
  BadInputException check(byte[] input) throws Exception {
    Outcome outcome = read(input);
    if (outcome.nanos > MOST_NANOS || outcome.bytes > MOST_BYTES) {
      // The first reading of its kind may have loaded classes.
      outcome = read(input);
    }
    inputs++;
    taken += outcome.complaint == null ? 1 : 0;
    mostNanos = Math.max(mostNanos, outcome.nanos);
    mostBytes = Math.max(mostBytes, outcome.bytes);
    require(outcome.nanos < MOST_NANOS, "took " + outcome.nanos + " ns", outcome.complaint);
    require(outcome.bytes < MOST_BYTES, "allocated " + outcome.bytes + " bytes", outcome.complaint);
    return outcome.complaint;
  }

  private record Outcome(BadInputException complaint, long nanos, long bytes) {}

  private Outcome read(byte[] input) throws Exception {
    FuzzTarget.Reading reading = target.place(input, folder);
    // Processor time, for other processes take the machine's.
    long start = threads.getCurrentThreadCpuTime();
    long before = threads.getCurrentThreadAllocatedBytes();
    BadInputException complaint = null;
    try {
      reading.body().read();
    } catch (BadInputException e) {
      complaint = e;
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      throw new AssertionError("came out of the reader: " + e, e);
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    long nanos = threads.getCurrentThreadCpuTime() - start;
    if (complaint != null) {
      checkWords(complaint, reading.named());
    }
    return new Outcome(complaint, nanos, bytes);
  }

  private void checkWords(BadInputException complaint, String named) {
    String message = String.valueOf(complaint.getMessage());
    require(message.contains(named), "does not name " + named, complaint);
    require(message.length() < LONGEST_MESSAGE + named.length(), "is too long", complaint);
    require(
        message.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'),
        "has control characters",
        complaint);
    Throwable cause = complaint.getCause();
    require(
        target.isForeign()
            || !(cause instanceof RuntimeException)
            || !message.contains("(" + cause + ")"),
        "hides an exception",
        complaint);
  }

  private static void require(boolean condition, String what, BadInputException complaint) {
    if (!condition) {
      throw new AssertionError(
          what + (complaint == null ? "" : ": " + complaint.getMessage()), complaint);
    }
  }
}
