/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.util.List;
import java.util.Optional;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.Size;

/**
 * A network at work as it is measured: four channels in, three nested regions out, as for brain
 * tumours.
 *
 * @param backbone the main stream
 * @param edgeStream whether the edge stream stands beside it
 * @param crop the size of the crops
 * @param width channels at the finest resolution
 * @param batch crops at once
 * @param training whether it learns or predicts
 * @param precision numbers of the convolutions
 * @param recomputation whether maps are computed again in the backward pass
 */
public record NetworkCase(
    Backbone backbone,
    boolean edgeStream,
    Size crop,
    int width,
    int batch,
    boolean training,
    Precision precision,
    Recomputation recomputation) {
  private static final int CHANNELS = 4;
  private static final int REGIONS = 3;
  private static final int LEVELS = 4;

  /** The network. */
  public Architecture architecture() {
    return new Architecture(
        backbone,
        CHANNELS,
        REGIONS,
        false,
        width,
        LEVELS,
        Architecture.defaultKernel(backbone),
        edgeStream ? Optional.of(EdgeStream.standard()) : Optional.empty());
  }

  /** The operations of its convolutions in one run. */
  public double operations() {
    ConvolutionCount count = ConvolutionCount.of(architecture(), batch, crop);
    return training ? count.training() : count.forward();
  }

  /** How it computes, with some number of threads. */
  EngineOptions options(int threads) {
    return new EngineOptions(threads, "cpu", recomputation, precision);
  }

  /** The same with or without the edge stream. */
  NetworkCase withEdgeStream(boolean stream) {
    return new NetworkCase(
        backbone, stream, crop, width, batch, training, precision, recomputation);
  }

  /** The same in other numbers. */
  NetworkCase withPrecision(Precision other) {
    return new NetworkCase(
        backbone, edgeStream, crop, width, batch, training, other, recomputation);
  }

  /** The same with another choice of recomputation. */
  NetworkCase withRecomputation(Recomputation other) {
    return new NetworkCase(backbone, edgeStream, crop, width, batch, training, precision, other);
  }

  /** As words of a command line, for {@link #parse}. */
  List<String> words() {
    return List.of(
        backbone.label(),
        Boolean.toString(edgeStream),
        crop.toString(),
        Integer.toString(width),
        Integer.toString(batch),
        Boolean.toString(training),
        precision.name(),
        recomputation.name());
  }

  /** Reads what {@link #words} wrote. */
  static NetworkCase parse(List<String> words) {
    return new NetworkCase(
        Backbone.parse(words.get(0)),
        Boolean.parseBoolean(words.get(1)),
        Size.parse(words.get(2)),
        Integer.parseInt(words.get(3)),
        Integer.parseInt(words.get(4)),
        Boolean.parseBoolean(words.get(5)),
        Precision.valueOf(words.get(6)),
        Recomputation.valueOf(words.get(7)));
  }

  /** For people, such as {@code seg-net + edge stream, 64x64x64, f 8, batch 1, step, float32}. */
  @Override
  public String toString() {
    return backbone
        + (edgeStream ? " + edge stream, " : ", ")
        + crop
        + ", f "
        + width
        + ", batch "
        + batch
        + (training ? ", step, " : ", inference, ")
        + (precision == Precision.BFLOAT16 ? "bfloat16" : "float32")
        + (recomputation == Recomputation.ALWAYS ? ", recomputed" : "");
  }
}
