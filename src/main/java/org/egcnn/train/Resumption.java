/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import org.egcnn.engine.Network;
import org.egcnn.model.ModelCard;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;

/** Goes back to a training's last checkpoint and makes sure that it belongs to the job. */
final class Resumption {

  private Resumption() {}

  /**
   * The newest sound checkpoint of a folder.
   *
   * @throws BadInputException if there is none, or it is of another model or batch
   */
  static Checkpoint find(TrainingFolder folder, TrainingJob job, TaskListener listener)
      throws IOException {
    Checkpoint checkpoint =
        folder
            .checkpoints(job.settings().checkpointsKept())
            .newest(listener)
            .orElseThrow(
                () ->
                    new BadInputException(
                        job.folder(),
                        "holds no checkpoint to go on from",
                        "Train without resuming"));
    check(checkpoint.description(), job, listener);
    return checkpoint;
  }

  private static void check(Checkpoint.Description saved, TrainingJob job, TaskListener listener)
      throws BadInputException {
    ModelCard card = job.card();
    require(saved.card().architecture().equals(card.architecture()), "architecture", job);
    require(saved.card().preprocessing().equals(card.preprocessing()), "preprocessing", job);
    require(saved.card().labels().equals(card.labels()), "labels", job);
    require(saved.card().losses().equals(card.losses()), "losses", job);
    int cases = job.training().size();
    require(
        saved.progress().step() <= job.settings().steps(cases), "number of steps an epoch", job);
    if (!saved.settings().trainsLike(job.settings())) {
      listener.warn(
          "The settings differ from those the training was started with; the result will not be"
              + " that of an uninterrupted training");
    }
    if (!saved.data().equals(job.dataSha256())) {
      listener.warn(
          "The data differ from those the training was started with; the scores before and after"
              + " cannot be compared");
    }
  }

  private static void require(boolean same, String what, TrainingJob job) throws BadInputException {
    if (!same) {
      throw new BadInputException(
          job.folder(),
          "was trained with another " + what,
          "Resume with the options it was started with, or train into another folder");
    }
  }

  /**
   * Puts weights and optimiser back.
   *
   * @throws BadInputException if the state does not fit the network
   */
  static void restore(Network network, Checkpoint checkpoint) throws BadInputException {
    try {
      network.restore(checkpoint.state());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "The checkpoint's weights do not fit the network: "
              + e.getMessage()
              + ". Train into another folder",
          e);
    }
  }
}
