/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
/**
 * How fast this program is on this machine. {@link org.egcnn.bench.Benchmark} measures, {@link
 * org.egcnn.bench.SpeedReport} holds the figures and {@link org.egcnn.bench.SpeedMarkdown} shows
 * them.
 *
 * <p>Networks are measured in child processes ({@code NetworkProcess}), one for each variant, so
 * that each has its own peak of memory. The parent lets the variants that are compared take turns
 * ({@code Rounds}): what else the machine does then slows all of them alike.
 */
package org.egcnn.bench;
