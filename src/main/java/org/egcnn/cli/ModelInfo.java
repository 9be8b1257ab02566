/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.egcnn.model.Architecture;
import org.egcnn.model.Json;
import org.egcnn.model.ModelCard;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.Normalisation;
import org.egcnn.task.Choice;
import org.egcnn.train.TrainingRecord;

/**
 * A model in words.
 *
 * @param folder the model folder
 * @param card its description
 * @param parameters the number of weights
 * @param training how it was trained, if the folder tells
 */
record ModelInfo(
    String folder, ModelCard card, long parameters, Optional<TrainingRecord> training) {

  /**
   * Reads a model folder.
   *
   * @throws org.egcnn.task.BadInputException if it holds no model of this version, or its weights
   *     are missing or damaged
   */
  static ModelInfo of(Path folder) throws IOException {
    ModelCard card = ModelFolder.readCard(folder);
    long parameters =
        ModelFolder.readWeights(folder).values().stream().mapToLong(w -> w.values().length).sum();
    Path record = folder.resolve(TrainingRecord.FILE_NAME);
    return new ModelInfo(
        folder.toString(),
        card,
        parameters,
        Files.exists(record)
            ? Optional.of(Json.read(record, TrainingRecord.class))
            : Optional.empty());
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("Model:      " + card.name() + " (" + folder + ")");
    lines.add("Network:    " + network(card.architecture()));
    lines.add("Weights:    " + String.format(Locale.ROOT, "%,d", parameters));
    lines.add(
        "Channels:   "
            + String.join(", ", card.preprocessing().channels())
            + "; "
            + card.preprocessing().normalisation().stream()
                .map(ModelInfo::normalisation)
                .collect(Collectors.joining(", ")));
    lines.add(
        "Voxels:     "
            + card.preprocessing().spacing().map(s -> s + " mm, x y z").orElse("as they are"));
    lines.add("Crop:       " + card.crop());
    lines.add(
        (card.labels().exclusive() ? "Classes:    " : "Regions:    ")
            + card.labels().classes().stream()
                .map(c -> c.name() + " (" + c.output() + ")")
                .collect(Collectors.joining(", ")));
    training.ifPresent(record -> lines.addAll(training(record)));
    lines.add("Written by: " + card.software());
    return String.join(System.lineSeparator(), lines);
  }

  private static String network(Architecture a) {
    String stream =
        a.edgeStream()
            .map(e -> "with edge stream (" + Choice.name(e.fusion()) + e.gatesInWords() + ")")
            .orElse("without edge stream");
    return String.format(
        "%s %s, width %d, %d levels, kernel %d",
        a.backbone(), stream, a.width(), a.levels(), a.kernel());
  }

  private static String normalisation(Normalisation n) {
    return switch (n.kind()) {
      case Z_SCORE -> "mean 0 and deviation 1";
      case Z_SCORE_NONZERO -> "mean 0 and deviation 1 over non-zero voxels";
      case WINDOW -> String.format(Locale.ROOT, "window %.4g to %.4g", n.lower(), n.upper());
      case NONE -> "as it is";
    };
  }

  private static List<String> training(TrainingRecord record) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Training:   %s; %d of %d epochs, %d cases, %d to validate, seed %d, started %s",
            record.status(),
            record.epochs(),
            record.settings().epochs(),
            record.trainingCases(),
            record.validationCases(),
            record.settings().seed(),
            record.started()));
    record
        .best()
        .flatMap(epoch -> epoch.validation())
        .ifPresent(
            scores ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "Validation: Dice %.4f after epoch %d",
                        scores.mean(),
                        record.best().orElseThrow().epoch())));
    return lines;
  }
}
