/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.example.ExampleDataset;
import org.egcnn.example.ExampleSettings;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.segment.SegmentReport;
import org.egcnn.segment.SegmentSettings;
import org.egcnn.segment.SegmentationTask;
import org.egcnn.task.TaskListener;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingListener;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingResult;
import org.egcnn.train.TrainingTask;
import org.egcnn.volume.VolumeIO;

/**
 * Computes with both TensorFlows in one Java. Arguments: a folder to work in, then what to do one
 * after the other: {@code old}, or {@code ours}, each any number of times.
 */
final class BesideOldTensorFlow {
  private static OldSession old;

  private BesideOldTensorFlow() {}

  /** Does what the arguments say. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i].equals("old")) {
        if (old == null) {
          old = new OldSession();
        }
        System.out.println("old " + OldSession.version() + ": " + old.square(i + 2));
      } else {
        ours(folder.resolve("job" + i));
      }
    }
  }

  /** A whole job: data, training, segmenting. */
  private static void ours(Path folder) throws Exception {
    Path data = folder.resolve("data");
    Path model = folder.resolve("model");
    ExampleSettings settings =
        new ExampleSettings(2, 1, new Size(16, 16, 16), List.of(12.0, 12.0, 12.0), 1);
    ExampleDataset.write(data, settings, false, TaskListener.SILENT);
    // One thread adds up in one order, so that the results can be compared to the last bit.
    EngineOptions engine = new EngineOptions(1, "cpu");
    TrainingOptions options =
        new TrainingOptions(
            data,
            model,
            TrainingJob.Mode.NEW,
            SplitChoice.random(1),
            new NetworkChoice(
                Backbone.SEG_NET, Optional.of(EdgeStream.standard()), 4, 2, OptionalInt.empty()),
            LossSettings.standard(),
            Optional.of(new Size(16, 16, 16)),
            1,
            s -> s.epochs(5).learningRate(5e-3),
            engine);
    TrainingResult result =
        new TrainingTask(options, VolumeIO.standard()).run(TrainingListener.SILENT);
    SegmentReport report =
        new SegmentationTask(
                model,
                List.of(data),
                folder.resolve("segmented"),
                SegmentSettings.standard(),
                Optional.empty(),
                false,
                Optional.empty(),
                engine)
            .run(VolumeIO.standard(), TaskListener.SILENT);
    System.out.println(
        "ours " + EngineLoader.load().version() + ": " + result.ending() + "; " + report);
  }
}
