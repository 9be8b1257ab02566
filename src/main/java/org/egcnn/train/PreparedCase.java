/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

/**
 * A case ready to cut crops from.
 *
 * @param name what it is called in messages
 * @param width voxels along x
 * @param height voxels along y
 * @param depth voxels along z
 * @param channels image channels
 * @param padding each channel's value outside of the volume
 * @param spacing voxel size in mm, x, y, z
 * @param deviation standard deviation of each channel's non-zero voxels
 * @param content the box around the voxels that differ from the padding in some channel: the brain
 *     where all else is blanked, the body in CT
 * @param foreground where the classes are
 * @param storage the voxels
 */
record PreparedCase(
    String name,
    int width,
    int height,
    int depth,
    int channels,
    float[] padding,
    double[] spacing,
    double[] deviation,
    VoxelBox content,
    ForegroundIndex foreground,
    VoxelStorage storage) {}
