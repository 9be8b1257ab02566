/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import org.egcnn.train.Environment;

/**
 * What a finished run took; {@code result.json}. Its scores are in the run's evaluation.
 *
 * @param finished when it was finished, ISO 8601 in UTC
 * @param environment what it was trained on
 * @param parameters trainable weights
 * @param trainingBytes the memory that a training step was expected to take at its peak
 * @param epochs epochs trained
 * @param bestEpoch the epoch whose weights were scored, from 1; 0 if none was validated
 * @param secondsPerEpoch the median seconds of an epoch's steps
 * @param trainingSeconds the seconds of all epochs, validations included
 */
record RunResult(
    String finished,
    Environment environment,
    long parameters,
    long trainingBytes,
    int epochs,
    int bestEpoch,
    double secondsPerEpoch,
    double trainingSeconds) {}
