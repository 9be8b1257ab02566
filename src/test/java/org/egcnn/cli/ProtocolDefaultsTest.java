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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.dataset.VoxelSize;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Size;
import org.egcnn.train.AugmentationSettings;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.Protocol;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingSettings;
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
            .augmentation(new AugmentationSettings(true, true, true, 0.1, 0.1, 0, 0, 0, 0, 0))
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
  void theHelpShowsTheProtocolsDefaults() {
    String help =
        CliRun.of("train", "--protocol=kits2019", "--help")
            .successful()
            .out()
            .replaceAll("\\s+", " ");
    assertTrue(help.contains("Crops in a step. Default: 8"), help);
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
    // which run of an experiment it is, what follows from the backbone or from other settings
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
            "recompute"));
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
        "'training': {'epochs': {'value': 'many', 'from': 'paper'}} | training.epochs: Invalid value",
        "'training': {'epochs': {'value': 3, 'from': 'me'}} | training.epochs.from is \"me\"",
        "'training': {'epochs': {'value': [3], 'from': 'paper'}} | training.epochs.value is missing",
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

  private static TrainingOptions train(String... options) throws Exception {
    List<String> args = new ArrayList<>(List.of("train", "--data=d", "--out=o"));
    args.addAll(Arrays.asList(options));
    CommandLine line = Main.commandLine(new Main(null));
    ProtocolDefaults.install(line, args.toArray(String[]::new));
    line.parseArgs(args.toArray(String[]::new));
    TrainCommand train = line.getSubcommands().get("train").getCommand();
    return train.options();
  }

  private static TrainingSettings settings(TrainingOptions options) {
    return options.settings().apply(TrainingSettings.builder(new Size(1, 1, 1))).build();
  }
}
