/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.nio.file.Path;
import java.util.Map;
import org.egcnn.dataset.Case;

/**
 * A case to segment.
 *
 * @param source its image files
 * @param files the outputs to make of it
 */
record CasePlan(Case source, Map<OutputKind, Path> files) {}
