/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole work by macro text alone, in an ImageJ without a screen. */
class HeadlessMacroTest {
  @TempDir Path folder;

  @BeforeEach
  void install() throws IOException, URISyntaxException {
    Path plugins = Files.createDirectories(folder.resolve("ImageJ/plugins"));
    Path menu = Path.of(HeadlessMacroTest.class.getResource("/plugins.config").toURI());
    try (ZipOutputStream jar =
        new ZipOutputStream(Files.newOutputStream(plugins.resolve("EG_CNN.jar")))) {
      jar.putNextEntry(new ZipEntry("plugins.config"));
      Files.copy(menu, jar);
    }
  }

  /** Runs a macro in ImageJ and returns what it printed. */
  private String run(String macro) throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    Process process = start(macro, log);
    try {
      assertTrue(process.waitFor(5, TimeUnit.MINUTES), "ImageJ takes too long");
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(log);
  }

  private Process start(String macro, Path log) throws IOException {
    Path file = Files.writeString(folder.resolve("macro.ijm"), macro);
    ProcessBuilder imagej =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dplugins.dir=" + folder.resolve("ImageJ"),
                "-cp",
                System.getProperty("java.class.path"),
                HeadlessImageJ.class.getName(),
                file.toString(),
                folder.toString()));
    imagej.environment().remove("DISPLAY");
    return imagej.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  @Test
  void trainsSegmentsAndEvaluates() throws IOException, InterruptedException {
    String log =
        run(
            """
            dir = getArgument();
            run("EG-CNN Example Data...",
                "out=[" + dir + "/my data] cases=2 tests=1 size=16x16x16 spacing=12");
            print("shows " + getTitle());
            run("EG-CNN Train...", "data=[" + dir + "/my data] out=" + dir + "/model epochs=1"
                + " width=2 levels=2 crop=16x16x16 batch=1");
            run("EG-CNN Segment Folder...",
                "model=" + dir + "/model in=[" + dir + "/my data] out=" + dir + "/seg");
            run("EG-CNN Evaluate...",
                "pred=" + dir + "/seg ref=[" + dir + "/my data/labelsTs] out=" + dir + "/eval"
                + " figures=false");
            print(File.openAsString(dir + "/eval/cases.csv"));
            selectImage("example_001");
            run("EG-CNN Segment Image...", "model=" + dir + "/model outlines measure rois");
            print("objects " + (nResults > 0));
            print("shows " + getTitle() + " of " + nSlices + " slices, outlines " + (Overlay.size > 0));
            selectImage("example_001-labels");
            run("EG-CNN Edge Map...", "labels=1,1+2");
            getDimensions(width, height, channels, slices, frames);
            print("edges in " + channels + " channels of " + slices);
            print("the end");
            """);
    assertTrue(log.contains("shows example_001-labels\n"), log);
    assertTrue(log.contains("example_003,tumour,"), log);
    assertTrue(log.contains("shows example_001-labels-1 of 16 slices, outlines 1"), log);
    assertTrue(log.contains("objects 1\n"), log);
    assertTrue(log.contains("the objects are the overlay of example_001-labels-1\n"), log);
    assertEquals(-1, log.indexOf("Warning: "), log);
    assertTrue(log.contains("edges in 2 channels of 16"), log);
    assertTrue(log.contains("the end"), log);
    assertTrue(Files.exists(folder.resolve("model/model.json")));
    assertTrue(Files.exists(folder.resolve("seg/example_003.nii.gz")));
    assertTrue(Files.exists(folder.resolve("eval/summary.json")));
    assertFalse(Files.exists(folder.resolve("eval/figures")));
  }

  /** A comparison, of which the second call finds everything done. */
  @Test
  void comparesNetworks() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("experiment.json"),
        """
        {"name": "By macro", "cases": {"training_share": 0.5}, "backbones": ["seg-net"],
         "seeds": [1], "settings": {"width": 2, "levels": 2, "crop": "16x16x16", "epochs": 1},
         "variants": [{"name": "none", "edge_stream": false}, {"name": "edge stream", "edge_stream": true}]}
        """);
    String log =
        run(
            """
            dir = getArgument();
            run("EG-CNN Example Data...", "out=[" + dir + "/my data] cases=2 tests=1"
                + " size=16x16x16 spacing=12 open=false");
            options = "experiment=" + dir + "/experiment.json data=[" + dir + "/my data] out=" + dir
                + "/compared";
            run("EG-CNN Compare...", options + " dry_run");
            run("EG-CNN Compare...", options + " only=seg-net_none_seed1");
            run("EG-CNN Compare...", options);
            print("shows " + getTitle());
            print(File.openAsString(dir + "/compared/comparison.csv"));
            print("the end");
            """);
    assertTrue(log.contains("|  2 | seg-net_edge-stream_seed1 | new "), log);
    assertTrue(log.contains("1 of 2 runs are done: 1 now, 0 before"), log);
    assertTrue(log.contains("seg-net_none_seed1 is done already"), log);
    assertTrue(log.contains("2 of 2 runs are done: 1 now, 1 before"), log);
    assertTrue(log.contains("edge stream against none: Dice no difference shown"), log);
    assertTrue(log.contains("shows curves.png"), log);
    assertTrue(log.contains("seg-net,edge stream,dice,average,"), log);
    assertTrue(log.contains("the end"), log);
    assertTrue(Files.exists(folder.resolve("compared/report.html")));
  }

  /** As batch systems stop a job. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
  void sigtermEndsATrainingInOrder() throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    Process imagej =
        start(
            """
            dir = getArgument();
            run("EG-CNN Example Data...", "out=" + dir + "/data cases=2 tests=1 size=16x16x16"
                + " spacing=12 open=false");
            run("EG-CNN Train...", "data=" + dir + "/data out=" + dir + "/model epochs=100000"
                + " width=2 levels=2 crop=16x16x16 batch=1");
            """,
            log);
    try {
      while (imagej.isAlive() && !Files.readString(log).contains("Epoch 2: ")) {
        Thread.sleep(50);
      }
      imagej.destroy();
      assertTrue(imagej.waitFor(1, TimeUnit.MINUTES), "ImageJ does not end");
    } finally {
      imagej.destroyForcibly();
    }
    String end = Files.readString(folder.resolve("model/training.json"));
    assertTrue(end.contains("\"status\": \"cancelled\""), Files.readString(log));
    assertTrue(Files.exists(folder.resolve("model/weights-last.safetensors")));
    try (Stream<Path> checkpoints = Files.list(folder.resolve("model/checkpoint"))) {
      assertTrue(checkpoints.findAny().isPresent());
    }
  }

  /** Images that are open, and no folder: one pair, and a series whose time points are cases. */
  @Test
  void trainsOnOpenImages() throws IOException, InterruptedException {
    String log =
        run(
            """
            dir = getArgument();
            small = " epochs=1 width=2 levels=2 crop=16x16x16";
            run("EG-CNN Example Data...",
                "out=" + dir + "/data cases=1 tests=0 size=16x16x16 spacing=12");
            run("EG-CNN Train...", "image=example_001 mask=example_001-labels out=[" + dir
                + "/pair model]" + small);
            titles = newArray("example_001", "example_001-labels");
            for (i = 0; i < 2; i++) {
              selectImage(titles[i]);
              run("Duplicate...", "title=again" + i + " duplicate");
              run("Concatenate...", "  title=series" + i + " image1=" + titles[i] + " image2=again"
                  + i + " image3=[-- None --]");
              run("Stack to Hyperstack...",
                  "order=xyczt(default) channels=1 slices=16 frames=2 display=Grayscale");
              rename("series" + i);
            }
            run("EG-CNN Train...", "image=series0 mask=series1 out=" + dir + "/series" + small);
            print("trained both");
            run("EG-CNN Train...", "image=series0 mask=nothing out=" + dir + "/none" + small);
            print("the end");
            """);
    assertTrue(log.contains("There is a single image: it trains and validates"), log);
    assertTrue(log.contains("trained both"), log);
    for (String name : List.of("pair model", "series")) {
      assertTrue(Files.exists(folder.resolve(name + "/weights.safetensors")), name);
      Path data = folder.resolve(name + "_data");
      assertTrue(Files.exists(data.resolve("images/frame_0001.nii.gz")), name);
    }
    Volume kept = VolumeIO.standard().read(folder.resolve("series_data/images/frame_0002.nii.gz"));
    Volume image = VolumeIO.standard().read(folder.resolve("data/imagesTr/example_001.nii.gz"));
    Cursor<FloatType> voxel = Views.flatIterable(kept.channel(0)).cursor();
    Views.flatIterable(image.channel(0)).forEach(v -> assertEquals(v, voxel.next()));
    assertTrue(log.contains("Macro Error: option mask: there is no open image 'nothing'"), log);
    assertFalse(log.contains("the end\n"), log);
  }

  /** The macros that users copy, as they stand, one after the other. */
  @Test
  void runsTheMacrosOfTheGuide() throws IOException, InterruptedException {
    Path data =
        Files.writeString(folder.resolve("data.ijm"), GuideMacros.smallData("16x16x16", 12));
    StringBuilder macro = new StringBuilder("dir = getArgument() + \"/\";\n");
    macro.append("runMacro(\"%s\", dir);\n".formatted(data));
    for (String name : GuideMacros.NAMES) {
      Path file = Path.of("macros", name + ".ijm").toAbsolutePath();
      assertTrue(Files.readString(file).contains("// Change these lines; as they stand"), name);
      macro.append("runMacro(\"%s\", dir);\nrun(\"Close All\");\n".formatted(file));
      macro.append("print(\"%s has run\");\n".formatted(name));
    }
    String log = run(macro.toString());
    assertTrue(log.contains("cluster_job has run"), log);
    GuideMacros.assertResults(folder, log);
    try (Stream<Path> macros = Files.list(Path.of("macros"))) {
      assertEquals(GuideMacros.NAMES.size(), macros.count(), "all macros were run");
    }
  }

  @Test
  void stopsAtAnUnknownKey() throws IOException, InterruptedException {
    stops("EG-CNN Model Info...", "modell=x", "there is no option modell: there are model");
  }

  @Test
  void stopsAtABadNumber() throws IOException, InterruptedException {
    stops(
        "EG-CNN Train...",
        "data=x out=y epochs=ten",
        "option epochs cannot be 'ten': it takes a whole number from 1 to 100000");
  }

  @Test
  void stopsAtAMissingFile() throws IOException, InterruptedException {
    Path missing = folder.resolve("missing");
    stops(
        "EG-CNN Model Info...",
        "model=" + missing,
        missing + ": there is no such model folder. Check the path");
  }

  private void stops(String command, String options, String message)
      throws IOException, InterruptedException {
    String log =
        run(
            "print(\"the beginning\");\nrun(\"%s\", \"%s\");\nprint(\"the end\");\n"
                .formatted(command, options));
    assertTrue(log.contains("the beginning"), log);
    assertTrue(log.contains("Macro Error: " + message), log);
    assertFalse(log.contains("the end\n"), log);
    assertEquals(1, log.split("Macro Error", -1).length - 1, log);
  }
}
