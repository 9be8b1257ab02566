/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Optional;
import org.egcnn.engine.StepLosses;

/**
 * What one epoch brought.
 *
 * @param epoch the epoch, from 1
 * @param learningRate the rate of its steps
 * @param losses mean losses of its steps
 * @param seconds how long its steps took, without validation
 * @param validation the scores after it, if it was followed by a validation
 */
public record EpochRecord(
    int epoch,
    double learningRate,
    StepLosses losses,
    double seconds,
    Optional<ValidationScores> validation) {}
