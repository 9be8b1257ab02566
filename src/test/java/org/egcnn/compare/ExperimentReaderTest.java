/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.dataset.VoxelSize;
import org.egcnn.engine.EngineOptions;
import org.egcnn.evaluate.EmptyPolicy;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Size;
import org.egcnn.segment.Axis;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentReaderTest {
  private static final String EXPERIMENT =
      """
      {
        "name": "All keys",
        "data": "../volumes",
        "cases": {"folds": 3, "seed": 4},
        "backbones": ["seg-net", "v-net"],
        "seeds": [1, 7],
        "settings": {
          "edge_stream": true, "width": 8, "levels": 3, "crop": "16x24x32", "batch": 2, "epochs": 5,
          "learning_rate": 0.002, "rotation": 10, "mirror_axes": "xy"
        },
        "baseline": "plain",
        "variants": [
          {"name": "plain", "edge_stream": false},
          {"name": "edge stream"},
          {"name": "no gates", "gates": false, "fusion": "plain", "stop_gradients": "both", "precision": "bfloat16",
           "attention": "plain",
           "edge_from": 1, "edge_ramp": 2, "inner_edges": false, "average_weights": 0.9},
          {"name": "no consistency", "consistency": 0, "against": "edge stream"},
          {"name": "no edge loss", "edge_dice": 0, "edge_cross_entropy": 0, "temperature": 1,
           "cross_entropy": 1.5},
          {"name": "few cases", "training_cases": 20, "epochs": 40},
          {"name": "as long", "equal_time": true},
          {"name": "wider", "edge_stream": false, "wider_than": "edge stream"}
        ],
        "scoring": {
          "tolerance": 2, "empty_policy": "brats", "overlap": 0.25, "mirror": "x", "figures": true,
          "largest_component": true,
          "mean_name": "Mean",
          "regions": {"Kidneys": [1, 2], "Tumor": [2]}
        }
      }
      """;

  @TempDir Path folder;

  private Experiment read(String text) throws IOException {
    return ExperimentReader.read(Files.writeString(folder.resolve("experiment.json"), text));
  }

  @Test
  void readsEveryKey() throws IOException {
    Experiment experiment = read(EXPERIMENT);
    assertEquals("All keys", experiment.name());
    assertEquals(
        Optional.of(folder.resolve("../volumes").toAbsolutePath()),
        experiment.data().map(Path::toAbsolutePath));
    assertEquals(new CaseChoice(Optional.empty(), 3, 0.8, 4), experiment.cases());
    assertEquals(List.of(Backbone.SEG_NET, Backbone.V_NET), experiment.backbones());
    assertEquals(List.of(1L, 7L), experiment.seeds());
    assertEquals(
        new Scoring(
            EmptyPolicy.BRATS,
            2,
            0.25,
            Set.of(Axis.X),
            true,
            List.of(new LabelClass("Kidneys", List.of(1, 2), 1), new LabelClass("Tumor", 2)),
            Optional.of("Mean"),
            true),
        experiment.scoring());

    RunSettings plain = experiment.variant("plain").settings();
    assertTrue(plain.network().edgeStream().isEmpty());
    assertEquals(8, plain.network().width());
    assertEquals(3, plain.network().levels());
    assertEquals(new Size(16, 24, 32), plain.training().crop());
    assertEquals(2, plain.training().batch());
    assertEquals(5, plain.training().epochs());
    assertEquals(0.002, plain.training().learningRate());
    assertEquals(10, plain.training().augmentation().rotation());
    assertTrue(plain.training().augmentation().mirrorY());
    assertEquals(0.3, plain.training().augmentation().share());

    assertEquals(
        Optional.of(EdgeStream.standard()),
        experiment.variant("edge stream").settings().network().edgeStream());
    assertEquals(
        Optional.of(
            new EdgeStream(
                EdgeStream.Fusion.PLAIN,
                false,
                0,
                EdgeStream.Stop.BOTH,
                EdgeStream.Attention.PLAIN)),
        experiment.variant("no gates").settings().network().edgeStream());
    RunSettings ungated = experiment.variant("no gates").settings();
    assertEquals(Optional.of(EngineOptions.Precision.BFLOAT16), ungated.precision());
    assertEquals(Optional.empty(), plain.precision());
    assertEquals(1, ungated.training().edgeFrom());
    assertEquals(2, ungated.training().edgeRamp());
    assertEquals(0.9, ungated.training().averageDecay());
    assertFalse(ungated.losses().innerEdges());
    assertEquals(0, experiment.variant("no consistency").settings().losses().consistency());
    assertEquals(1, experiment.variant("no consistency").settings().losses().edgeDice());
    assertEquals(0, experiment.variant("no edge loss").settings().losses().edgeDice());
    assertEquals(1, experiment.variant("no edge loss").settings().losses().temperature());
    assertEquals(1.5, experiment.variant("no edge loss").settings().losses().crossEntropy());
    assertEquals(0, plain.losses().crossEntropy());
    assertEquals(20, experiment.variant("few cases").settings().trainingCases());
    assertEquals(40, experiment.variant("few cases").settings().training().epochs());
    assertTrue(experiment.variant("as long").equalTime());
    assertEquals(Optional.of("edge stream"), experiment.variant("wider").widerThan());
  }

  @Test
  void comparesWithTheBaselineUnlessToldOtherwise() throws IOException {
    Experiment experiment = read(EXPERIMENT);
    assertEquals(Optional.empty(), experiment.variant("plain").against());
    assertEquals(Optional.of("plain"), experiment.variant("wider").against());
    assertEquals(Optional.of("edge stream"), experiment.variant("no consistency").against());
  }

  @Test
  void ordersTheRunsSoThatTablesFillUpEvenly() throws IOException {
    List<RunKey> runs = read(EXPERIMENT).runs();
    assertEquals(2 * 3 * 2 * 8, runs.size());
    assertEquals("seg-net_plain_fold0_seed1", runs.get(0).name());
    assertEquals("seg-net_edge-stream_fold0_seed1", runs.get(1).name());
    assertEquals("v-net_plain_fold0_seed1", runs.get(8).name());
    assertEquals("seg-net_plain_fold1_seed1", runs.get(16).name());
    assertEquals("seg-net_plain_fold0_seed7", runs.get(48).name());
    assertEquals(runs.size(), runs.stream().map(RunKey::name).distinct().count());
  }

  /** Each replaces a part of the good file; the complaint names the file and the key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "name": "All keys",     |                          | name is missing. It must be a text
          "cases": {"folds": 3, "seed": 4}, |                | cases is missing. It must be an object
          "folds": 3              | "folds": 1               | cases: folds must be 0 or at least 2
          "folds": 3              | "split": "s.json"        | cases.seed has no effect beside split
          "folds": 3              | "fold": 3                | cases.fold is not known. There are folds, seed, split, training_share
          "v-net"                 | "w-net"                  | backbones is ["seg-net","w-net"], but must be a list of seg-net, u-net or v-net
          "v-net"                 | "seg-net"                | backbones holds "seg-net" twice
          [1, 7]                  | []                       | seeds is [], but must be a list of whole numbers
          [1, 7]                  | [1.5]                    | seeds is [1.5], but must be a list of whole numbers
          "crop": "16x24x32",     |                          | settings.crop is missing. Say a size
          "crop": "16x24x32"      | "crop": "16x24"          | settings.crop: '16x24' is not a size
          "epochs": 5,            | "epochs": "5",           | settings.epochs is "5", but must be a number
          "epochs": 5,            | "epochs": 0.5,           | settings.epochs is 0.5, but must be a whole number
          "epochs": 5,            | "epochs": 0,             | settings: epochs must be at least 1
          "epochs": 5,            | "epoch": 5,              | settings.epoch is not known. There are attention, augmentation_share
          "levels": 3             | "levels": 7              | settings: width must be at least 1 and levels between 2 and 6
          "mirror_axes": "xy"     | "mirror_axes": "ab"      | settings.mirror_axes: 'ab' is not a set of axes
          "baseline": "plain"     | "baseline": "none"       | baseline is 'none', which is no variant. There are plain, edge stream
          "edge_stream": false}   | "edge_stream": "no"}     | variants[0].edge_stream is "no", but must be true or false
          {"name": "edge stream"} | {"name": "plain"}        | variants[1].name 'plain' cannot be told from that of another
          {"name": "edge stream"} | {"edge_stream": true}    | variants[1].name is missing
          {"name": "edge stream"} | "edge stream"            | variants is [
          "gates": false          | "gate": false            | variants[2].gate is not known
          "fusion": "plain"       | "fusion": "sum"          | variants[2].fusion: 'sum' is none of zero-start, plain, convolved
          "gates": false          | "gates": false, "edge_stream": false | variants[2].fusion is set, but there is no edge stream
          "wider_than": "edge stream" | "consistency": 0, "wider_than": "edge stream" | variants[7].consistency is set, but there is no edge stream
          "edge_stream": true, "width": 8 | "width": 8, "edge_ramp": 1 | variants[2].fusion is set, but there is no edge stream
          "folds": 3, "seed": 4   | "folds": 3, "training_share": 0.5 | cases.training_share has no effect beside folds
          "against": "edge stream" | "against": "edges"      | variants[3].against is 'edges', which is no variant
          "consistency": 0        | "consistency": -1        | variants[3]: the weights of a loss must not be negative
          "temperature": 1        | "temperature": 0         | variants[4]: the temperature must be above 0
          "training_cases": 20    | "training_cases": -1     | variants[5]: training_cases must not be negative
          "equal_time": true      | "equal_time": true, "epochs": 3 | variants[6].equal_time is set beside epochs
          "wider_than": "edge stream" | "wider_than": "wider" | variants[7].wider_than is 'wider', which is no variant
          "wider_than": "edge stream" | "wider_than": "edge stream", "width": 9 | variants[7].width is set beside wider_than
          "wider_than": "edge stream" | "ensemble_of": "wider" | variants[7].ensemble_of is 'wider', which is no variant
          "wider_than": "edge stream" | "ensemble_of": "plain" | variants[7].edge_stream is set beside ensemble_of
          "name": "wider", "edge_stream": false, "wider_than": "edge stream" | "name": "a", "ensemble_of": "plain"}, {"name": "b", "ensemble_of": "a" | variants[8].name depends on a, which is an ensemble
          "empty_policy": "brats" | "empty_policy": "none"   | scoring.empty_policy: 'none' is none of brats, monai, nnunet
          "overlap": 0.25         | "overlap": 1             | scoring: overlap must be at least 0 and below 1
          "tolerance": 2          | "tolerance": -1          | scoring: tolerance must be 0 mm or more
          "Tumor": [2]            | "Tumor": [0]             | scoring.regions: class Tumor needs label values other than 0
          "Tumor": [2]            | "Tumor": ["two"]         | scoring.regions.Tumor is ["two"], but must be a list of label values
          "mean_name": "Mean"     | "mean_name": " "         | scoring: mean_name must not be empty
          "figures": true         | "figure": true           | scoring.figure is not known
          "seeds": [1, 7],        | "seeds": [1], "gpus": 2, | gpus is not known. There are backbones, baseline
          """)
  void refusesWhatCouldBeAMistake(String part, String replacement, String complaint) {
    assertTrue(EXPERIMENT.contains(part), part);
    String text = EXPERIMENT.replace(part, replacement == null ? "" : replacement);
    BadInputException e = assertThrows(BadInputException.class, () -> read(text));
    String expected = folder.resolve("experiment.json") + ": " + complaint;
    assertTrue(e.getMessage().startsWith(expected), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochz | 3    | training.epochz is not known. There are ",
        "gates  | yes  | training.gates: 'yes' is neither true nor false",
        "epochs | many | training.epochs: 'many' is no number"
      })
  void refusesAFaultyProtocol(String key, String value, String complaint) throws IOException {
    Path protocol =
        Files.writeString(
            folder.resolve("mine.json"),
            "{\"name\": \"Mine\", \"training\": {\"%s\": {\"value\": \"%s\", \"from\": \"choice\"}}}"
                .formatted(key, value));
    String text = EXPERIMENT.replace("\"seeds\"", "\"protocol\": \"mine.json\", \"seeds\"");
    BadInputException e = assertThrows(BadInputException.class, () -> read(text));
    assertTrue(
        e.getMessage().startsWith(protocol.toAbsolutePath() + ": " + complaint), e.getMessage());
  }

  /** Variants that differ in nothing would be trained as if they did. */
  @Test
  void lossesOfAStreamNeedOneInSomeVariant() throws IOException {
    String text =
        """
        {"name": "Losses", "cases": {"folds": 3}, "backbones": ["seg-net"], "seeds": [1],
         "settings": {"crop": "16x16x16", "consistency": 0.2},
         "variants": [{"name": "none"}, {"name": "other", "edge_stream": %s}]}
        """;
    assertEquals(
        0.2, read(text.formatted("true")).variants().get(1).settings().losses().consistency());
    assertTrue(
        assertThrows(BadInputException.class, () -> read(text.formatted("false")))
            .getMessage()
            .contains("settings.consistency is set, but there is no edge stream"));
  }

  @Test
  void refusesAProtocolThatJudgesByWhatIsNotKnown() throws IOException {
    Path protocol =
        Files.writeString(
            folder.resolve("mine.json"),
            """
            {"name": "Mine", "evaluation": {"tolerence": {"value": 2, "from": "choice"}}}
            """);
    String text = EXPERIMENT.replace("\"seeds\"", "\"protocol\": \"mine.json\", \"seeds\"");
    assertEquals(
        protocol.toAbsolutePath()
            + ": evaluation.tolerence is not known. There are empty-policy, mean-name, regions,"
            + " tolerance",
        assertThrows(BadInputException.class, () -> read(text)).getMessage());
  }

  @Test
  void regionsThatDoNotSuitTheDataAreRefused() throws IOException {
    Scoring scoring = read(EXPERIMENT).scoring();
    scoring.requireFor(
        new Labels(true, List.of(new LabelClass("one", 1), new LabelClass("two", 2))));
    Labels third = new Labels(true, List.of(new LabelClass("one", 1), new LabelClass("three", 3)));
    assertEquals(
        "scoring.regions leaves out the label values [3]. Name a region for each",
        assertThrows(BadInputException.class, () -> scoring.requireFor(third)).getMessage());
    String text = EXPERIMENT.replace("\"mean_name\": \"Mean\"", "\"mean_name\": \"Tumor\"");
    Scoring twice = read(text).scoring();
    Labels labels = new Labels(true, List.of(new LabelClass("one", 1), new LabelClass("two", 2)));
    assertTrue(
        assertThrows(BadInputException.class, () -> twice.requireFor(labels))
            .getMessage()
            .contains("the class name 'Tumor' stands for something else"));
  }

  @Test
  void aSplitFileBesideTheExperimentComesBeforeTheDatasets() throws IOException {
    String text = EXPERIMENT.replace("\"seed\": 4", "\"split\": \"own.json\"");
    assertEquals(Optional.of(Path.of("own.json")), read(text).cases().file());
    Path own = Files.writeString(folder.resolve("own.json"), "{}");
    assertEquals(Optional.of(own.toAbsolutePath()), read(text).cases().file());
  }

  @Test
  void refusesFilesThatHoldNoExperiment() {
    assertTrue(
        assertThrows(BadInputException.class, () -> read("[]"))
            .getMessage()
            .contains("holds no JSON object"));
    assertTrue(
        assertThrows(BadInputException.class, () -> read("{\"name\": "))
            .getMessage()
            .contains("is not valid JSON"));
    Path missing = folder.resolve("missing.json");
    assertTrue(
        assertThrows(BadInputException.class, () -> ExperimentReader.read(missing))
            .getMessage()
            .startsWith(missing + ": there is no such file"));
  }

  @Test
  void aProtocolGivesWhatIsNotNamed() throws IOException {
    Experiment experiment =
        read(
            """
            {
              "name": "By protocol",
              "protocol": "kits2019",
              "cases": {"training_share": 0.8, "seed": 1},
              "backbones": ["u-net"],
              "seeds": [1],
              "settings": {"width": 4, "mirror_axes": "x"},
              "variants": [
                {"name": "none", "edge_stream": false},
                {"name": "coarse", "spacing": "2,2,4", "normalisation": "z-score"}
              ],
              "scoring": {"tolerance": 3}
            }
            """);
    RunSettings plain = experiment.variant("none").settings();
    assertEquals(4, plain.network().width());
    assertEquals(new Size(176, 176, 176), plain.training().crop());
    assertEquals(300, plain.training().epochs());
    assertEquals(1e-4, plain.training().learningRate());
    assertTrue(plain.training().contentCrops());
    assertTrue(plain.training().augmentation().mirrorX());
    assertFalse(plain.training().augmentation().mirrorY());
    assertEquals(
        new PreprocessingChoice(
            Optional.of(VoxelSize.parse("1")),
            Optional.of(List.of(Normalisation.window(-1000, 1000)))),
        plain.preprocessing());
    assertEquals(
        new PreprocessingChoice(
            Optional.of(VoxelSize.parse("2,2,4")),
            Optional.of(List.of(Normalisation.of(Normalisation.Kind.Z_SCORE)))),
        experiment.variant("coarse").settings().preprocessing());
    assertEquals(
        List.of(
            new LabelClass("Kidneys", List.of(1, 2), 1), new LabelClass("Tumor", List.of(2), 2)),
        experiment.scoring().regions());
    assertEquals(3, experiment.scoring().toleranceMm());
  }

  @Test
  void aProtocolOfOnesOwnLiesBesideTheExperiment() throws IOException {
    Files.writeString(
        folder.resolve("mine.json"),
        Files.readString(Path.of("docs/protocols/brats2019.json"))
            .replace("128x192x160", "32x32x32"));
    String text = EXPERIMENT.replace("\"cases\"", "\"protocol\": \"mine.json\", \"cases\"");
    RunSettings settings =
        read(text.replace("\"crop\": \"16x24x32\", ", "")).variant("plain").settings();
    assertEquals(new Size(32, 32, 32), settings.training().crop());
    assertEquals(5, settings.training().epochs());
    assertThrows(BadInputException.class, () -> read(text.replace("mine.json", "missing.json")));
    assertThrows(BadInputException.class, () -> read(text.replace("mine.json", "brats1066")));
  }

  @Test
  void readsTheExamplesOfTheGuide() throws IOException {
    List<RunKey> runs = ExperimentReader.read(Path.of("docs/experiments/hippocampus.json")).runs();
    assertEquals(
        List.of(
            "seg-net_none_seed1",
            "seg-net_edge-stream_seed1",
            "seg-net_wider_seed1",
            "seg-net_none_seed2",
            "seg-net_edge-stream_seed2",
            "seg-net_wider_seed2"),
        runs.stream().map(RunKey::name).toList());
    assertEquals(
        10, ExperimentReader.read(Path.of("docs/experiments/ablations.json")).variants().size());
    for (String paper : List.of("brats2019", "kits2019")) {
      Experiment table = ExperimentReader.read(Path.of("docs/experiments", paper + ".json"));
      assertEquals(3 * 3 * 2, table.runs().size());
      assertEquals(32, table.variant("edge stream").settings().network().width());
      assertEquals(8, table.variant("none").settings().training().batch());
    }
  }
}
