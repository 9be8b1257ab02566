/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.dataset.VoxelSize;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.train.AugmentationSettings;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

  @ParameterizedTest
  @ValueSource(strings = {"train", "segment", "evaluate", "edges", "example", "info"})
  void everyCommandExplainsItself(String command) {
    CliRun help = CliRun.of(command, "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().startsWith("Usage: eg-cnn " + command), help.out());
    assertTrue(help.out().contains("Exit codes: 0 success"), help.out());
    assertEquals("", help.err());
    CliRun version = CliRun.of(command, "--version");
    assertEquals(0, version.code());
    assertTrue(version.out().startsWith("EG-CNN for Fiji "), version.out());
  }

  @Test
  void theHelpShowsDefaultsAndSections() {
    String help = CliRun.of("train", "--help").out().replaceAll("\\s+", " ");
    assertTrue(help.contains("--width=N Channels at the finest resolution"), help);
    assertTrue(help.contains("doubled at each lower one. Default: 16"), help);
    assertTrue(help.contains("zero-start, plain or convolved. Default: zero-start"), help);
    for (String section :
        List.of("Cases:", "Network:", "Training:", "Augmentation:", "Loss:", "Computing:")) {
      assertEquals(2, help.split(section, -1).length, section);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                                 | a command is missing, such as train",
        "trian                                            | Unmatched argument at index 0: 'trian'",
        "info --modle=x                                   | Unknown option: '--modle=x'",
        "train --data=d                                   | Missing required option:"
            + " '--out=FOLDER'",
        "train --data=d --out=o --epochs=many             | Invalid value for option '--epochs'",
        "train --data=d --out=o --crop=8x8                | '8x8' is not a size such as 96x96x96",
        "train --data=d --out=o --backbone=resnet         | there are seg-net, u-net and v-net",
        "train --data=d --out=o --fusion=sum              | none of zero-start, plain, convolved",
        "train --data=d --out=o --mirror-axes=w           | 'w' is not a set of axes such as xyz",
        "train --data=d --out=o --rotation=200            | rotation must be between 0 and 180",
        "train --data=d --out=o --edge-stream --temperature=0 | the temperature must be above 0",
        "train --data=d --out=o --spacing=wide            | 'wide' is no voxel size",
        "train --data=d --out=o --spacing=1,2             | one or three numbers of mm above 0",
        "train --data=d --out=o --spacing=0               | one or three numbers of mm above 0",
        "train --data=d --out=o --normalisation=window    | none of z-score, z-score-nonzero",
        "train --data=d --out=o --normalisation=window:1:0 | a window needs lower < upper",
        "train --data=d --out=o --protocol=acdc           | There is no protocol 'acdc'",
        "train --data=d --out=o --protocol=no.json        | no.json: there is no such file",
        "train --data=d --out=o --protocol                | Missing required parameter",
        "evaluate --pred=p --ref=r --out=o --regions=WT   | 'WT' is no region: write it as NAME=1",
        "evaluate --pred=p --ref=r --out=o --regions=a=0  | '0' is not a label value from 1",
        "train --data=d --out=o --threads=-1              | --threads must be 0 or more",
        "train --data=d --out=o --resume --overwrite      | exclude each other",
        "train --data=d --out=o --edge-width=4            | --edge-width is given, but there is no edge",
        "train --data=d --out=o --resume --edge-width=4   | --edge-width is given, but there is no edge",
        "train --data=d --out=o --no-gates                | --gates is given, but there is no edge stream",
        "train --data=d --out=o --consistency=1           | there is no edge stream: add --edge-stream",
        "segment --model=m --in=i --out=o --overlap=1     | the overlap must be at least 0",
        "segment --model=m --in=i --out=o --outputs=masks | none of labels, probabilities, edges",
        "evaluate --pred=p --ref=r --out=o --tolerance=-1 | the tolerance must be 0 mm or more",
        "evaluate --pred=p --ref=r --out=o --threads=-1   | at least 1 thread is needed",
        "evaluate --pred=p --ref=r --out=o --empty-policy=x | none of brats, monai, nnunet",
        "edges --in=i --out=o --labels=0                  | '0' is not a label value from 1",
        "edges --in=i --out=o --threshold=-1              | --threshold must be 0 or more",
        "example --out=o --size=8x8x8                     | must be from 16 to 512 voxels",
        "example --out=o --spacing=1,2                    | the spacing must be three numbers"
      })
  void badUsageIsTwoAndOneLine(String args, String complaint) {
    CliRun run = CliRun.of((Object[]) (args == null ? new String[0] : args.trim().split(" +")));
    assertEquals(2, run.code());
    assertTrue(run.complaint().contains(complaint), run.err());
    assertTrue(run.err().lines().count() <= 2, run.err());
    assertEquals("", run.out());
  }

  @Test
  void aMistypedCommandIsSuggested() {
    assertTrue(CliRun.of("trian").err().contains("eg-cnn train"));
    assertTrue(CliRun.of("train").err().contains("Try 'eg-cnn train --help'"));
  }

  @Test
  void withoutOptionsATrainingHasItsStandardSettings() throws Exception {
    TrainingOptions expected = TrainingOptions.standard(Path.of("d"), Path.of("o"));
    TrainingOptions parsed = parsed("--data=d", "--out=o");
    assertEquals(settings(expected), settings(parsed));
    assertEquals(
        new TrainingOptions(
            expected.data(),
            expected.out(),
            expected.mode(),
            expected.split(),
            expected.network(),
            expected.losses(),
            expected.crop(),
            expected.batch(),
            parsed.settings(),
            expected.engine()),
        parsed);
  }

  @Test
  void aShareNeedsASplitThatIsDrawn() throws Exception {
    assertEquals(
        new SplitChoice(Optional.empty(), 0, 0, 0.7, 1),
        parsed("--data=d", "--out=o", "--training-share=0.7").split());
    for (String other : List.of("--split=s.json", "--folds=5")) {
      BadInputException e =
          assertThrows(
              BadInputException.class,
              () -> parsed("--data=d", "--out=o", "--training-share=0.7", other));
      assertTrue(e.getMessage().startsWith("--training-share has no effect"), e.getMessage());
    }
  }

  @Test
  void everyOptionOfATrainingHasItsEffect() throws Exception {
    TrainingOptions parsed =
        parsed(
            ("--data=d --out=o --overwrite --split=s.json --folds=5 --fold=2"
                    + " --backbone=v-net --edge-stream --fusion=convolved --no-gates --width=6 --levels=3 --kernel=3"
                    + " --cross-entropy=1.5 --edge-dice=2 --edge-cross-entropy=3 --consistency=4"
                    + " --temperature=5 --edge-threshold=6 --weight-decay=7 --crop=8x16x24 --batch=3"
                    + " --threads=2 --device=cpu --epochs=11 --steps-per-epoch=12 --learning-rate=0.13"
                    + " --decay-power=1.4 --warm-up=5 --clip-norm=16 --average-weights=0.165"
                    + " --edge-from=166 --edge-ramp=167 --no-inner-edges --stop-gradients=into-main --attention=plain"
                    + " --foreground-share=0.17 --content-crops --spacing=1,2,3.5"
                    + " --normalisation=window:-5:6,none --mirror-axes=xz --intensity-shift=0.18"
                    + " --intensity-scale=0.19 --rotation=20 --zoom=0.21 --deformation=0.215 --noise=0.22 --gamma=0.23"
                    + " --augmentation-share=0.24 --validate-every=25 --validation-overlap=0.26"
                    + " --patience=27 --seed=28 --checkpoints-kept=29 --checkpoint-seconds=30.5"
                    + " --inspect-every=31")
                .split(" "));
    assertEquals(TrainingJob.Mode.OVERWRITE, parsed.mode());
    assertEquals(new SplitChoice(Optional.of(Path.of("s.json")), 5, 2, 0.8, 28), parsed.split());
    EdgeStream stream =
        new EdgeStream(
            EdgeStream.Fusion.CONVOLVED,
            false,
            0,
            EdgeStream.Stop.INTO_MAIN,
            EdgeStream.Attention.PLAIN);
    assertEquals(
        new NetworkChoice(Backbone.V_NET, Optional.of(stream), 6, 3, OptionalInt.of(3)),
        parsed.network());
    assertEquals(
        new LossSettings(1.5, 2, 3, 4, 5, 6, false, 7, List.of(1.0, 1.0, 1.0)), parsed.losses());
    assertEquals(Optional.of(new Size(8, 16, 24)), parsed.crop());
    assertEquals(3, parsed.batch());
    assertEquals(new EngineOptions(2, "cpu"), parsed.engine());
    assertEquals(
        new PreprocessingChoice(
            Optional.of(new VoxelSize(Optional.of(List.of(1.0, 2.0, 3.5)))),
            Optional.of(
                List.of(Normalisation.window(-5, 6), Normalisation.of(Normalisation.Kind.NONE)))),
        parsed.preprocessing());
    TrainingSettings settings = settings(parsed);
    assertEquals(
        new TrainingSettings(
            settings.crop(),
            settings.batch(),
            11,
            12,
            0.13,
            1.4,
            5,
            16,
            0.165,
            166,
            167,
            0.17,
            true,
            new AugmentationSettings(
                true, false, true, 0.18, 0.19, 20, 0.21, 0.215, 0.22, 0.23, 0.24),
            25,
            0.26,
            27,
            28,
            29,
            30.5,
            31,
            settings.cacheBytes()),
        settings);
  }

  @Test
  void theEdgeStreamIsThereIfItIsAskedFor() throws Exception {
    assertTrue(parsed("--data=d", "--out=o", "--edge-stream").network().edgeStream().isPresent());
    assertFalse(parsed("--data=d", "--out=o").network().edgeStream().isPresent());
    assertFalse(
        parsed("--data=d", "--out=o", "--no-edge-stream").network().edgeStream().isPresent());
  }

  @Test
  void theSystemIsDescribedInWordsAndJson() {
    assertTrue(CliRun.of("info").successful().out().contains("Engine:     TensorFlow 2."));
    JsonObject json =
        JsonParser.parseString(CliRun.of("info", "--json").successful().out()).getAsJsonObject();
    assertTrue(json.get("engine").getAsString().startsWith("TensorFlow 2."));
    assertEquals("cpu:0", json.get("devices").getAsJsonArray().get(0).getAsString());
    assertTrue(json.get("heapBytes").getAsLong() > 0);
  }

  private static TrainingOptions parsed(String... options) throws Exception {
    CommandLine line = Main.commandLine(new Main(null));
    String[] args = new String[options.length + 1];
    args[0] = "train";
    System.arraycopy(options, 0, args, 1, options.length);
    line.parseArgs(args);
    TrainCommand train = line.getSubcommands().get("train").getCommand();
    return train.options(1);
  }

  private static TrainingSettings settings(TrainingOptions options) {
    return options.settings().apply(TrainingSettings.builder(new Size(1, 1, 1))).build();
  }
}
