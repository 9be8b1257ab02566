/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;
import org.egcnn.command.EvaluateCommand;
import org.egcnn.command.ExampleDataCommand;
import org.egcnn.command.SegmentFolderCommand;
import org.egcnn.command.TaskCommand;
import org.egcnn.command.TrainCommand;
import org.egcnn.model.Json;
import org.egcnn.model.ModelCard;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.Normalisation;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;

/** A protocol decides what nobody gave, in Fiji as on the command line. */
class FollowedProtocolTest {
  @TempDir Path folder;
  private Context context;

  @BeforeEach
  void open() {
    context = new Context();
  }

  @AfterEach
  void close() {
    context.close();
  }

  private CommandModule filled(Class<? extends TaskCommand> type, String options)
      throws BadInputException {
    CommandModule module = Commands.module(context, type);
    assertTrue(new InputSource(options, null).fill(module));
    return module;
  }

  @Test
  void whatAMacroNamesWinsEvenIfItIsTheDefault() throws Exception {
    CommandModule train =
        filled(
            TrainCommand.class,
            "data=a out=b protocol=brats2019 width=16 epochs=3 validate_every=2");
    assertEquals(16, train.getInput("width"));
    assertEquals(3, train.getInput("epochs"));
    assertEquals(2, train.getInput("validate_every"));
    assertEquals(8, train.getInput("batch"));
    assertEquals("128x192x160", train.getInput("crop"));
    assertEquals(1e-4, train.getInput("learning_rate"));
    assertEquals("protocol", train.getInput("augmentation"));
    assertEquals("seg-net", train.getInput("backbone"));
    assertEquals(
        "none",
        filled(TrainCommand.class, "data=a out=b protocol=kits2019 augmentation=none")
            .getInput("augmentation"));
  }

  @Test
  void theRecorderWritesWhatWasUsed() throws Exception {
    CommandModule first = filled(TrainCommand.class, "data=a out=b protocol=kits2019 levels=3");
    String text = MacroRecordTest.text(new CommandInputs(first));
    assertTrue((" " + text + " ").contains(" batch=8 "), text);
    CommandModule second = filled(TrainCommand.class, text);
    assertEquals(
        MacroRecord.of(new CommandInputs(first)), MacroRecord.of(new CommandInputs(second)));
  }

  @Test
  void aFileOfOnesOwnNamesTheEdgeStreamsWidth() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("own.json"),
            "{\"name\": \"Own\", \"training\": {\"edge-width\": {\"value\": 6, \"from\":"
                + " \"choice\"}, \"edge-stream\": {\"value\": false, \"from\": \"choice\"}}}");
    CommandModule train = filled(TrainCommand.class, "data=a out=b protocol=[" + file + "]");
    assertEquals(6, train.getInput("edge_channels"));
    assertEquals(false, train.getInput("edge_stream"));
    assertEquals("auto", train.getInput("crop"));
  }

  /** In dialogs every input is set, so that only a change tells what was given. */
  @Test
  void ofADialogWhatWasLeftAloneIsNotGiven() throws Exception {
    CommandInputs inputs = new CommandInputs(Commands.module(context, TrainCommand.class));
    UngivenInputs ungiven = UngivenInputs.of(inputs);
    for (CommandInput input : inputs.all()) {
      inputs.set(input, input.name().equals("width") ? 5 : inputs.value(input));
    }
    List<String> left =
        ungiven.unchanged(inputs).values().keySet().stream().map(CommandInput::name).toList();
    assertEquals(inputs.all().size() - 1, left.size());
    assertFalse(left.contains("width"));
  }

  @Test
  void namesWhatIsWrongInAProtocol() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("own.json"),
            "{\"name\": \"Own\", \"training\": {\"epoch\": {\"value\": 6, \"from\": \"choice\"}}}");
    String message =
        assertThrows(
                BadInputException.class,
                () -> filled(TrainCommand.class, "data=a out=b protocol=" + file))
            .getMessage();
    assertTrue(message.startsWith(file + ": training.epoch is not known. There are "), message);
    assertTrue(
        assertThrows(
                BadInputException.class,
                () -> filled(TrainCommand.class, "data=a out=b protocol=brats"))
            .getMessage()
            .startsWith("There is no protocol 'brats'"));
    assertEquals(
        "augmentation=protocol needs a protocol: name one, or take none, standard or strong",
        MacroThread.run(context, TrainCommand.class, "data=a out=b augmentation=protocol", null)
            .getCancelReason());
  }

  @Test
  void evaluatesByTheProtocolsRegions() throws Exception {
    CommandModule evaluate =
        filled(EvaluateCommand.class, "pred=a ref=b out=c protocol=brats2019 tolerance=2");
    assertEquals("WT=1+2+4,TC=1+4,ET=4", evaluate.getInput("regions"));
    assertEquals("brats", evaluate.getInput("empty_policy"));
    assertEquals(2.0, evaluate.getInput("tolerance"));
    assertEquals(
        "Tumor=2",
        filled(EvaluateCommand.class, "pred=a ref=b out=c protocol=kits2019 regions=Tumor=2")
            .getInput("regions"));
  }

  private void run(Class<? extends TaskCommand> type, String options) throws Exception {
    CommandModule module = MacroThread.run(context, type, options.replace("@", folder + "/"), null);
    assertFalse(module.isCanceled(), module.getCancelReason());
  }

  /** From the example data to a submission and its scores, the paper's settings scaled down. */
  @Test
  void bratsFromDownloadToSubmission() throws Exception {
    run(
        ExampleDataCommand.class,
        "out=@data layout=brats2019 cases=4 tests=1 size=24x32x24 spacing=7 open=false");
    run(
        TrainCommand.class,
        "data=@data/MICCAI_BraTS_2019_Data_Training out=@model protocol=brats2019 width=4"
            + " edge_channels=2 levels=2 batch=2 epochs=6 crop=16x24x16 learning_rate=1e-2"
            + " threads=2");
    ModelCard card = ModelFolder.readCard(folder.resolve("model"));
    assertEquals(
        Normalisation.of(Normalisation.Kind.Z_SCORE_NONZERO),
        card.preprocessing().normalisation().get(3));
    assertEquals(2, card.architecture().edgeStream().orElseThrow().width());
    JsonObject record = Json.readTree(folder.resolve("model/training.json")).getAsJsonObject();
    String settings = record.get("settings").toString();
    assertTrue(settings.contains("\"decayPower\":0.9"), settings);
    assertTrue(settings.contains("\"contentCrops\":true"), settings);
    assertTrue(settings.contains("\"mirrorZ\":true"), settings);

    run(
        SegmentFolderCommand.class,
        "model=@model in=@data/MICCAI_BraTS_2019_Data_Validation out=@masks");
    Path mask = folder.resolve("masks/BraTS19_Example_005_1.nii.gz");
    Set<Integer> found = new TreeSet<>();
    for (IntType voxel : Views.iterable(VolumeIO.standard().read(mask).labels())) {
      found.add(voxel.get());
    }
    assertTrue(Set.of(0, 1, 2, 4).containsAll(found), found.toString());
    assertTrue(found.size() > 1, "a network this far finds some tumour: " + found);

    run(
        EvaluateCommand.class,
        "pred=@masks ref=@data/references out=@scores protocol=brats2019 figures=false");
    JsonObject summary = Json.readTree(folder.resolve("scores/summary.json")).getAsJsonObject();
    assertEquals("Average", summary.get("mean_name").getAsString());
    assertEquals(Set.of("WT", "TC", "ET", "foreground"), summary.getAsJsonObject("mean").keySet());
  }
}
