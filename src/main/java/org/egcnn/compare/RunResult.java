/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

/**
 * What a finished run took; {@code result.json}. Its scores are in the run's evaluation.
 *
 * @param finished when it was finished, ISO 8601 in UTC
 * @param software this program and its version
 * @param engine the engine and its version
 * @param processors processors Java could use
 * @param parameters trainable weights
 * @param trainingBytes the memory that a training step was expected to take at its peak
 * @param epochs epochs trained
 * @param bestEpoch the epoch whose weights were scored, from 1; 0 if none was validated
 * @param secondsPerEpoch the median seconds of an epoch's steps
 * @param trainingSeconds the seconds of all epochs, validations included
 */
record RunResult(
    String finished,
    String software,
    String engine,
    int processors,
    long parameters,
    long trainingBytes,
    int epochs,
    int bestEpoch,
    double secondsPerEpoch,
    double trainingSeconds) {}
