/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

/**
 * What a file's header says, without its voxels.
 *
 * @param grid the size and the place in the world
 * @param channels the number of channels, at least 1
 * @param voxelType how the file stores a voxel, before any scaling that the header asks for
 */
public record VolumeInfo(Grid grid, int channels, VoxelType voxelType) {}
