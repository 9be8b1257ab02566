/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
/** Metrics, empty-mask conventions, the evaluation of a folder of predictions, and its reports. */
package org.egcnn.evaluate;
