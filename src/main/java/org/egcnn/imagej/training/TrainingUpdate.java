/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.egcnn.train.CropPreview;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.TrainingStart;

/**
 * What has happened in a training since the last update.
 *
 * @param start what is known from its start, or empty while the cases are prepared
 * @param epochs the epochs that were finished since the last update
 * @param newEpoch whether an epoch was begun since the last update, so that the thin lines of the
 *     one before go
 * @param points new points of the running epoch's thin lines
 * @param epoch the running epoch, from 1
 * @param step the finished steps of the running epoch
 * @param share the finished part of the whole training, 0 to 1
 * @param learningRate the running epoch's learning rate
 * @param secondsPerEpoch seconds of an epoch's steps
 * @param secondsLeft seconds until the end
 * @param best the epoch with the best scores so far
 * @param preview a preview that was not shown yet
 * @param doing what is being done now
 */
record TrainingUpdate(
    Optional<TrainingStart> start,
    List<EpochRecord> epochs,
    boolean newEpoch,
    List<SmoothedSteps.Point> points,
    int epoch,
    int step,
    double share,
    double learningRate,
    OptionalDouble secondsPerEpoch,
    OptionalDouble secondsLeft,
    Optional<EpochRecord> best,
    Optional<CropPreview> preview,
    String doing) {}
