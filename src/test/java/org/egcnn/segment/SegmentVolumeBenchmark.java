/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.egcnn.dataset.Case;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.model.Size;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * Times the segmentation of one case by an untrained network of width 8 with an edge stream and
 * three classes: reading, all windows, writing.
 *
 * <p>Arguments: the window, the overlap, {@code labels} or {@code all} for the outputs, the output
 * folder, then one file for each channel. Run under {@code /usr/bin/time -v} for the peak memory.
 */
final class SegmentVolumeBenchmark {
  private SegmentVolumeBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Size window = Size.parse(arguments[0]);
    double overlap = Double.parseDouble(arguments[1]);
    EnumSet<OutputKind> outputs =
        arguments[2].equals("all")
            ? EnumSet.allOf(OutputKind.class)
            : EnumSet.of(OutputKind.LABELS);
    Path folder = Path.of(arguments[3]);
    List<Path> files = Arrays.stream(arguments).skip(4).map(Path::of).toList();
    ModelCard card = card(files.size(), window);
    try (Network network =
        EngineLoader.load()
            .create(card.architecture(), Optional.empty(), EngineOptions.standard())) {
      network.initialise(1);
      SegmentSettings standard = SegmentSettings.standard().withOutputs(outputs);
      CaseSegmenter segmenter =
          new CaseSegmenter(
              network,
              card,
              new SegmentSettings(
                  standard.window(), overlap, 1, standard.mirror(), true, standard.outputs()));
      FolderSegmenter folders =
          new FolderSegmenter(segmenter, VolumeIO.standard(), Optional.of(".nii.gz"), true);
      long start = System.nanoTime();
      SegmentReport report =
          folders.run(
              List.of(new Case("benchmark", files, Optional.empty())), folder, new Printing());
      System.out.printf(
          "%s in %.1f s; Java heap in use %d MiB%n",
          report,
          (System.nanoTime() - start) / 1e9,
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
      report.cases().forEach(System.out::println);
    }
  }

  private static ModelCard card(int channels, Size window) {
    Labels labels =
        new Labels(
            true, List.of(new LabelClass("a", 1), new LabelClass("b", 2), new LabelClass("c", 3)));
    return new ModelCard(
        ModelCard.FORMAT,
        "untrained",
        new Architecture(
            Backbone.SEG_NET,
            channels,
            labels.size(),
            true,
            8,
            4,
            3,
            Optional.of(EdgeStream.standard())),
        new Preprocessing(
            IntStream.range(0, channels).mapToObj(c -> "channel" + c).toList(),
            Collections.nCopies(channels, Normalisation.of(Normalisation.Kind.Z_SCORE_NONZERO)),
            Optional.empty(),
            true),
        labels,
        window,
        LossSettings.standard(),
        "benchmark");
  }

  private static final class Printing implements TaskListener {
    @Override
    public void progress(long done, long total, String what) {
      System.err.println(what);
    }

    @Override
    public void warn(String message) {
      System.err.println(message);
    }
  }
}
