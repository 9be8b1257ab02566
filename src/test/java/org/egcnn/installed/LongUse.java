/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.egcnn.command.SegmentImageCommand;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.example.ExampleDataset;
import org.egcnn.example.ExampleSettings;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingListener;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingTask;
import org.egcnn.volume.VolumeIO;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * A long session in one Java: segments an open image again and again by the menu's command, then
 * begins trainings and cancels each at another moment. Arguments: a folder to work in, the number
 * of segmentations, the number of trainings. Prints what the process holds, now and then:
 *
 * <pre>segment | train, done, resident bytes, heap bytes, native bytes, threads, file handles</pre>
 */
final class LongUse {
  private static final int WARM_UP = 20;

  private final Path folder;
  private final Path data;
  private final Path model;

  private LongUse(Path folder) {
    this.folder = folder;
    data = folder.resolve("data");
    model = folder.resolve("model");
  }

  /** Runs the session. */
  public static void main(String[] arguments) throws Exception {
    LongUse session = new LongUse(Path.of(arguments[0]));
    session.prepare();
    session.segment(Integer.parseInt(arguments[1]));
    session.trainAndCancel(Integer.parseInt(arguments[2]));
    System.exit(0);
  }

  private void prepare() throws Exception {
    ExampleDataset.write(
        data,
        new ExampleSettings(3, 0, new Size(16, 16, 16), List.of(12.0, 12.0, 12.0), 1),
        false,
        TaskListener.SILENT);
    training(model).run(TrainingListener.SILENT);
  }

  private TrainingTask training(Path out) {
    return new TrainingTask(
        new TrainingOptions(
            data,
            out,
            TrainingJob.Mode.OVERWRITE,
            SplitChoice.random(1),
            new NetworkChoice(
                Backbone.SEG_NET, Optional.of(EdgeStream.standard()), 4, 2, OptionalInt.empty()),
            LossSettings.standard(),
            Optional.of(new Size(16, 16, 16)),
            1,
            settings -> settings.epochs(4).validateEvery(1),
            new EngineOptions(1, "cpu")),
        VolumeIO.standard());
  }

  private void segment(int count) throws Exception {
    try (Context context = new Context()) {
      CommandService commands = context.service(CommandService.class);
      for (int i = 1; i <= count; i++) {
        ImagePlus image = IJ.createImage("scan", "16-bit ramp", 48, 40, 24);
        CommandModule module =
            commands
                .run(
                    SegmentImageCommand.class,
                    true,
                    "image",
                    image,
                    "model",
                    model.toFile(),
                    "threads",
                    1)
                .get();
        ImagePlus labels = (ImagePlus) module.getOutput("label_image");
        if (module.isCanceled() || labels.getNSlices() != 24) {
          throw new IllegalStateException(module.getCancelReason());
        }
        if (i == WARM_UP || i % 50 == 0) {
          print("segment", i);
        }
      }
    }
  }

  /** Cancels when it was asked a number of times whether to. */
  private static final class Canceller implements TrainingListener {
    private final int patience;
    private int asked;

    Canceller(int patience) {
      this.patience = patience;
    }

    @Override
    public synchronized boolean isCancelled() {
      return ++asked > patience;
    }
  }

  private void trainAndCancel(int count) throws Exception {
    Canceller whole = new Canceller(Integer.MAX_VALUE);
    training(folder.resolve("cancelled")).run(whole);
    System.out.println("asked " + whole.asked);
    SplittableRandom random = new SplittableRandom(5);
    int early = 0;
    for (int i = 1; i <= count; i++) {
      try {
        training(folder.resolve("cancelled")).run(new Canceller(random.nextInt(whole.asked)));
      } catch (CancelledException e) {
        early++;
      }
      if (i == WARM_UP || i % 20 == 0) {
        print("train", i);
      }
    }
    System.out.println("early " + early);
  }

  private static void print(String what, int done) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.gc();
      // threads that were told to end need a moment
      Thread.sleep(100);
    }
    System.out.println(
        String.join(
            "\t",
            what,
            Integer.toString(done),
            Long.toString(resident()),
            Long.toString(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()),
            Long.toString(nativeBytes()),
            Long.toString(count("task")),
            Long.toString(count("fd"))));
  }

  private static long resident() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    }
  }

  /** What JavaCPP has allocated outside the heap, seen through the engine's own class loader. */
  private static long nativeBytes() throws ReflectiveOperationException {
    return (long)
        EngineLoader.load()
            .getClass()
            .getClassLoader()
            .loadClass("org.bytedeco.javacpp.Pointer")
            .getMethod("totalBytes")
            .invoke(null);
  }

  private static long count(String kind) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self", kind))) {
      return all.count();
    }
  }
}
