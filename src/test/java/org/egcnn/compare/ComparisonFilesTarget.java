/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.egcnn.evaluate.Metric;
import org.egcnn.fuzz.FuzzTarget;
import org.egcnn.model.Json;

/**
 * What a comparison reads: 0 an experiment; 1 the summary of an evaluation; 2 a training's
 * history.csv; 3 the result of a run; 4 times of steps.
 */
public final class ComparisonFilesTarget implements FuzzTarget {
  private static final int FORMS = 5;

  @Override
  public String name() {
    return "comparison";
  }

  @Override
  public List<byte[]> seeds(Path scratch) {
    String metrics =
        Arrays.stream(Metric.values())
            .map(metric -> '"' + metric.key() + "\": 0.5")
            .collect(Collectors.joining(", "));
    return List.of(
        FuzzTarget.input(
            0,
            """
            {"name": "All keys", "data": "volumes", "cases": {"folds": 3, "seed": 4},
             "backbones": ["seg-net", "v-net"], "seeds": [1, 7],
             "settings": {"edge_stream": true, "width": 8, "levels": 3, "crop": "16x24x32", "epochs": 5,
               "learning_rate": 0.002, "rotation": 10, "mirror_axes": "xy"},
             "baseline": "plain",
             "variants": [{"name": "plain", "edge_stream": false}, {"name": "edge stream"},
               {"name": "no gates", "gates": false, "fusion": "plain", "against": "edge stream"},
               {"name": "as long", "equal_time": true},
               {"name": "wider", "edge_stream": false, "wider_than": "edge stream"}],
             "scoring": {"tolerance": 2, "empty_policy": "brats", "mirror": "x",
               "mean_name": "Mean", "regions": {"Kidneys": [1, 2], "Tumor": [2]}}}
            """),
        FuzzTarget.input(
            0,
            """
            {"name": "P", "protocol": "brats2019", "cases": {"training_share": 0.8},
             "backbones": ["u-net"], "seeds": [1], "settings": {}, "variants": [{"name": "none"}]}
            """),
        FuzzTarget.input(
            1,
            "{\"classes\": [\"kidney\"], \"cases\": [{\"name\": \"a\", \"classes\": {\"kidney\": {"
                + metrics
                + "}}}]}"),
        FuzzTarget.input(
            2,
            "epoch,learning_rate,loss,loss_semantic,loss_edge,loss_consistency,gradient_norm,"
                + "seconds,dice_mean,dice_a,validation_seconds\n"
                + "1,0.001,1.5,0.9,0.5,0.1,2,10.0,,,\n2,0.001,1.2,0.7,0.4,0.1,2,9.0,0.8,0.8,5.0\n"),
        FuzzTarget.input(
            3,
            "{\"finished\": \"2026\", \"environment\": {\"software\": \"a\", \"commit\": \"b\","
                + "\"engine\": \"c\", \"java\": \"d\", \"system\": \"e\", \"processors\": 2},"
                + "\"parameters\": 1, \"trainingBytes\": 2, \"epochs\": 3, \"bestEpoch\": 4,"
                + "\"secondsPerEpoch\": 5, \"trainingSeconds\": 6}"),
        FuzzTarget.input(4, "{\"measured\": []}"));
  }

  @Override
  public Reading place(byte[] input, Path folder) throws IOException {
    byte[] content = FuzzTarget.content(input);
    int form = FuzzTarget.form(input, FORMS);
    Path file = Files.write(folder.resolve("file-" + form), content);
    return new Reading(
        folder.toString(),
        () -> {
          switch (form) {
            case 0 -> ExperimentReader.read(file);
            case 1 -> {
              SavedScores scores = SavedScores.read(file);
              scores.cases().keySet().forEach(name -> scores.mean(name, Metric.DICE));
            }
            case 2 -> SavedHistory.read(file).medianSeconds();
            case 3 -> Json.read(file, RunResult.class).environment().system().length();
            default -> new StepTimes(null, null, Optional.of(file), false);
          }
        });
  }
}
