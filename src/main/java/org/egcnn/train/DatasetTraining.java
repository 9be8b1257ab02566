/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.CaseFingerprint;
import org.egcnn.dataset.CaseReader;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.dataset.Split;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Labels;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Preprocessing;
import org.egcnn.prepare.Preprocessor;
import org.egcnn.volume.VolumeIO;

/**
 * Makes training jobs of a dataset.
 *
 * @param dataset the dataset
 * @param split which of its cases train and which validate
 * @param fingerprint what was found in it
 * @param io reads its files
 */
public record DatasetTraining(Dataset dataset, Split split, Fingerprint fingerprint, VolumeIO io) {

  /** The name under which a model folder keeps the split, in the form that {@link Split} reads. */
  public static final String SPLIT = "split.json";

  /**
   * A job that trains on the dataset.
   *
   * @param card the model, with the dataset's channels and labels
   * @param settings how to train
   * @param folder the model folder to write
   * @param mode what is done with a folder that exists
   * @param engine the engine's name and version, for the record
   * @param precision the numbers of the convolutions, for the record
   * @param memory bytes of memory that the engine can use, or 0 if unknown
   * @throws IOException if the times of the data's files cannot be read
   * @throws IllegalArgumentException if the parts do not agree, see {@link TrainingJob}
   */
  public TrainingJob job(
      ModelCard card,
      TrainingSettings settings,
      Path folder,
      TrainingJob.Mode mode,
      String engine,
      EngineOptions.Precision precision,
      long memory)
      throws IOException {
    Labels labels = card.labels();
    CaseReader reader = new CaseReader(io, card.architecture().inputChannels(), labels);
    Preprocessor preprocessor = new Preprocessor(card.preprocessing());
    Map<String, CaseFingerprint> known = new HashMap<>();
    fingerprint.cases().forEach(one -> known.put(one.name(), one));
    List<CaseSource> training = new ArrayList<>();
    for (Case source : dataset.select(split.training())) {
      training.add(
          new DatasetCase(
              new SourceFiles(source, reader),
              preprocessor,
              labels,
              bytes(known.get(source.name()), card.preprocessing())));
    }
    List<SourceFiles> validating = new ArrayList<>();
    for (Case source : dataset.select(split.validation())) {
      validating.add(new SourceFiles(source, reader));
    }
    Validation validation =
        new WholeVolumeValidation(validating, card, settings.validationOverlap());
    return new TrainingJob(
        card,
        settings,
        training,
        validation,
        folder,
        mode,
        Map.of(
            SPLIT,
            new TreeMap<>(Map.of("train", split.training(), "val", split.validation())),
            Fingerprint.FILE_NAME,
            fingerprint),
        engine,
        precision,
        memory);
  }

  /**
   * What a case takes while it is loaded: on the network's grid 4 bytes a voxel and channel, and 5
   * for the mask while it is resampled; on its own grid the voxels of image and mask as they are in
   * their files, 8 bytes at most and usually 2.
   */
  private static long bytes(CaseFingerprint one, Preprocessing preprocessing) {
    double voxels = one.size().voxels();
    double resampled = voxels;
    for (int axis = 0; axis < 3 && preprocessing.spacing().isPresent(); axis++) {
      resampled *= one.spacing().get(axis) / preprocessing.spacing().get().get(axis);
    }
    int channels = one.channels().size();
    return (long) (resampled * (4.0 * channels + 5) + voxels * (2.0 * channels + 1));
  }
}
