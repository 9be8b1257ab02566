/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * A stretch of consecutive whole numbers, such as the slices one task works on.
 *
 * @param from the first
 * @param to one past the last
 */
record Chunk(int from, int to) {

  /** What is done with a stretch. */
  interface Work {
    void run(int from, int to);
  }

  /**
   * Divides 0 to {@code count} - 1 into stretches and works on them in parallel.
   *
   * @param count how many numbers there are
   * @param shortest the length below which dividing does not pay
   * @param work what to do; called from several threads at once
   */
  static void forEach(int count, int shortest, Work work) {
    Parallelization.getTaskExecutor()
        .forEach(of(count, shortest), chunk -> work.run(chunk.from, chunk.to));
  }

  /**
   * Divides 0 to {@code count} - 1 into stretches, works on them in parallel and returns what came
   * out, in order.
   */
  static <R> List<R> map(int count, int shortest, Function<Chunk, R> work) {
    return Parallelization.getTaskExecutor().forEachApply(of(count, shortest), work);
  }

  private static List<Chunk> of(int count, int shortest) {
    TaskExecutor executor = Parallelization.getTaskExecutor();
    int tasks = Math.max(1, Math.min(executor.suggestNumberOfTasks(), count / shortest));
    List<Chunk> chunks = new ArrayList<>(tasks);
    for (int i = 0; i < tasks; i++) {
      chunks.add(
          new Chunk((int) ((long) count * i / tasks), (int) ((long) count * (i + 1) / tasks)));
    }
    return chunks;
  }
}
