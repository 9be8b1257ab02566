/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

/**
 * How fast a network is.
 *
 * @param network what ran
 * @param timing how long one step or prediction took
 * @param bareSeconds how long its convolutions take by themselves, see {@link BareConvolutions}
 * @param operations what its convolutions compute, see {@link ConvolutionCount}
 * @param peakBytes the process's peak of resident memory; 0 if unknown
 * @param alternating whether it took turns with the variants that it is compared with; if not, they
 *     did not fit into memory together and ran one after the other
 */
public record NetworkRow(
    NetworkCase network,
    Timing timing,
    double bareSeconds,
    double operations,
    long peakBytes,
    boolean alternating) {}
