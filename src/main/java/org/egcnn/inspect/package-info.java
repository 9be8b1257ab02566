/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
/**
 * What a network with an edge stream does inside, on cases whose masks are known: its edges, its
 * gates, and how each part of the loss pulls at its weights.
 */
package org.egcnn.inspect;
