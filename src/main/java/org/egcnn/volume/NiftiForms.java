/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

/**
 * A NIfTI header's two ways of placing voxels, kept as they were read.
 *
 * @param qformCode what the quaternion's space is, 0 for none
 * @param sformCode what the affine's space is, 0 for none
 * @param quaternion b, c, d, then the offset x, y, z
 * @param pixdim pixdim[0] (qfac) to pixdim[3]
 * @param srow the sform's three rows of four numbers, in reading order
 * @param units the xyzt_units byte
 */
public record NiftiForms(
    int qformCode, int sformCode, double[] quaternion, double[] pixdim, double[] srow, int units) {}
