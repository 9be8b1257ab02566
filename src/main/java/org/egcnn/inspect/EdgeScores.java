/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import java.util.Optional;

/**
 * How well the edges of a class are found: Dice of edge voxels, mean over the cases in which either
 * side has any. Edges are those that the loss teaches: Sobel edges of a mask, or where the edge
 * stream's probability is above 0.5.
 *
 * @param name the class
 * @param predicted the edge stream's edges against the reference's; empty without an edge stream
 * @param agreement the edge stream's edges against those of the predicted mask; likewise
 * @param border the edges of the predicted mask against the reference's
 */
public record EdgeScores(
    String name, Optional<Double> predicted, Optional<Double> agreement, Optional<Double> border) {}
