/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;

/**
 * A predicted mask under the name that figures give it.
 *
 * @param name such as {@code with edge stream}
 * @param labels label values, axes x, y, z
 */
public record NamedMask(String name, RandomAccessibleInterval<IntType> labels) {}
