/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.dataset.VoxelSize;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.Json;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Size;
import org.egcnn.train.AugmentationSettings;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.Protocol;
import org.egcnn.train.ProtocolTraining;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingSettings;
import org.egcnn.train.TrainingSettingsBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ProtocolDefaultsTest {
  @TempDir Path folder;

  @Test
  void thePapersBratsSettings() throws Exception {
    TrainingOptions options = train("--protocol=brats2019");
    assertEquals(Optional.of(new Size(128, 192, 160)), options.crop());
    assertEquals(
        new PreprocessingChoice(
            Optional.of(new VoxelSize(Optional.empty())),
            Optional.of(List.of(Normalisation.of(Normalisation.Kind.Z_SCORE_NONZERO)))),
        options.preprocessing());
    requireCommon(options);
  }

  @Test
  void thePapersKitsSettings() throws Exception {
    TrainingOptions options = train("--protocol=kits2019");
    assertEquals(Optional.of(new Size(176, 176, 176)), options.crop());
    assertEquals(
        new PreprocessingChoice(
            Optional.of(new VoxelSize(Optional.of(List.of(1.0, 1.0, 1.0)))),
            Optional.of(List.of(Normalisation.window(-1000, 1000)))),
        options.preprocessing());
    requireCommon(options);
  }

  private static void requireCommon(TrainingOptions options) {
    assertEquals(8, options.batch());
    assertEquals(
        new NetworkChoice(
            Backbone.SEG_NET, Optional.of(EdgeStream.standard()), 32, 4, OptionalInt.empty()),
        options.network());
    assertEquals(LossSettings.standard(), options.losses());
    assertEquals(SplitChoice.random(1), options.split());
    TrainingSettings settings = settings(options);
    assertEquals(
        TrainingSettings.builder(new Size(1, 1, 1))
            .epochs(300)
            .learningRate(1e-4)
            .decayPower(0.9)
            .contentCrops(true)
            .augmentation(new AugmentationSettings(true, true, true, 0.1, 0.1, 0, 0, 0, 0, 0, 0))
            .build(),
        settings);
  }

  @Test
  void optionsThatAreGivenComeFirstWhereverTheyStand() throws Exception {
    TrainingOptions options =
        train("--epochs=7", "--no-edge-stream", "--protocol", "brats2019", "--mirror-axes=none");
    assertEquals(7, settings(options).epochs());
    assertTrue(options.network().edgeStream().isEmpty());
    assertFalse(settings(options).augmentation().mirrorX());
    assertEquals(8, options.batch());
    assertFalse(settings(train("--protocol=brats2019", "--no-content-crops")).contentCrops());
  }

  @Test
  void anOptionOfTheProgramMayComeBeforeTheCommand() {
    String help =
        CliRun.of("--verbose", "train", "--protocol=kits2019", "--help").successful().out();
    assertTrue(help.contains("Default: 176x176x176"), help);
  }

  /** Both parsers read files of arguments. */
  @Test
  void theCommandMayStandInAFileOfArguments() throws Exception {
    Path file = Files.writeString(folder.resolve("job.txt"), "train --protocol=kits2019 --help");
    String help = CliRun.of("@" + file).successful().out();
    assertTrue(help.contains("Default: 176x176x176"), help);
  }

  @Test
  void aProtocolsEdgeSettingsNeedAStream() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mine.json"),
            "{\"name\": \"Mine\", \"training\": {\"consistency\": {\"value\": 0.2, \"from\":"
                + " \"choice\"}}}");
    CliRun run = CliRun.of("train", "--data=d", "--out=o", "--protocol", file);
    assertEquals(2, run.code());
    assertTrue(
        run.complaint().startsWith("The protocol sets consistency, but no edge-stream"), run.err());
    assertTrue(train("--protocol=" + file, "--edge-stream").network().edgeStream().isPresent());
    assertTrue(train("--protocol=" + file, "--no-edge-stream").network().edgeStream().isEmpty());
  }

  @Test
  void theHelpShowsTheProtocolsDefaults() {
    String help =
        CliRun.of("train", "--protocol=kits2019", "--help")
            .successful()
            .out()
            .replaceAll("\\s+", " ");
    assertTrue(help.contains("one for each process. Default: 8"), help);
    assertTrue(help.contains("Default: 176x176x176"), help);
  }

  @Test
  void aProtocolIsDescribed() {
    String words = CliRun.of("info", "--protocol=brats2019").successful().out();
    assertTrue(words.startsWith("BraTS 2019"), words);
    assertTrue(words.matches("(?s).*\\R  --epochs +300 +related\\R.*"), words);
    assertTrue(words.matches("(?s).*eg-cnn evaluate.*--empty-policy +brats +related +as the.*"));
    String json = CliRun.of("info", "--protocol=brats2019", "--json").successful().out();
    assertTrue(json.contains("\"training\": {"), json);
    assertEquals(2, CliRun.of("info", "--protocol=brats2019", "--model=m").code());
  }

  /** Every setting of the paper is said, so that a change of a default changes no protocol. */
  @ParameterizedTest
  @ValueSource(strings = {"brats2019", "kits2019"})
  void protocolsNameEveryOptionThatDecidesAboutAResult(String name) throws Exception {
    CommandLine train = Main.commandLine(new Main(null)).getSubcommands().get("train");
    TreeSet<String> options = inProtocols(train);
    // which run of an experiment it is, what follows from the backbone or from other settings,
    // and what changes no result
    options.removeAll(
        List.of(
            "split",
            "folds",
            "fold",
            "seed",
            "kernel",
            "augmentation-share",
            "checkpoint-seconds",
            "checkpoints-kept",
            "recompute",
            "inspect-every"));
    assertEquals(options, new TreeSet<>(Protocol.open(name).training().keySet()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'training': {'epochz': {'value': 3, 'from': 'paper'}} | training.epochz is not known",
        "'training': {'data': {'value': 'd', 'from': 'paper'}} | training.data is not known",
        "'training': {'threads': {'value': 1, 'from': 'choice'}} | training.threads is not known",
        "'evaluation': {'figures': {'value': 1, 'from': 'choice'}} | evaluation.figures is not",
        "'training': {'epochs': {'value': 'many', 'from': 'paper'}} | training.epochs: Invalid"
            + " value",
        "'training': {'epochs': {'value': 3, 'from': 'me'}} | training.epochs.from is \"me\"",
        "'training': {'epochs': {'value': [3], 'from': 'paper'}} | training.epochs.value is"
            + " missing",
        "'training': {'epochs': {'valu': 3, 'from': 'paper'}} | training.epochs.valu is not known",
        "'training': {'epochs': 3} | training.epochs is no JSON object",
        "'trainin': {} | trainin is not known. There are name, about, sources, training"
      })
  void faultyFilesAreNamedWithTheKey(String content, String complaint) throws Exception {
    Path file = folder.resolve("mine.json");
    Files.writeString(file, "{\"name\": \"Mine\", " + content.replace('\'', '"') + "}");
    CliRun run = CliRun.of("train", "--data=d", "--out=o", "--protocol", file);
    assertEquals(2, run.code());
    assertTrue(run.complaint().startsWith(file + ": "), run.err());
    assertTrue(run.complaint().contains(complaint), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void aFileNeedsAName() throws Exception {
    Path file = Files.writeString(folder.resolve("mine.json"), "{}");
    CliRun run = CliRun.of("evaluate", "--pred=p", "--ref=r", "--out=o", "--protocol", file);
    assertTrue(run.complaint().contains("name is missing"), run.err());
  }

  /** Fiji has no parser of options; it reads a protocol by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"brats2019", "kits2019", "other"})
  void isReadAlikeWithoutTheCommandLine(String name) throws Exception {
    String protocol = name;
    if (name.equals("other")) {
      protocol = Files.writeString(folder.resolve("other.json"), everythingOtherwise()).toString();
    }
    TrainingOptions options = train("--protocol=" + protocol);
    ProtocolTraining read = ProtocolTraining.of(Protocol.open(protocol));
    assertEquals(options.network(), read.network());
    assertEquals(options.losses(), read.losses());
    assertEquals(options.preprocessing(), read.preprocessing());
    assertEquals(options.crop(), read.crop());
    assertEquals(options.batch(), read.batch());
    assertEquals(options.split(), read.split());
    assertEquals(options.engine().recomputation(), read.recomputation());
    TrainingSettingsBuilder builder =
        TrainingSettings.builder(new Size(1, 1, 1))
            .augmentation(read.augmentation())
            .seed(read.split().seed());
    read.course().accept(builder);
    assertEquals(settings(options), builder.build());
  }

  /** A protocol with every option there is, none as it is by default. */
  private static String everythingOtherwise() {
    Map<String, Object> values = new LinkedHashMap<>();
    Object[] pairs = {
      "split",
      "s.json",
      "training-share",
      0.7,
      "folds",
      4,
      "fold",
      2,
      "spacing",
      "1,2,3",
      "normalisation",
      "z-score,none",
      "backbone",
      "v-net",
      "edge-stream",
      true,
      "fusion",
      "plain",
      "gates",
      false,
      "edge-width",
      4,
      "width",
      6,
      "levels",
      3,
      "kernel",
      3,
      "crop",
      "8x16x24",
      "batch",
      3,
      "epochs",
      7,
      "steps-per-epoch",
      9,
      "learning-rate",
      0.5,
      "decay-power",
      0.7,
      "warm-up",
      2,
      "clip-norm",
      1.5,
      "foreground-share",
      0.25,
      "content-crops",
      true,
      "validate-every",
      3,
      "validation-overlap",
      0.125,
      "patience",
      5,
      "seed",
      8,
      "checkpoint-seconds",
      11,
      "checkpoints-kept",
      4,
      "recompute",
      "always",
      "mirror-axes",
      "yz",
      "intensity-shift",
      0.3,
      "intensity-scale",
      0.4,
      "rotation",
      20,
      "zoom",
      0.2,
      "deformation",
      1.5,
      "noise",
      0.6,
      "gamma",
      0.7,
      "augmentation-share",
      0.9,
      "inspect-every",
      4,
      "average-weights",
      0.99,
      "edge-from",
      2,
      "edge-ramp",
      3,
      "inner-edges",
      false,
      "stop-gradients",
      "into-edge",
      "attention",
      "plain",
      "cross-entropy",
      1.5,
      "edge-dice",
      2,
      "edge-cross-entropy",
      3,
      "consistency",
      4,
      "temperature",
      0.8,
      "edge-threshold",
      0.01,
      "weight-decay",
      0.001
    };
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], Map.of("value", pairs[i + 1], "from", "choice"));
    }
    CommandLine train = Main.commandLine(new Main(null)).getSubcommands().get("train");
    assertEquals(inProtocols(train), values.keySet());
    return Json.toText(Map.of("name", "Other", "training", values));
  }

  private static TreeSet<String> inProtocols(CommandLine train) {
    TreeSet<String> options = new TreeSet<>();
    train
        .getCommandSpec()
        .mixins()
        .values()
        .forEach(
            mixin -> {
              if (mixin.userObject() instanceof OptionGroup group && group.inProtocols()) {
                mixin.options().forEach(o -> options.add(o.longestName().substring(2)));
              }
            });
    return options;
  }

  private static TrainingOptions train(String... options) throws Exception {
    List<String> args = new ArrayList<>(List.of("train", "--data=d", "--out=o"));
    args.addAll(Arrays.asList(options));
    CommandLine line = Main.commandLine(new Main(null));
    ProtocolDefaults.install(line, args.toArray(String[]::new));
    line.parseArgs(args.toArray(String[]::new));
    TrainCommand train = line.getSubcommands().get("train").getCommand();
    return train.options(1);
  }

  private static TrainingSettings settings(TrainingOptions options) {
    return options.settings().apply(TrainingSettings.builder(new Size(1, 1, 1))).build();
  }
}
