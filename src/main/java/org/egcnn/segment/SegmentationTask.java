/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.dataset.Case;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.ModelCard;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.WeightTensor;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.ExclusiveLock;
import org.egcnn.task.OutputFolder;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * Segments files or folders with a model from its folder. Commands, menus and scripts share it.
 *
 * @param model the model folder
 * @param inputs files and folders
 * @param out the folder for results, made if missing
 * @param settings how to segment
 * @param ending the results' file ending, such as {@code .nii.gz}; empty for the inputs' own
 * @param overwrite whether results that exist are replaced
 * @param engine threads and device
 */
public record SegmentationTask(
    Path model,
    List<Path> inputs,
    Path out,
    SegmentSettings settings,
    Optional<String> ending,
    boolean overwrite,
    EngineOptions engine) {

  /**
   * Segments all cases; one that fails does not stop the others.
   *
   * @throws BadInputException if the model, an input path or the output folder cannot be used, or
   *     another segmentation is writing there
   * @throws CancelledException if the listener asked for it
   */
  public SegmentReport run(VolumeIO io, TaskListener listener)
      throws IOException, CancelledException {
    ModelCard card = ModelFolder.readCard(model);
    List<Case> cases = new InputCases(io, card.architecture().inputChannels()).find(inputs);
    try (Network network = restored(model, card, engine)) {
      CaseSegmenter segmenter = new CaseSegmenter(network, card, settings);
      OutputFolder.prepare(out);
      try (ExclusiveLock lock = ExclusiveLock.take(out, "segmentation")) {
        return new FolderSegmenter(segmenter, io, ending, overwrite).run(cases, out, listener);
      }
    }
  }

  /**
   * A model's network, ready to predict. The caller closes it.
   *
   * @param card what the folder's {@code model.json} says
   * @throws BadInputException if the weights are missing, damaged, or of another network
   */
  public static Network restored(Path model, ModelCard card, EngineOptions engine)
      throws IOException {
    Map<String, WeightTensor> weights = ModelFolder.readWeights(model);
    try {
      card.architecture().requireEnough(weights.values());
      return restored(card, weights, engine);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          model.resolve(ModelFolder.WEIGHTS),
          "does not belong to this model: " + e.getMessage(),
          "Restore both files of the model folder from one copy",
          e);
    }
  }

  private static Network restored(
      ModelCard card, Map<String, WeightTensor> weights, EngineOptions engine) {
    Network network = EngineLoader.load().create(card.architecture(), Optional.empty(), engine);
    try {
      network.restore(weights);
      return network;
    } catch (IllegalArgumentException e) {
      network.close();
      throw e;
    }
  }
}
