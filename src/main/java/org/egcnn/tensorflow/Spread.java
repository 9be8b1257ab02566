/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.DeviceSpec;

/**
 * Where a network computes.
 *
 * @param devices a training step spreads its crops over them, everything else is on the first;
 *     empty lets TensorFlow choose one
 * @param processor where batches are and are divided
 * @param apart whether each device has a memory of its own
 */
record Spread(List<DeviceSpec> devices, DeviceSpec processor, boolean apart) {}
