/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.dataset.Case;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Predictor;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.ExclusiveLock;
import org.egcnn.task.OutputFolder;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * Segments files or folders with a model from its folder. Commands, menus and scripts share it.
 *
 * @param model the model folder, or a folder of models that segment together, see {@link Models}
 * @param inputs files and folders
 * @param out the folder for results, made if missing
 * @param settings how to segment
 * @param ending the results' file ending, such as {@code .nii.gz}; empty for the inputs' own
 * @param overwrite whether results that exist are replaced
 * @param shard the part of the cases that this process does, whose course it keeps in {@code
 *     manifest/} of the folder for results; empty for all cases and no manifest
 * @param engine threads and device
 */
public record SegmentationTask(
    Path model,
    List<Path> inputs,
    Path out,
    SegmentSettings settings,
    Optional<String> ending,
    boolean overwrite,
    Optional<Shard> shard,
    EngineOptions engine) {

  /**
   * Segments all cases, or those of the shard; one that fails does not stop the others.
   *
   * @throws BadInputException if the model, an input path or the output folder cannot be used, two
   *     cases have results of one name, or another process does this shard, or writes the folder
   *     without shards
   * @throws CancelledException if the listener asked for it
   */
  public SegmentReport run(VolumeIO io, TaskListener listener)
      throws IOException, CancelledException {
    Models models = Models.of(model.toAbsolutePath().normalize());
    models.requireTogether(settings.outputs());
    int channels = models.card().architecture().inputChannels();
    List<Case> cases = new InputCases(io, channels).find(inputs);
    requireOutputsApart(cases);
    if (shard.isPresent()) {
      return runShard(shard.get(), models, cases, io, listener);
    }
    try (ExclusiveLock lock = ExclusiveLock.take(out, "segmentation")) {
      return run(models, cases, CaseFollower.NONE, io, listener);
    }
  }

  /** The edges of a case {@code a} are called as the labels of a case {@code a_edges} are. */
  private void requireOutputsApart(List<Case> cases) throws BadInputException {
    Map<String, Case> writers = new HashMap<>();
    for (Case one : cases) {
      for (OutputKind kind : settings.outputs()) {
        Case other = writers.put(one.name() + kind.suffix(), one);
        if (other != null) {
          throw new BadInputException(
              one.images().get(0),
              "a result of it would have the same name as one of case " + other.name(),
              "Segment the two separately");
        }
      }
    }
  }

  private SegmentReport runShard(
      Shard part, Models models, List<Case> cases, VolumeIO io, TaskListener listener)
      throws IOException, CancelledException {
    List<String> names = cases.stream().map(Case::name).toList();
    List<Case> own = cases.stream().filter(one -> part.has(one.name())).toList();
    listener.info("Shard " + part + " has " + own.size() + " of " + cases.size() + " cases");
    try (ShardRecorder recorder =
        ShardRecorder.begin(out, models.inWords(), settings, part, names, listener)) {
      return own.isEmpty()
          ? new SegmentReport(List.of())
          : run(models, own, recorder, io, listener);
    }
  }

  private SegmentReport run(
      Models models, List<Case> cases, CaseFollower follower, VolumeIO io, TaskListener listener)
      throws IOException, CancelledException {
    try (Predictor network = models.restored(engine, listener)) {
      CaseSegmenter segmenter = new CaseSegmenter(network, models.card(), settings);
      OutputFolder.prepare(out);
      return new FolderSegmenter(segmenter, io, ending, overwrite)
          .run(cases, out, follower, listener);
    }
  }
}
