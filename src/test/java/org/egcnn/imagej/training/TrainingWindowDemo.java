/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.egcnn.command.ImageJProgress;
import org.egcnn.command.TrainingDisplay;
import org.egcnn.engine.EngineOptions;
import org.egcnn.example.ExampleDataset;
import org.egcnn.example.ExampleSettings;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.task.TaskListener;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingResult;
import org.egcnn.train.TrainingTask;
import org.egcnn.volume.VolumeIO;

/**
 * Trains a small network on example cases under the window, and takes a picture of the screen.
 * Arguments: a new folder, epochs, and the picture's file.
 */
public final class TrainingWindowDemo {

  private TrainingWindowDemo() {}

  /** Trains. */
  public static void main(String[] arguments) throws Exception {
    if (GraphicsEnvironment.isHeadless()) {
      throw new IllegalStateException("a screen is needed");
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Path data = folder.resolve("data");
    ExampleDataset.write(
        data,
        new ExampleSettings(5, 0, new Size(48, 64, 64), List.of(4.0, 4.0, 4.0), 1),
        false,
        TaskListener.SILENT);
    int epochs = Integer.parseInt(arguments[1]);
    TrainingOptions options =
        new TrainingOptions(
            data,
            folder.resolve("model"),
            TrainingJob.Mode.NEW,
            SplitChoice.random(1),
            new NetworkChoice(
                Backbone.SEG_NET, Optional.of(EdgeStream.standard()), 4, 3, OptionalInt.empty()),
            LossSettings.standard(),
            Optional.of(new Size(32, 48, 48)),
            1,
            settings -> settings.epochs(epochs).learningRate(4e-3).stepsPerEpoch(10),
            EngineOptions.standard());
    TrainingDisplay window = new TrainingWindowFactory().open(options.out(), new ImageJProgress());
    TrainingResult result = new TrainingTask(options, VolumeIO.standard()).run(window);
    window.finished(result);
    Thread.sleep(1000);
    Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    ImageIO.write(new Robot().createScreenCapture(screen), "png", new File(arguments[2]));
    window.close();
  }
}
