/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.image.SobelEdges;
import org.egcnn.model.Architecture;
import org.egcnn.model.LabelClass;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelCard;
import org.egcnn.segment.OutputKind;
import org.egcnn.segment.Segmentation;
import org.egcnn.volume.Volume;

/**
 * Compares what a network makes of cases with their masks, on each case's own grid: edges of the
 * edge stream, of the predicted and of the reference's mask, and the attention of the gates on and
 * off the reference's edges.
 */
public final class Inspector {
  private static final float EDGE = 0.5f;

  private final ModelCard card;
  private final List<ClassCounts> classes = new ArrayList<>();
  private final List<GateCounts> gates;
  private Optional<BufferedImage> picture = Optional.empty();

  /** What is counted of one class. */
  private record ClassCounts(
      LabelClass of, EdgeCounts predicted, EdgeCounts agreement, EdgeCounts border) {}

  /** An inspector of a model's cases. */
  public Inspector(ModelCard card) {
    this.card = card;
    card.labels()
        .classes()
        .forEach(
            one ->
                classes.add(
                    new ClassCounts(one, new EdgeCounts(), new EdgeCounts(), new EdgeCounts())));
    gates =
        IntStream.range(0, card.architecture().gates()).mapToObj(g -> new GateCounts()).toList();
  }

  /** What a case must be segmented into. */
  public static Set<OutputKind> outputs(Architecture architecture) {
    Set<OutputKind> kinds = EnumSet.of(OutputKind.LABELS);
    if (architecture.edgeStream().isPresent()) {
      kinds.add(OutputKind.EDGES);
    }
    if (architecture.gates() > 0) {
      kinds.add(OutputKind.GATES);
    }
    return kinds;
  }

  /**
   * Adds a case.
   *
   * @param name its name
   * @param image one of its channels, axes x, y, z
   * @param made {@link #outputs} of it
   * @param reference its mask, axes x, y, z
   */
  public void add(
      String name,
      RandomAccessibleInterval<FloatType> image,
      Segmentation made,
      RandomAccessibleInterval<IntType> reference) {
    Volume labels = made.get(OutputKind.LABELS);
    LossSettings losses =
        card.losses().forSpacing(Arrays.stream(labels.grid().spacing()).boxed().toList());
    boolean[] anyEdge = new boolean[(int) Views.iterable(reference).size()];
    for (int k = 0; k < classes.size(); k++) {
      ClassCounts counts = classes.get(k);
      boolean[] real = edges(reference, members(counts.of(), true), losses);
      boolean[] drawn = edges(labels.labels(), members(counts.of(), false), losses);
      counts.border().add(drawn, real);
      if (card.architecture().edgeStream().isPresent()) {
        boolean[] predicted = above(made.get(OutputKind.EDGES).channel(k), anyEdge.length);
        counts.predicted().add(predicted, real);
        counts.agreement().add(predicted, drawn);
      }
      for (int i = 0; i < anyEdge.length; i++) {
        anyEdge[i] |= real[i];
      }
    }
    for (int g = 0; g < gates.size(); g++) {
      gates.get(g).add(Views.flatIterable(made.get(OutputKind.GATES).channel(g)), anyEdge);
    }
    if (picture.isEmpty() && card.architecture().edgeStream().isPresent()) {
      picture = Optional.of(draw(name, image, made, anyEdge));
    }
  }

  /** The slice across z with the most edges. */
  private BufferedImage draw(
      String name, RandomAccessibleInterval<FloatType> image, Segmentation made, boolean[] edges) {
    int columns = (int) image.dimension(0);
    int rows = (int) image.dimension(1);
    int[] found = new int[(int) image.dimension(2)];
    for (int i = 0; i < edges.length; i++) {
      found[i / (columns * rows)] += edges[i] ? 1 : 0;
    }
    int z = IntStream.range(0, found.length).reduce(0, (a, b) -> found[b] > found[a] ? b : a);
    double[] spacing = made.get(OutputKind.LABELS).grid().spacing();
    MapPicture maps = new MapPicture(columns, rows, spacing[0], spacing[1]);
    maps.addStretched(name + ", slice " + (z + 1), slice(image, z));
    maps.add("edges of the mask", (x, y) -> edges[(z * rows + y) * columns + x] ? 1 : 0);
    List<MapPicture.Values> predicted =
        IntStream.range(0, classes.size())
            .mapToObj(k -> slice(made.get(OutputKind.EDGES).channel(k), z))
            .toList();
    maps.add(
        "predicted edges",
        (x, y) -> predicted.stream().mapToDouble(values -> values.at(x, y)).max().orElse(0));
    for (int g = 0; g < gates.size(); g++) {
      maps.add("attention " + g, slice(made.get(OutputKind.GATES).channel(g), z));
    }
    return maps.draw();
  }

  private static MapPicture.Values slice(RandomAccessibleInterval<FloatType> volume, int z) {
    long[] min = volume.minAsLongArray();
    RandomAccess<FloatType> access = volume.randomAccess();
    return (x, y) -> access.setPositionAndGet(min[0] + x, min[1] + y, min[2] + z).get();
  }

  private Set<Integer> members(LabelClass of, boolean reference) {
    return reference || !card.labels().exclusive()
        ? new HashSet<>(of.values())
        : Set.of(of.output());
  }

  private static boolean[] edges(
      RandomAccessibleInterval<IntType> labels, Set<Integer> members, LossSettings losses) {
    double[] spacing = losses.spacing().stream().mapToDouble(Double::doubleValue).toArray();
    Iterator<UnsignedByteType> edges =
        Views.flatIterable(SobelEdges.edges(labels, members, spacing, losses.edgeThreshold()))
            .iterator();
    boolean[] result = new boolean[(int) Views.iterable(labels).size()];
    int i = 0;
    for (IntType label : Views.flatIterable(labels)) {
      boolean edge = edges.next().get() != 0;
      result[i++] = edge && (!losses.innerEdges() || members.contains(label.get()));
    }
    return result;
  }

  private static boolean[] above(RandomAccessibleInterval<FloatType> probabilities, int size) {
    boolean[] result = new boolean[size];
    int i = 0;
    for (FloatType p : Views.flatIterable(probabilities)) {
      result[i++] = p.get() > EDGE;
    }
    return result;
  }

  /** What was found in all cases, without gradients. */
  public Inspection result() {
    return new Inspection(
        classes.stream()
            .map(
                c ->
                    new EdgeScores(
                        c.of().name(),
                        c.predicted().mean(),
                        c.agreement().mean(),
                        c.border().mean()))
            .toList(),
        IntStream.range(0, gates.size())
            .filter(g -> !gates.get(g).isEmpty())
            .mapToObj(g -> gates.get(g).statistics(g))
            .toList(),
        List.of());
  }

  /** Edges and attention in a slice of the first case; nothing without an edge stream. */
  public Optional<BufferedImage> picture() {
    return picture;
  }
}
