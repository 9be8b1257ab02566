/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.egcnn.command.CompareCommand;
import org.egcnn.command.EdgeMapCommand;
import org.egcnn.command.EvaluateCommand;
import org.egcnn.command.ExampleDataCommand;
import org.egcnn.command.ModelInfoCommand;
import org.egcnn.command.SegmentFolderCommand;
import org.egcnn.command.SegmentImageCommand;
import org.egcnn.command.TaskCommand;
import org.egcnn.command.TrainCommand;
import org.egcnn.volume.ImagePlusVolume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;

/** For each command: what the recorder writes of a run, run again, gives the same result. */
class RecordReplayTest {
  @TempDir Path folder;
  private Context context;
  private final Set<Class<?>> recorded =
      new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));

  /** The modules of a run and of its replay. */
  private record Twice(CommandModule first, CommandModule second) {}

  @BeforeEach
  void open() {
    context = new Context();
  }

  @AfterEach
  void close() {
    context.close();
  }

  /** Runs a command, and what was recorded of it with {@code b} for the folder {@code a}. */
  private Twice twice(Class<? extends TaskCommand> type, String options, ImagePlus active)
      throws InterruptedException {
    CommandModule first = run(type, options.replace("@", folder.resolve("a") + "/"), active);
    CommandInputs inputs = new CommandInputs(first);
    String text = MacroRecordTest.text(inputs);
    Map<String, String> read = new LinkedHashMap<>();
    for (CommandInput input : inputs.all()) {
      if (!input.isImage()) {
        assertTrue((" " + text).contains(" " + input.name() + "="), input.name() + " in " + text);
        read.put(input.name(), input.text(inputs.value(input)));
      }
    }
    assertEquals(MacroRecord.of(inputs).options(), read);
    recorded.add(type);
    String other = text.replace("out=[" + folder.resolve("a"), "out=[" + folder.resolve("b"));
    other = other.replace("out=" + folder.resolve("a"), "out=" + folder.resolve("b"));
    return new Twice(first, run(type, other, active));
  }

  private CommandModule run(Class<? extends TaskCommand> type, String options, ImagePlus active)
      throws InterruptedException {
    CommandModule module = MacroThread.run(context, type, options, active);
    assertFalse(module.isCanceled(), module.getCancelReason());
    return module;
  }

  private void assertSameFile(String name) throws Exception {
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a").resolve(name)),
        Files.readAllBytes(folder.resolve("b").resolve(name)),
        name);
  }

  private ImagePlus image(String name) throws Exception {
    return ImagePlusVolume.toImagePlus(
        VolumeIO.standard().read(folder.resolve("a/my data").resolve(name)), "image");
  }

  private static void assertSameImage(Twice twice, String output) {
    byte[] first = voxels((ImagePlus) twice.first().getOutput(output));
    assertArrayEquals(first, voxels((ImagePlus) twice.second().getOutput(output)));
    assertNotEquals(0, first.length);
  }

  private static byte[] voxels(ImagePlus image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i <= image.getStackSize(); i++) {
      bytes.writeBytes((byte[]) image.getStack().getProcessor(i).convertToByte(false).getPixels());
    }
    return bytes.toByteArray();
  }

  @Test
  void givesTheSameForEveryCommand() throws Exception {
    twice(
        ExampleDataCommand.class,
        "out=[@my data] cases=2 tests=1 size=16x16x16 spacing=12 open=false",
        null);
    assertSameFile("my data/imagesTr/example_002.nii.gz");
    assertSameFile("my data/labelsTs/example_003.nii.gz");

    // One thread adds up in one order, so that the weights can be compared to the last bit.
    twice(
        TrainCommand.class,
        "data=[@my data] out=@model epochs=2 width=2 levels=2 crop=16x16x16 learning_rate=5e-3"
            + " augmentation=strong threads=1",
        null);
    assertSameFile("model/model.json");
    assertSameFile("model/weights.safetensors");
    assertSameFile("model/split.json");

    twice(SegmentFolderCommand.class, "model=@model in=[@my data] out=@seg overlap=0.25", null);
    assertSameFile("seg/example_003.nii.gz");
    twice(SegmentFolderCommand.class, "model=@model in=[@my data] out=@shards shard=0/1", null);
    assertSameFile("shards/example_003.nii.gz");

    twice(EvaluateCommand.class, "pred=@seg ref=[@my data/labelsTs] out=@eval tolerance=2.5", null);
    assertSameFile("eval/cases.csv");

    Path experiment =
        Files.writeString(
            folder.resolve("experiment.json"),
            """
            {"name": "Replayed", "cases": {"training_share": 0.5}, "backbones": ["seg-net"],
             "seeds": [1], "settings": {"width": 2, "levels": 2, "crop": "16x16x16", "epochs": 1},
             "variants": [{"name": "none", "edge_stream": false}]}
            """);
    twice(
        CompareCommand.class,
        "experiment=" + experiment + " data=[@my data] out=@cmp threads=1",
        null);
    assertSameFile("cmp/runs/seg-net_none_seed1/evaluation/cases.csv");

    assertSameImage(
        twice(
            SegmentImageCommand.class,
            "model=@model orientation=LPS overlap=0.25",
            image("imagesTr/example_001.nii.gz")),
        "label_image");
    assertSameImage(
        twice(EdgeMapCommand.class, "labels=1,1+2", image("labelsTr/example_001.nii.gz")),
        "edge_map");

    Twice info = twice(ModelInfoCommand.class, "model=@model", null);
    assertEquals(info.first().getOutput("text"), info.second().getOutput("text"));
    assertTrue(info.first().getOutput("text").toString().contains("1  kidney"));

    assertEquals(
        Commands.all(context).stream().map(i -> i.getClassName()).collect(Collectors.toSet()),
        recorded.stream().map(Class::getName).collect(Collectors.toSet()));
  }
}
