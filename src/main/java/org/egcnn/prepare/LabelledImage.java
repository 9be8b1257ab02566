/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.prepare;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * A volume as the network sees it, with what it is to be taught.
 *
 * @param image the prepared channels
 * @param codes {@link org.egcnn.model.Labels#code} of each voxel on the same grid, axes x, y, z
 */
public record LabelledImage(Prepared image, Img<UnsignedByteType> codes) {}
