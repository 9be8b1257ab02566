/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.Network;
import org.egcnn.engine.Prediction;
import org.egcnn.model.ModelCard;

/**
 * Shows a listener that wants it what the network makes of one fixed crop, now and then: at most
 * every ten seconds, and for at most a twentieth of the time. Predicting changes nothing about the
 * training; where it fails, the training goes on without.
 */
final class Previewer {
  private static final double LEAST_SECONDS = 10;
  private static final double LARGEST_SHARE = 0.05;

  private final Network network;
  private final ModelCard card;
  private final List<PreparedCase> cases;
  private final Seeds seeds;
  private final TrainingListener listener;
  private final LongSupplier nanoTime;
  private PreviewCrop crop;
  private long next;
  private boolean failed;

  /**
   * A previewer.
   *
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  Previewer(
      Network network,
      ModelCard card,
      List<PreparedCase> cases,
      Seeds seeds,
      TrainingListener listener,
      LongSupplier nanoTime) {
    this.network = network;
    this.card = card;
    this.cases = cases;
    this.seeds = seeds;
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  /**
   * Shows the crop if the listener wants it and it is time.
   *
   * @param epoch the running epoch, from 1
   * @throws IOException if the crop cannot be read
   */
  void offer(int epoch) throws IOException {
    if (nanoTime.getAsLong() - next >= 0) {
      showTo(epoch);
    }
  }

  /**
   * Shows the crop if the listener wants it; for the end, when time does not matter any more.
   *
   * @param epoch the last epoch, from 1
   * @throws IOException if the crop cannot be read
   */
  void offerLast(int epoch) throws IOException {
    showTo(epoch);
  }

  private void showTo(int epoch) throws IOException {
    if (failed || !listener.wantsPreview()) {
      return;
    }
    // the first prediction builds the engine's graph, and says nothing of the others' time
    boolean first = crop == null;
    if (first) {
      crop = PreviewCrop.cut(card, cases, seeds.preview());
    }
    long start = nanoTime.getAsLong();
    try (Batch batch = network.allocate(1, crop.size())) {
      crop.fill(batch);
      try (Prediction prediction = network.predict(batch)) {
        listener.onPreview(crop.show(prediction, epoch));
      }
    } catch (EngineException e) {
      failed = true;
      listener.warn("No preview is shown any more: " + e.getMessage());
    }
    long end = nanoTime.getAsLong();
    double share = first ? 0 : (end - start) * (1 / LARGEST_SHARE - 1);
    next = end + (long) Math.max(LEAST_SECONDS * 1e9, share);
  }
}
