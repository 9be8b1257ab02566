/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.IntType;
import org.egcnn.model.LabelClass;

/**
 * How often each pair of a reference label value and a predicted label value occurs at the same
 * voxel. Every overlap of every class or region follows from it, and so do the values in use.
 */
public final class ConfusionMatrix {

  /** The most pairs of values two label images may show; past it they are taken for intensities. */
  public static final int MAX_PAIRS = 1 << 17;

  private final Map<Pair, Long> counts;

  private record Pair(int reference, int prediction) {}

  private ConfusionMatrix(Map<Pair, Long> counts) {
    this.counts = counts;
  }

  /**
   * Counts the pairs in one multi-threaded pass.
   *
   * @param reference the label values held to be true, axes x, y, z
   * @param prediction the label values to judge, of the same size
   * @throws IllegalArgumentException if the sizes differ, or if there are more than {@value
   *     #MAX_PAIRS} pairs of values, as in an intensity image taken for labels
   */
  public static ConfusionMatrix of(
      RandomAccessibleInterval<IntType> reference, RandomAccessibleInterval<IntType> prediction) {
    long[] size = reference.dimensionsAsLongArray();
    long[] other = prediction.dimensionsAsLongArray();
    if (!Arrays.equals(size, other)) {
      throw new IllegalArgumentException(
          "the reference has "
              + Arrays.toString(size)
              + " voxels, the prediction "
              + Arrays.toString(other));
    }
    List<Tally> tallies =
        LoopBuilder.setImages(reference, prediction)
            .multiThreaded()
            .forEachChunk(
                chunk -> {
                  Tally tally = new Tally();
                  chunk.forEachPixel((r, p) -> tally.add(r.get(), p.get()));
                  tally.finishRun();
                  return tally;
                });
    Tally total = new Tally();
    tallies.forEach(t -> t.counts.forEach(total::merge));
    return new ConfusionMatrix(total.counts);
  }

  /** The voxels with this reference value and this predicted value. */
  public long count(int reference, int prediction) {
    return counts.getOrDefault(new Pair(reference, prediction), 0L);
  }

  /** The overlap of one class or region: a voxel is of it when its value is one of the class's. */
  public Overlap overlap(LabelClass labelClass) {
    Set<Integer> values = new HashSet<>(labelClass.values());
    long tp = 0;
    long fp = 0;
    long fn = 0;
    for (Map.Entry<Pair, Long> entry : counts.entrySet()) {
      boolean inReference = values.contains(entry.getKey().reference);
      boolean inPrediction = values.contains(entry.getKey().prediction);
      long n = entry.getValue();
      tp += inReference && inPrediction ? n : 0;
      fp += !inReference && inPrediction ? n : 0;
      fn += inReference && !inPrediction ? n : 0;
    }
    return new Overlap(tp, fp, fn);
  }

  /** The label values of the reference, background included. */
  public SortedSet<Integer> referenceValues() {
    SortedSet<Integer> values = new TreeSet<>();
    counts.keySet().forEach(pair -> values.add(pair.reference));
    return Collections.unmodifiableSortedSet(values);
  }

  /** The label values of the prediction, background included. */
  public SortedSet<Integer> predictionValues() {
    SortedSet<Integer> values = new TreeSet<>();
    counts.keySet().forEach(pair -> values.add(pair.prediction));
    return Collections.unmodifiableSortedSet(values);
  }

  /** Counts for one thread. Labels come in runs, so the map is touched only where a run ends. */
  private static final class Tally {
    private final Map<Pair, Long> counts = new HashMap<>();
    private int reference;
    private int prediction;
    private long run;

    void add(int r, int p) {
      if (r != reference || p != prediction) {
        finishRun();
        reference = r;
        prediction = p;
      }
      run++;
    }

    void finishRun() {
      if (run > 0) {
        merge(new Pair(reference, prediction), run);
        run = 0;
      }
    }

    void merge(Pair pair, long n) {
      counts.merge(pair, n, Long::sum);
      if (counts.size() > MAX_PAIRS) {
        throw new IllegalArgumentException(
            "more than " + MAX_PAIRS + " pairs of label values; these are not label images");
      }
    }
  }
}
