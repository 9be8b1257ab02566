/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.model.ModelCard;
import org.egcnn.prepare.Prepared;
import org.egcnn.volume.Volume;

/**
 * Takes a volume's finished planes on the network grid, brings them to the voxels of the original,
 * and makes of them the outputs that were asked for.
 */
final class OutputCollector {
  private final Prepared prepared;
  private final ModelCard card;
  private final boolean largestComponent;
  private final Optional<LabelSink<?>> labels;
  private final Optional<ProbabilitySink> probabilities;
  private final Optional<ProbabilitySink> edges;
  private final Optional<ProbabilitySink> gates;

  /**
   * A collector with all memory for its outputs.
   *
   * @param prepared the volume that is segmented
   * @param card the model
   * @param kinds what is wanted
   * @param largestComponent whether the labels keep the largest part of each class alone
   */
  OutputCollector(
      Prepared prepared, ModelCard card, Set<OutputKind> kinds, boolean largestComponent) {
    this.prepared = prepared;
    this.card = card;
    this.largestComponent = largestComponent;
    long[] size = prepared.orientedSize();
    int channels = card.architecture().outputChannels();
    int classes = card.architecture().outputs();
    this.labels =
        kinds.contains(OutputKind.LABELS)
            ? Optional.of(LabelSink.create(card.labels(), size))
            : Optional.empty();
    this.probabilities =
        kinds.contains(OutputKind.PROBABILITIES)
            ? Optional.of(new ProbabilitySink(size, channels, channels - classes))
            : Optional.empty();
    this.edges =
        kinds.contains(OutputKind.EDGES)
            ? Optional.of(new ProbabilitySink(size, classes, 0))
            : Optional.empty();
    this.gates =
        kinds.contains(OutputKind.GATES)
            ? Optional.of(new ProbabilitySink(size, card.architecture().gates(), 0))
            : Optional.empty();
  }

  /** What takes the planes of class probabilities, if an output needs them. */
  Optional<PlaneSink> probabilityPlanes() {
    if (labels.isEmpty() && probabilities.isEmpty()) {
      return Optional.empty();
    }
    PlaneSink both =
        (z, values) -> {
          labels.ifPresent(sink -> sink.plane(z, values));
          probabilities.ifPresent(sink -> sink.plane(z, values));
        };
    return Optional.of(resampled(both, card.architecture().outputChannels()));
  }

  /** What takes the planes of edge probabilities, if they are wanted. */
  Optional<PlaneSink> edgePlanes() {
    return edges.map(sink -> resampled(sink, card.architecture().outputs()));
  }

  /** What takes the planes of the gates' attention, if they are wanted. */
  Optional<PlaneSink> gatePlanes() {
    return gates.map(sink -> resampled(sink, card.architecture().gates()));
  }

  private PlaneSink resampled(PlaneSink sink, int channels) {
    long[] from = prepared.size();
    long[] to = prepared.orientedSize();
    return Arrays.equals(from, to) ? sink : new PlaneResampler(from, to, channels, sink);
  }

  /** The outputs, once all planes were taken. */
  Segmentation result() {
    Map<OutputKind, Volume> outputs = new EnumMap<>(OutputKind.class);
    labels.ifPresent(
        sink -> {
          if (largestComponent) {
            new LargestParts(card.labels()).keep(sink.image());
          }
          outputs.put(OutputKind.LABELS, volume(asOriginal(sink.image())));
        });
    probabilities.ifPresent(
        sink -> outputs.put(OutputKind.PROBABILITIES, volume(stack(sink.images()))));
    edges.ifPresent(sink -> outputs.put(OutputKind.EDGES, volume(stack(sink.images()))));
    gates.ifPresent(sink -> outputs.put(OutputKind.GATES, volume(stack(sink.images()))));
    return new Segmentation(outputs);
  }

  private RandomAccessibleInterval<FloatType> stack(
      List<RandomAccessibleInterval<FloatType>> channels) {
    return Views.stack(channels.stream().map(this::asOriginal).toList());
  }

  private <T> RandomAccessibleInterval<T> asOriginal(RandomAccessibleInterval<T> image) {
    return prepared.orientation().fromCanonical(image);
  }

  private Volume volume(RandomAccessibleInterval<? extends RealType<?>> image) {
    return new Volume(image, prepared.original(), prepared.file(), prepared.forms());
  }
}
