/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

/**
 * A connected part of the voxels of one label.
 *
 * @param label its label's name
 * @param number its number among the objects of its label and time point, from 1, the largest first
 * @param frame its time point, from 1
 * @param voxels how many voxels it has
 * @param cubicMillimetres its volume
 * @param centroid the mean of its voxels' centres, x, y, z, in the image's calibrated unit; the
 *     first voxel's centre is half a voxel from the first corner of the image
 */
record LabelledObject(
    String label, int number, int frame, long voxels, double cubicMillimetres, double[] centroid) {}
