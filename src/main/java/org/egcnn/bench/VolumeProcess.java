/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.egcnn.dataset.Case;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.Network;
import org.egcnn.engine.Prediction;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.segment.CaseSegmenter;
import org.egcnn.segment.FolderSegmenter;
import org.egcnn.segment.OutputKind;
import org.egcnn.segment.SegmentReport;
import org.egcnn.segment.SegmentSettings;
import org.egcnn.segment.SlidingWindow;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * A process that segments one case with an untrained network. Requests, as for {@link
 * NetworkProcess}: {@code whole} segments from files to a file, {@code windows} predicts one batch
 * as often as the volume has windows; both are answered by their seconds. {@code peak} is answered
 * by bytes.
 */
final class VolumeProcess implements AutoCloseable {
  private static final double OVERLAP = 0.5;

  private final NetworkCase work;
  private final Path folder;
  private final Network network;
  private final Batch batch;
  private final long windows;

  private VolumeProcess(NetworkCase work, int threads, Path folder, long[] size) {
    this.work = work;
    this.folder = folder;
    network =
        EngineLoader.load().create(work.architecture(), Optional.empty(), work.options(threads));
    network.initialise(1);
    batch = network.allocate(1, work.crop());
    SyntheticCrops.fill(batch);
    windows = new SlidingWindow(size, work.crop(), OVERLAP).count();
  }

  /**
   * Arguments: the number of threads, the folder of the channels, the volume's voxels along x, y,
   * z, then the words of a {@link NetworkCase}.
   */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    long[] size = words.subList(2, 5).stream().mapToLong(Long::parseLong).toArray();
    NetworkCase work = NetworkCase.parse(words.subList(5, words.size()));
    int threads = Integer.parseInt(words.get(0));
    try (VolumeProcess process = new VolumeProcess(work, threads, Path.of(words.get(1)), size)) {
      Child.answer(process::answer);
    }
  }

  private String answer(String request) throws IOException {
    try {
      return switch (request) {
        case "whole" -> Double.toString(TimedRun.of(this::segment).seconds());
        case "windows" -> Double.toString(TimedRun.of(this::predict).seconds());
        case "peak" -> Long.toString(ResidentMemory.peak());
        default -> throw new IllegalArgumentException("unknown request " + request);
      };
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody cancels here", e);
    }
  }

  private void predict() {
    for (long i = 0; i < windows; i++) {
      try (Prediction prediction = network.predict(batch)) {
        prediction.probabilities();
      }
    }
  }

  private void segment() throws IOException, CancelledException {
    int channels = work.architecture().inputChannels();
    ModelCard card = card(channels);
    SegmentSettings settings =
        new SegmentSettings(
            Optional.empty(), OVERLAP, 1, Set.of(), true, Set.of(OutputKind.LABELS));
    List<Path> files = VolumeBenchmark.files(folder, channels);
    SegmentReport report =
        new FolderSegmenter(
                new CaseSegmenter(network, card, settings),
                VolumeIO.standard(),
                Optional.of(".nii.gz"),
                true)
            .run(
                List.of(new Case("volume", files, Optional.empty())),
                folder.resolve("masks"),
                new TaskListener() {});
    if (report.hasFailures()) {
      throw new IOException("segmenting failed: " + report);
    }
  }

  private ModelCard card(int channels) {
    Labels labels =
        new Labels(
            false,
            List.of(
                new LabelClass("whole", List.of(1, 2, 3), 1),
                new LabelClass("core", List.of(2, 3), 2),
                new LabelClass("enhancing", 3)));
    return new ModelCard(
        ModelCard.FORMAT,
        "untrained",
        work.architecture(),
        new Preprocessing(
            Collections.nCopies(channels, "channel"),
            Collections.nCopies(channels, Normalisation.of(Normalisation.Kind.Z_SCORE_NONZERO)),
            Optional.empty(),
            true),
        labels,
        work.crop(),
        LossSettings.standard(),
        "benchmark");
  }

  @Override
  public void close() {
    batch.close();
    network.close();
  }
}
