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
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import ij.text.TextWindow;
import java.awt.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.egcnn.command.CompareCommand;
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
import org.scijava.Context;

/** All dialogs in a real ImageJ on a real screen; the pictures are those of the guide. */
@Tag("display")
class DialogsTest {
  /** A short name, as it is to be read in the pictures. */
  private static final Path FOLDER = Path.of("target", "kidneys");

  private static Context context;
  private static Recorder recorder;

  @BeforeAll
  static void openImageJ() throws Exception {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> old = Files.walk(FOLDER)) {
        for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Path plugins = Files.createDirectories(FOLDER.resolve("ImageJ/plugins"));
    try (ZipOutputStream jar =
        new ZipOutputStream(Files.newOutputStream(plugins.resolve("EG_CNN.jar")))) {
      jar.putNextEntry(new ZipEntry("plugins.config"));
      Files.copy(Path.of(DialogsTest.class.getResource("/plugins.config").toURI()), jar);
    }
    System.setProperty("plugins.dir", FOLDER.resolve("ImageJ").toAbsolutePath().toString());
    new ImageJ(ImageJ.EMBEDDED);
    recorder = new Recorder();
    context = new Context();
  }

  private static List<CommandInput> page(Class<? extends TaskCommand> type, boolean advanced) {
    return new CommandInputs(Commands.module(context, type))
        .all().stream().filter(i -> !i.isImage() && i.isAdvanced() == advanced).toList();
  }

  private static String at(String name) {
    return FOLDER.resolve(name).toString();
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
      if (type == TrainCommand.class) {
        // What was found in the cases while the dialog was open.
        second.awaitLines(6);
      }
      second.photograph(picture + "-advanced").ok();
    }
    long end = System.currentTimeMillis() + 300_000;
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
        Files.readAllBytes(FOLDER.resolve("a/" + name)),
        Files.readAllBytes(FOLDER.resolve("b/" + name)),
        name);
  }

  private static byte[] voxels(ImagePlus image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i <= image.getStackSize(); i++) {
      bytes.writeBytes((byte[]) image.getStack().getProcessor(i).convertToByte(false).getPixels());
    }
    return bytes.toByteArray();
  }

  private static boolean isTraining(Window window) {
    return window.getClass().getSimpleName().equals("TrainingFrame") && window.isShowing();
  }

  private static boolean isDescription(Window window) {
    return window instanceof TextWindow text
        && text.isShowing()
        && text.getTitle().equals("Model model");
  }

  private static void closeFigures() {
    ImagePlus figures = WindowManager.getImage("EG-CNN figures");
    while (figures != null) {
      figures.close();
      figures = WindowManager.getImage("EG-CNN figures");
    }
  }

  @Test
  void recordsAndReplaysEveryCommand() throws Exception {
    replay(
        record(
            ExampleDataCommand.class,
            "EG-CNN Example Data...",
            "example-data",
            Map.of("out", at("a/my data"), "cases", 3, "tests", 1, "advanced", true),
            Map.of("size", "32x40x40", "spacing", "6.4")));
    assertSameFile("my data/imagesTr/example_002.nii.gz");
    assertSameFile("my data/labelsTs/example_004.nii.gz");

    String train =
        record(
            TrainCommand.class,
            "EG-CNN Train...",
            "train",
            Map.of(
                "data",
                at("a/my data"),
                "out",
                at("a/model"),
                "edge_stream",
                true,
                "epochs",
                250,
                "advanced",
                true),
            Map.of(
                "width",
                8,
                "levels",
                3,
                "crop",
                "32x40x40",
                "learning_rate",
                "5e-3",
                "threads",
                1));
    Window window = DialogDriver.awaitWindow(DialogsTest::isTraining);
    DialogDriver.photograph(window, "training");
    window.dispose();
    replay(train);
    DialogDriver.awaitWindow(DialogsTest::isTraining).dispose();
    assertSameFile("model/model.json");
    assertSameFile("model/split.json");
    assertSameFile("model/weights.safetensors");
    replay(
        record(
            SegmentFolderCommand.class,
            "EG-CNN Segment Folder...",
            "segment-folder",
            Map.of("model", at("a/model"), "in", at("a/my data"), "out", at("a/segmented")),
            Map.of()));
    assertSameFile("segmented/example_004.nii.gz");

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
    closeFigures();

    IJ.selectWindow("example_001");
    String segment =
        record(
            SegmentImageCommand.class,
            "EG-CNN Segment Image...",
            "segment-image",
            Map.of("model", at("a/model"), "measure", true, "rois", true),
            Map.of());
    byte[] labels = voxels(WindowManager.getCurrentImage());
    IJ.run("Set... ", "zoom=600");
    WindowManager.getCurrentImage().setSlice(16);
    DialogDriver.photograph(WindowManager.getCurrentWindow(), "segment-image-labels");
    ImagePlus outlined = WindowManager.getImage("example_001");
    outlined.setSlice(16);
    IJ.selectWindow("example_001");
    IJ.run("Set... ", "zoom=600");
    DialogDriver.photograph(outlined.getWindow(), "segment-image-outlines");
    DialogDriver.photograph(ResultsTable.getResultsWindow(), "segment-image-results");
    assertTrue(RoiManager.getInstance().getCount() > 0);
    replay(segment);
    assertArrayEquals(labels, voxels(WindowManager.getCurrentImage()));

    int labelled = WindowManager.getCurrentImage().getID();
    String edges =
        record(
            EdgeMapCommand.class,
            "EG-CNN Edge Map...",
            "edge-map",
            Map.of("labels", "1,1+2"),
            Map.of());
    byte[] edgeVoxels = voxels(WindowManager.getCurrentImage());
    assertEquals(2, WindowManager.getCurrentImage().getNChannels());
    IJ.selectWindow(labelled);
    replay(edges);
    assertArrayEquals(edgeVoxels, voxels(WindowManager.getCurrentImage()));

    String describe =
        record(
            ModelInfoCommand.class,
            "EG-CNN Model Info...",
            "model-info",
            Map.of("model", at("a/model")),
            Map.of());
    TextWindow info = (TextWindow) DialogDriver.awaitWindow(DialogsTest::isDescription);
    String text = info.getTextPanel().getText();
    assertTrue(text.contains("1  kidney"));
    DialogDriver.photograph(info, "model-info-result");
    info.dispose();
    replay(describe);
    TextWindow again = (TextWindow) DialogDriver.awaitWindow(DialogsTest::isDescription);
    assertEquals(text, again.getTextPanel().getText());
  }

  @Test
  void recordsAndReplaysAComparison() throws Exception {
    Path experiment =
        Files.writeString(
            FOLDER.resolve("experiment.json"),
            """
            {"name": "By dialog", "cases": {"training_share": 0.5}, "backbones": ["seg-net"],
             "seeds": [1, 2], "settings": {"width": 2, "levels": 2, "crop": "16x16x16", "epochs": 2},
             "variants": [{"name": "none", "edge_stream": false}, {"name": "edge stream", "edge_stream": true}]}
            """);
    IJ.runMacro(
        "run('EG-CNN Example Data...', 'out=[%s] cases=4 tests=1 size=16x16x16 spacing=12 open=false');"
            .formatted(at("compare data")));
    replay(
        record(
            CompareCommand.class,
            "EG-CNN Compare...",
            "compare",
            Map.of(
                "experiment",
                experiment.toString(),
                "data",
                at("compare data"),
                "out",
                at("a/compared")),
            Map.of()));
    assertSameFile("compared/cases.csv");
    DialogDriver.photograph(WindowManager.getImage("comparison.png").getWindow(), "compare-result");
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
