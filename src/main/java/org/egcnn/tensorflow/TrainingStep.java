/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/**
 * The graph of a training step.
 *
 * @param objective the loss and its placeholders
 * @param inputs the placeholders of the optimiser's scalars
 * @param reported five numbers: the loss before the update (total, semantic, edge, consistency) and
 *     the gradient norm
 * @param update the update
 * @param mean the placeholder of the share of the newest weights in their mean
 * @param means the mean's updates, which follow the weights'
 */
record TrainingStep(
    Programs.Objective objective,
    Adam.Inputs inputs,
    Operand<TFloating> reported,
    Adam.Update update,
    Operand<TFloating> mean,
    List<Op> means) {

  /**
   * Takes the step.
   *
   * @param number the number of this step in the training, from 1
   * @param averaged the number of this step among those that keep a mean of the weights, from 1
   */
  StepLosses run(
      Session session, TensorBatch batch, StepSettings settings, long number, long averaged) {
    Session.Runner runner = session.runner();
    runner.fetch(reported);
    update.updates().values().forEach(runner::addTarget);
    if (settings.averageDecay() > 0) {
      means.forEach(runner::addTarget);
    }
    try (TInt64 seeds = TInt64.vectorOf(settings.noiseSeed(), number);
        TFloat32 share = TFloat32.scalarOf((float) settings.edgeShare());
        TFloat32 rate = TFloat32.scalarOf((float) settings.learningRate());
        TFloat32 power1 = TFloat32.scalarOf((float) Math.pow(Adam.BETA1, number));
        TFloat32 power2 = TFloat32.scalarOf((float) Math.pow(Adam.BETA2, number));
        TFloat32 clip = TFloat32.scalarOf((float) settings.clipNorm());
        TFloat32 newest =
            TFloat32.scalarOf((float) WeightMean.rate(settings.averageDecay(), averaged));
        Result result =
            runner
                .feed(objective.image(), batch.imageTensor())
                .feed(objective.labels(), batch.labelTensor())
                .feed(objective.seed(), seeds)
                .feed(objective.edgeShare(), share)
                .feed(inputs.learningRate(), rate)
                .feed(inputs.power1(), power1)
                .feed(inputs.power2(), power2)
                .feed(inputs.clipNorm(), clip)
                .feed(mean, newest)
                .run()) {
      TFloat32 losses = (TFloat32) result.get(0);
      return new StepLosses(
          losses.getFloat(0),
          losses.getFloat(1),
          losses.getFloat(2),
          losses.getFloat(3),
          losses.getFloat(4));
    }
  }
}
