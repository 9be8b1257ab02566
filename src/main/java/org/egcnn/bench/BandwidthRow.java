/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

/**
 * How fast memory is read and written by all threads.
 *
 * @param kernel {@code copy}: a = b; {@code triad}: a = b + 3 c
 * @param timing how long one pass took
 * @param gigabytes bytes read and written over the shortest time, in 1e9 a second
 */
public record BandwidthRow(String kernel, Timing timing, double gigabytes) {}
