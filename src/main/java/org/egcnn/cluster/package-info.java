/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
/**
 * Several processes that train as one, on one machine or many: where each is reached, who may
 * connect to it, and the line between them over which they meet, tell that they live, and end. The
 * numbers travel by the engine's own server. Process 0 is the chief: it reads the data, holds the
 * weights and writes; the others are workers that compute their crops of each step.
 */
package org.egcnn.cluster;
