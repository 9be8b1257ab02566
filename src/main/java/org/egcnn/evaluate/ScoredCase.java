/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;
import org.egcnn.model.LabelClass;
import org.egcnn.volume.Volume;

/**
 * A case just scored, while its masks are still in memory.
 *
 * @param pair the files
 * @param reference the true label values
 * @param prediction the predicted label values, on the same grid
 * @param classes the classes judged
 * @param scores their scores
 */
public record ScoredCase(
    CasePair pair,
    Volume reference,
    Volume prediction,
    List<LabelClass> classes,
    CaseScores scores) {}
