/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.MessageDialog;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import ij.text.TextWindow;
import java.awt.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.egcnn.command.EdgeMapCommand;
import org.egcnn.command.EvaluateCommand;
import org.egcnn.command.ExampleDataCommand;
import org.egcnn.command.ModelInfoCommand;
import org.egcnn.command.SegmentFolderCommand;
import org.egcnn.command.SegmentImageCommand;
import org.egcnn.command.TaskCommand;
import org.egcnn.command.TrainCommand;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

/** All dialogs in a real ImageJ on a real screen; the pictures are those of the guide. */
@Tag("display")
class DialogsTest {
  @TempDir static Path folder;
  private static Context context;
  private static Recorder recorder;

  @BeforeAll
  static void openImageJ() throws Exception {
    Path plugins = Files.createDirectories(folder.resolve("ImageJ/plugins"));
    try (ZipOutputStream jar =
        new ZipOutputStream(Files.newOutputStream(plugins.resolve("EG_CNN.jar")))) {
      jar.putNextEntry(new ZipEntry("plugins.config"));
      Files.copy(Path.of(DialogsTest.class.getResource("/plugins.config").toURI()), jar);
    }
    System.setProperty("plugins.dir", folder.resolve("ImageJ").toString());
    new ImageJ(ImageJ.EMBEDDED);
    recorder = new Recorder();
    context = new Context();
  }

  private static List<CommandInput> page(Class<? extends TaskCommand> type, boolean advanced) {
    return new CommandInputs(Commands.module(context, type))
        .all().stream().filter(i -> !i.isImage() && i.isAdvanced() == advanced).toList();
  }

  private static String at(String name) {
    return folder.resolve(name).toString();
  }

  /**
   * Runs a command from the menu, fills in its dialogs, and waits for its end.
   *
   * @return the line that the recorder wrote
   */
  private static String record(
      Class<? extends TaskCommand> type,
      String command,
      String picture,
      Map<String, Object> first,
      Map<String, Object> advanced)
      throws Exception {
    int before = recorder.getText().length();
    IJ.doCommand(command);
    DialogDriver dialog = DialogDriver.await(command, page(type, false));
    first.forEach(dialog::set);
    dialog.photograph(picture).ok();
    if (!advanced.isEmpty()) {
      DialogDriver second = DialogDriver.await(command, page(type, true));
      advanced.forEach(second::set);
      second.photograph(picture + "-advanced").ok();
    }
    long end = System.currentTimeMillis() + 120_000;
    while (recorder.getText().length() == before && System.currentTimeMillis() < end) {
      Thread.sleep(100);
    }
    String line = recorder.getText().substring(before);
    assertTrue(line.startsWith("run(\"" + command + "\", \""), line);
    for (CommandInput input : new CommandInputs(Commands.module(context, type)).all()) {
      assertTrue(
          input.isImage()
              || line.contains(" " + input.name() + "=")
              || line.contains("\"" + input.name() + "="),
          input.name() + " is not in " + line);
    }
    return line;
  }

  /** Runs a recorded line with its results going to b instead of a. */
  private static void replay(String line) {
    IJ.runMacro(
        line.replace("out=[" + at("a"), "out=[" + at("b"))
            .replace("out=" + at("a"), "out=" + at("b")));
  }

  private static void assertSameFile(String name) throws IOException {
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a/" + name)),
        Files.readAllBytes(folder.resolve("b/" + name)),
        name);
  }

  private static byte[] voxels(ImagePlus image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i <= image.getStackSize(); i++) {
      bytes.writeBytes((byte[]) image.getStack().getProcessor(i).convertToByte(false).getPixels());
    }
    return bytes.toByteArray();
  }

  @Test
  void recordsAndReplaysEveryCommand() throws Exception {
    replay(
        record(
            ExampleDataCommand.class,
            "EG-CNN Example Data...",
            "example-data",
            Map.of("out", at("a/my data"), "cases", 2, "tests", 1, "advanced", true),
            Map.of("size", "16x16x16", "spacing", "12")));
    assertSameFile("my data/imagesTr/example_002.nii.gz");
    assertSameFile("my data/labelsTs/example_003.nii.gz");

    replay(
        record(
            TrainCommand.class,
            "EG-CNN Train...",
            "train",
            Map.of("data", at("a/my data"), "out", at("a/model"), "epochs", 2, "advanced", true),
            Map.of("width", 2, "levels", 2, "crop", "16x16x16", "threads", 1)));
    assertSameFile("model/model.json");
    assertSameFile("model/split.json");
    DialogDriver.photograph(
        DialogDriver.awaitWindow(
            w -> w.getClass().getSimpleName().equals("TrainingFrame") && w.isShowing()),
        "training");

    replay(
        record(
            SegmentFolderCommand.class,
            "EG-CNN Segment Folder...",
            "segment-folder",
            Map.of("model", at("a/model"), "in", at("a/my data"), "out", at("a/segmented")),
            Map.of()));
    assertSameFile("segmented/example_003.nii.gz");

    replay(
        record(
            EvaluateCommand.class,
            "EG-CNN Evaluate...",
            "evaluate",
            Map.of(
                "pred", at("a/segmented"), "ref", at("a/my data/labelsTs"), "out", at("a/scores")),
            Map.of()));
    assertSameFile("scores/cases.csv");
    DialogDriver.photograph(
        WindowManager.getImage("EG-CNN figures").getWindow(), "evaluate-figures");

    IJ.selectWindow("example_001");
    String segment =
        record(
            SegmentImageCommand.class,
            "EG-CNN Segment Image...",
            "segment-image",
            Map.of("model", at("a/model"), "measure", true, "rois", true),
            Map.of());
    byte[] labels = voxels(WindowManager.getCurrentImage());
    assertTrue(RoiManager.getInstance().getCount() > 0);
    IJ.selectWindow("example_001");
    replay(segment);
    assertArrayEquals(labels, voxels(WindowManager.getCurrentImage()));

    String edges =
        record(
            EdgeMapCommand.class,
            "EG-CNN Edge Map...",
            "edge-map",
            Map.of("labels", "1,1+2"),
            Map.of());
    byte[] edgeVoxels = voxels(WindowManager.getCurrentImage());
    assertEquals(2, WindowManager.getCurrentImage().getNChannels());
    IJ.selectWindow("example_001-labels");
    replay(edges);
    assertEquals(edgeVoxels.length, voxels(WindowManager.getCurrentImage()).length);

    record(
        ModelInfoCommand.class,
        "EG-CNN Model Info...",
        "model-info",
        Map.of("model", at("a/model")),
        Map.of());
    Window info =
        DialogDriver.awaitWindow(
            w -> w instanceof TextWindow t && t.getTitle().equals("Model model"));
    assertTrue(((TextWindow) info).getTextPanel().getText().contains("1  kidney"));
    DialogDriver.photograph(info, "model-info-result");
  }

  @Test
  void complainsAndAsksAgain() throws Exception {
    IJ.doCommand("EG-CNN Example Data...");
    List<CommandInput> page = page(ExampleDataCommand.class, false);
    DialogDriver.await("EG-CNN Example Data...", page).set("cases", "three").ok();
    Window complaint = DialogDriver.awaitWindow(w -> w instanceof MessageDialog && w.isShowing());
    DialogDriver.photograph(complaint, "complaint");
    complaint.dispose();
    DialogDriver again = DialogDriver.await("EG-CNN Example Data...", page);
    again.cancel();
    DialogDriver.awaitEnd("EG-CNN Example Data...");
  }
}
