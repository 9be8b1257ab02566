/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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

/** Models, volumes' rules and settings that several tests use. */
final class TestModels {
  private TestModels() {}

  /** Two exclusive classes with the output values 3 and 7. */
  static final Labels TWO_CLASSES =
      new Labels(true, List.of(new LabelClass("low", 3), new LabelClass("high", 7)));

  /** Nested regions: whole {1, 2} written as 2, core {1} written as 1. */
  static final Labels REGIONS =
      new Labels(
          false,
          List.of(
              new LabelClass("whole", List.of(1, 2), 2), new LabelClass("core", List.of(1), 1)));

  static ModelCard card(int channels, Labels labels, Normalisation.Kind kind, Size crop) {
    return card(channels, labels, kind, crop, Optional.empty());
  }

  static ModelCard card(
      int channels,
      Labels labels,
      Normalisation.Kind kind,
      Size crop,
      Optional<List<Double>> spacing) {
    return new ModelCard(
        ModelCard.FORMAT,
        "test",
        new Architecture(
            Backbone.SEG_NET,
            channels,
            labels.size(),
            labels.exclusive(),
            8,
            2,
            3,
            Optional.of(EdgeStream.standard())),
        new Preprocessing(
            IntStream.range(0, channels).mapToObj(c -> "channel" + c).toList(),
            Collections.nCopies(channels, Normalisation.of(kind)),
            spacing,
            true),
        labels,
        crop,
        LossSettings.standard(),
        "test");
  }

  /** Intensities near 0 are background, near 1 the first class, near 2 the second. */
  static float[] byIntensity(float value) {
    return value < 0.5f
        ? new float[] {0.8f, 0.1f, 0.1f}
        : value < 1.5f ? new float[] {0.2f, 0.7f, 0.1f} : new float[] {0.1f, 0.3f, 0.6f};
  }

  static SegmentSettings settings(Size window, double overlap, int batch, String mirror) {
    return new SegmentSettings(
        Optional.of(window), overlap, batch, Axis.parse(mirror), true, Set.of(OutputKind.LABELS));
  }
}
