/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

/**
 * What is known of one channel over all cases.
 *
 * @param name the channel
 * @param all intensities of all voxels
 * @param nonZero intensities of the voxels that are not 0
 * @param foreground intensities of the labelled voxels
 * @param zeroShare the share of voxels that are exactly 0, between 0 and 1
 * @param foregroundLow the 0.5 % percentile of the labelled voxels' intensities, from a sample of
 *     at most {@value CaseScan#SAMPLE} voxels a case
 * @param foregroundMedian their median, from the same sample
 * @param foregroundHigh their 99.5 % percentile, from the same sample
 */
public record ChannelFingerprint(
    String name,
    IntensityStatistics all,
    IntensityStatistics nonZero,
    IntensityStatistics foreground,
    double zeroShare,
    double foregroundLow,
    double foregroundMedian,
    double foregroundHigh) {}
