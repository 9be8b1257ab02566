/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.model.Backbone;
import org.egcnn.model.Size;

/**
 * What is measured, and how thoroughly.
 *
 * @param parts which parts
 * @param backbones the networks
 * @param crops crop sizes with the width of the network that learns them
 * @param batches crops at once
 * @param precisions numbers of the convolutions
 * @param volume the whole volume and the images, voxels along z, y, x
 * @param window the whole volume's windows, with the network's width
 * @param threads processor threads of the networks; 0 for all
 * @param rounds how often each network is run
 * @param minutes no further network is begun after this; 0 for no end
 */
public record BenchmarkSettings(
    Set<BenchmarkPart> parts,
    List<Backbone> backbones,
    List<SizedCrop> crops,
    List<Integer> batches,
    Set<Precision> precisions,
    Size volume,
    SizedCrop window,
    int threads,
    Rounds rounds,
    double minutes) {
  private static final long SMALL = 100_000;
  private static final double SHORT_SECONDS = 0.5;

  /** Copies the lists and checks the ranges. */
  public BenchmarkSettings {
    parts = Set.copyOf(parts);
    backbones = List.copyOf(backbones);
    crops = List.copyOf(crops);
    batches = List.copyOf(batches);
    precisions = Set.copyOf(precisions);
    require(!parts.isEmpty(), "at least one part must be measured");
    require(
        !(backbones.isEmpty() || crops.isEmpty() || batches.isEmpty() || precisions.isEmpty()),
        "at least one backbone, size, batch and precision is needed");
    require(batches.stream().allMatch(b -> b >= 1), "a batch must be at least 1");
    require(threads >= 0, "the threads must be 0 or more");
    require(minutes >= 0, "the minutes must be 0 or more");
  }

  /**
   * In single precision alone, if bfloat16 would take a hundred times as long on this processor.
   *
   * @param note is told if so
   */
  BenchmarkSettings forProcessor(Consumer<String> note) {
    if (precisions.stream().allMatch(Precision::suitsProcessor)) {
      return this;
    }
    note.accept("this processor has no instructions for bfloat16, which is left out");
    return new BenchmarkSettings(
        parts,
        backbones,
        crops,
        batches,
        Set.of(Precision.FLOAT32),
        volume,
        window,
        threads,
        rounds,
        minutes);
  }

  /** Whether even images and single convolutions are to be small. */
  boolean small() {
    return volume.voxels() < SMALL;
  }

  /** How often what takes milliseconds is run. */
  Rounds shortRounds() {
    return new Rounds(rounds.least(), Math.min(rounds.seconds(), SHORT_SECONDS), 4 * rounds.most());
  }

  private static void require(boolean condition, String complaint) {
    if (!condition) {
      throw new IllegalArgumentException(complaint);
    }
  }
}
