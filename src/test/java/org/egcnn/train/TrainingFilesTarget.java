/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.StepLosses;
import org.egcnn.fuzz.FuzzTarget;
import org.egcnn.model.Json;
import org.egcnn.model.Safetensors;
import org.egcnn.model.WeightTensor;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;

/**
 * What a training leaves in a model folder: 0 a checkpoint's description; 1 training.json; 2 a
 * protocol's file.
 */
public final class TrainingFilesTarget implements FuzzTarget {
  private static final int FORMS = 3;
  private static final String STATE = "epoch-00000-step-000001.safetensors";

  @Override
  public String name() {
    return "training";
  }

  @Override
  public List<byte[]> seeds(Path scratch) throws Exception {
    new CheckpointStore(scratch, 1)
        .save(
            Jobs.card(),
            Jobs.settings().build(),
            "data",
            Progress.START.plus(new StepLosses(1, 2, 3, 4, 5), 0.5),
            state());
    TrainingRecord trainingRecord =
        new TrainingRecord(
            "finished",
            "2026-01-01T00:00:00Z",
            Optional.empty(),
            Environment.of("test", "none", EngineOptions.Precision.BFLOAT16),
            Jobs.settings().build(),
            "abc",
            1,
            1,
            2,
            3,
            0.5,
            Optional.empty(),
            Optional.of(
                new EpochRecord(
                    1,
                    1e-3,
                    new StepLosses(1, 2, 3, 4, 5),
                    6,
                    Optional.of(new ValidationScores(List.of(0.5, 0.25), 3)))));
    try (Stream<Path> files = Files.list(scratch)) {
      Path description =
          files.filter(f -> f.toString().endsWith(".json")).findFirst().orElseThrow();
      return List.of(
          FuzzTarget.input(0, Files.readAllBytes(description)),
          FuzzTarget.input(1, Json.toText(trainingRecord)),
          FuzzTarget.input(
              2,
              """
              {"name": "P", "about": "a", "sources": {"paper": "b"},
               "training": {"epochs": {"value": 300, "from": "related", "note": "c"}},
               "evaluation": {"empty-policy": {"value": "brats", "from": "choice"}}}
              """));
    }
  }

  private static Map<String, WeightTensor> state() {
    return Map.of("w", new WeightTensor(new long[] {1}, new float[] {1}));
  }

  @Override
  public Reading place(byte[] input, Path folder) throws IOException {
    byte[] content = FuzzTarget.content(input);
    switch (FuzzTarget.form(input, FORMS)) {
      case 0 -> {
        Path checkpoints = Files.createDirectories(folder.resolve("checkpoint"));
        Path state = checkpoints.resolve(STATE);
        // A damaged checkpoint is removed, its state too.
        if (!Files.exists(state)) {
          Safetensors.write(state, state(), Map.of("model", Jobs.card().name()));
        }
        Files.write(checkpoints.resolve(STATE.replace(".safetensors", ".json")), content);
        return new Reading(folder.toString(), () -> readCheckpoint(checkpoints));
      }
      case 1 -> {
        Path file = Files.write(folder.resolve("training.json"), content);
        return new Reading(
            file.toString(),
            () -> {
              TrainingRecord read = Json.read(file, TrainingRecord.class);
              read.settings().crop().voxels();
              read.best().flatMap(EpochRecord::validation).map(ValidationScores::mean);
            });
      }
      default -> {
        Path file = Files.write(folder.resolve("protocol.json"), content);
        return new Reading(
            file.toString(), () -> Protocol.open(file.toString()).count(Protocol.Origin.PAPER));
      }
    }
  }

  private static void readCheckpoint(Path folder) throws IOException {
    Checkpoint read = new CheckpointStore(folder, 1).newest(TaskListener.SILENT).orElseThrow();
    if (read.description().progress().epoch() < 0) {
      throw new BadInputException("cannot be");
    }
    read.description().progress().history().best();
  }
}
