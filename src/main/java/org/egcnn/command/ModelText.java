/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.Locale;
import org.egcnn.model.Architecture;
import org.egcnn.model.LabelClass;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.task.Choice;

/** A model's description for people. */
final class ModelText {
  private ModelText() {}

  /** The description, a few lines. */
  static String of(ModelCard card) {
    StringBuilder text = new StringBuilder("Model: " + card.name() + "\n\n");
    Architecture network = card.architecture();
    text.append("Network: ").append(network.backbone());
    network
        .edgeStream()
        .ifPresentOrElse(
            stream ->
                text.append(" with edge stream (fusion ")
                    .append(Choice.name(stream.fusion()))
                    .append(stream.gatesInWords())
                    .append(')'),
            () -> text.append(" without edge stream"));
    text.append(
        String.format(
            "\nWidth %d, %d resolutions, kernels of %d\n",
            network.width(), network.levels(), network.kernel()));
    text.append("Trained on crops of ").append(card.crop()).append(" (slices x height x width)\n");
    text.append("\nChannels, in this order:\n");
    Preprocessing preprocessing = card.preprocessing();
    for (int c = 0; c < preprocessing.channels().size(); c++) {
      text.append(
          String.format(
              "  %d  %s: %s\n",
              c + 1,
              preprocessing.channels().get(c),
              describe(preprocessing.normalisation().get(c))));
    }
    text.append("Voxels: ")
        .append(
            preprocessing
                .spacing()
                .map(
                    s ->
                        String.format(
                            Locale.ROOT,
                            "resampled to %.4g x %.4g x %.4g mm",
                            s.get(0),
                            s.get(1),
                            s.get(2)))
                .orElse("of each image's own size"));
    text.append("\n\nLabels").append(card.labels().exclusive() ? ":\n" : " (may overlap):\n");
    for (LabelClass one : card.labels().classes()) {
      text.append(String.format("  %d  %s\n", one.output(), one.name()));
    }
    return text.append("\nMade with ").append(card.software()).append('\n').toString();
  }

  private static String describe(Normalisation normalisation) {
    return switch (normalisation.kind()) {
      case Z_SCORE -> "mean 0 and deviation 1";
      case Z_SCORE_NONZERO -> "mean 0 and deviation 1 over voxels that are not 0";
      case WINDOW ->
          String.format(
              Locale.ROOT,
              "window from %.4g to %.4g",
              normalisation.lower(),
              normalisation.upper());
      case NONE -> "intensities as they are";
    };
  }
}
