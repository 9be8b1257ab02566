/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;

/**
 * All that a user can choose about a training; what is left empty follows from the data.
 *
 * @param data the dataset's folder
 * @param out the model folder to write
 * @param mode what is done with a model folder that exists; {@link TrainingJob.Mode#RESUME} takes
 *     model and settings from its checkpoint, and starts anew where there is none yet
 * @param split which cases train and which validate
 * @param network the network
 * @param losses the loss; its spacing is set from the data
 * @param crop the crop size, or empty for one that suits data and memory
 * @param batch crops a step
 * @param settings sets what else differs from the defaults
 * @param preprocessing what is decided about voxel size and normalisation
 * @param engine threads and device
 */
public record TrainingOptions(
    Path data,
    Path out,
    TrainingJob.Mode mode,
    SplitChoice split,
    NetworkChoice network,
    LossSettings losses,
    Optional<Size> crop,
    int batch,
    UnaryOperator<TrainingSettingsBuilder> settings,
    PreprocessingChoice preprocessing,
    EngineOptions engine) {

  /** The learning rate that suits small batches; the paper's protocol has 1e-4. */
  public static final double LEARNING_RATE = 1e-3;

  /**
   * The crops of a step unless another number is asked for. Twice as many small steps taught more
   * than half as many of two crops in the same number of epochs, at little more time.
   */
  public static final int BATCH = 1;

  /** The epochs of a training unless another number is asked for. */
  public static final int EPOCHS = 100;

  /** Options that leave all preprocessing to the data. */
  public TrainingOptions(
      Path data,
      Path out,
      TrainingJob.Mode mode,
      SplitChoice split,
      NetworkChoice network,
      LossSettings losses,
      Optional<Size> crop,
      int batch,
      UnaryOperator<TrainingSettingsBuilder> settings,
      EngineOptions engine) {
    this(
        data,
        out,
        mode,
        split,
        network,
        losses,
        crop,
        batch,
        settings,
        PreprocessingChoice.fromData(),
        engine);
  }

  /** The defaults for a dataset and a model folder. */
  public static TrainingOptions standard(Path data, Path out) {
    return new TrainingOptions(
        data,
        out,
        TrainingJob.Mode.NEW,
        SplitChoice.random(1),
        NetworkChoice.standard(),
        LossSettings.standard(),
        Optional.empty(),
        BATCH,
        settings -> settings.epochs(EPOCHS).learningRate(LEARNING_RATE),
        EngineOptions.standard());
  }
}
