/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.model.Size;
import org.egcnn.segment.OutputKind;
import org.egcnn.segment.Segmentation;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.junit.jupiter.api.Test;

/** A row of ten voxels, worked out by hand. */
class InspectorTest {
  /** The class's value in masks is 4, what is written for it 2. */
  private static final Labels LABELS =
      new Labels(true, List.of(new LabelClass("organ", List.of(4), 2)));

  private static final Grid GRID = new Grid(10, 1, 1, Affine.scaling(2, 2, 2));

  /** Edges at 3, 4, 7 and 8: both sides of the boundaries. */
  private static final int[] REFERENCE = {0, 0, 0, 0, 4, 4, 4, 4, 0, 0};

  private static final RandomAccessibleInterval<FloatType> IMAGE =
      ArrayImgs.floats(new float[] {5, 6, 7, 8, 9, 10, 11, 12, 13, 15}, 10, 1, 1);

  private static ModelCard card(Optional<EdgeStream> stream, boolean inner) {
    return new ModelCard(
        ModelCard.FORMAT,
        "test",
        new Architecture(Backbone.SEG_NET, 1, 1, true, 4, 2, 3, stream),
        new Preprocessing(
            List.of("image"),
            List.of(Normalisation.of(Normalisation.Kind.NONE)),
            Optional.empty(),
            false),
        LABELS,
        new Size(4, 4, 4),
        new LossSettings(0, 1, 1, 1, 0.5, 0, inner, 0, List.of(1.0, 1.0, 1.0)),
        "test");
  }

  private static RandomAccessibleInterval<IntType> row(int... labels) {
    return ArrayImgs.ints(labels, 10, 1, 1);
  }

  private static Volume channel(float... values) {
    return new Volume(Views.stack(List.of(ArrayImgs.floats(values, 10, 1, 1))), GRID);
  }

  private static Segmentation made(int[] labels, float[] edges, float[] gates) {
    return new Segmentation(
        Map.of(
            OutputKind.LABELS,
            new Volume(row(labels), GRID),
            OutputKind.EDGES,
            channel(edges),
            OutputKind.GATES,
            channel(gates)));
  }

  @Test
  void comparesEdgesAndGatesWithTheReference() {
    ModelCard card = card(Optional.of(EdgeStream.standard()), false);
    assertEquals(
        Set.of(OutputKind.LABELS, OutputKind.EDGES, OutputKind.GATES),
        Inspector.outputs(card.architecture()));
    Inspector inspector = new Inspector(card);
    // one voxel longer than the reference: edges at 3, 4, 8 and 9
    int[] labels = {0, 0, 0, 0, 2, 2, 2, 2, 2, 0};
    float[] edges = {0, 0, 0, 0.9f, 0.8f, 0.5f, 0, 0.6f, 0, 0};
    float[] gates = {0.1f, 0.1f, 0.1f, 0.9f, 0.9f, 0.1f, 0.1f, 0.9f, 0.9f, 0.3f};
    inspector.add("one", IMAGE, made(labels, edges, gates), row(REFERENCE));
    Inspection found = inspector.result();
    EdgeScores scores = found.edges().get(0);
    assertEquals("organ", scores.name());
    assertEquals(2.0 * 3 / (3 + 4), scores.predicted().orElseThrow(), 1e-9);
    assertEquals(2.0 * 2 / (3 + 4), scores.agreement().orElseThrow(), 1e-9);
    assertEquals(2.0 * 3 / (4 + 4), scores.border().orElseThrow(), 1e-9);
    GateStatistics gate = found.gates().get(0);
    assertEquals(0.44, gate.mean(), 1e-6);
    assertEquals(0.9, gate.onEdges(), 1e-6);
    assertEquals(0.8 / 6, gate.elsewhere(), 1e-6);
    assertEquals(0.1, gate.least(), 1e-6);
    assertEquals(0.9, gate.largest(), 1e-6);
    double square = (5 * 0.01 + 4 * 0.81 + 0.09) / 10;
    assertEquals(Math.sqrt(square - 0.44 * 0.44), gate.deviation(), 1e-6);
    assertEquals(0.5, gate.histogram().get(1), 1e-9);
    assertEquals(1, gate.histogram().stream().mapToDouble(d -> d).sum(), 1e-9);
    assertTrue(found.gradients().isEmpty());

    BufferedImage picture = inspector.picture().orElseThrow();
    // four tiles of 240 pixels and 4 between them, in which a voxel is 24 wide, under 22 of titles;
    // 0.9f is a little below 0.9
    assertEquals(4 * 244 - 4, picture.getWidth());
    assertEquals(22 + 24, picture.getHeight());
    assertArrayEquals(
        new int[] {0, 26, 51, 77, 102, 128, 153, 179, 204, 255}, greys(picture, 0), "image");
    assertArrayEquals(
        new int[] {0, 0, 0, 255, 255, 0, 0, 255, 255, 0}, greys(picture, 1), "reference");
    assertArrayEquals(
        new int[] {0, 0, 0, 229, 204, 128, 0, 153, 0, 0}, greys(picture, 2), "predicted");
    assertArrayEquals(
        new int[] {26, 26, 26, 229, 229, 26, 26, 229, 229, 77}, greys(picture, 3), "attention");
  }

  private static int[] greys(BufferedImage picture, int tile) {
    return IntStream.range(0, 10)
        .map(x -> picture.getRGB(tile * 244 + x * 24 + 12, 22 + 12) & 0xFF)
        .toArray();
  }

  @Test
  void nothingIsSaidOfGatesThatWereNotSeen() {
    Inspection found = new Inspector(card(Optional.of(EdgeStream.standard()), true)).result();
    assertTrue(found.gates().isEmpty());
    assertEquals(Optional.empty(), found.edges().get(0).predicted());
  }

  @Test
  void edgesAreThoseThatWereTaught() {
    ModelCard card = card(Optional.of(EdgeStream.standard()), true);
    Inspector inspector = new Inspector(card);
    // within the class, only 4 and 7 are edges
    float[] edges = {0, 0, 0, 0, 1, 0, 0, 1, 0, 0};
    int[] labels = {0, 0, 0, 0, 2, 2, 2, 2, 0, 0};
    inspector.add("one", IMAGE, made(labels, edges, new float[10]), row(REFERENCE));
    EdgeScores scores = inspector.result().edges().get(0);
    assertEquals(Optional.of(1.0), scores.predicted());
    assertEquals(Optional.of(1.0), scores.border());
  }

  @Test
  void aNetworkWithoutAStreamHasABorderOnly() {
    ModelCard card = card(Optional.empty(), false);
    assertEquals(Set.of(OutputKind.LABELS), Inspector.outputs(card.architecture()));
    Inspector inspector = new Inspector(card);
    Segmentation plain =
        new Segmentation(
            Map.of(OutputKind.LABELS, new Volume(row(0, 0, 0, 0, 2, 2, 2, 2, 0, 0), GRID)));
    inspector.add("one", IMAGE, plain, row(REFERENCE));
    // a case without any edge counts for nothing
    Segmentation empty =
        new Segmentation(Map.of(OutputKind.LABELS, new Volume(row(new int[10]), GRID)));
    inspector.add("two", IMAGE, empty, row(new int[10]));
    EdgeScores scores = inspector.result().edges().get(0);
    assertEquals(Optional.empty(), scores.predicted());
    assertEquals(Optional.empty(), scores.agreement());
    assertEquals(Optional.of(1.0), scores.border());
    assertTrue(inspector.result().gates().isEmpty());
  }
}
