/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

/**
 * One number of the tables.
 *
 * @param metric the metric's key
 * @param region the class or region, or {@value Region#AVERAGE}
 * @param mean the mean over seeds of the mean over cases; NaN if no case has a value
 * @param std the sample standard deviation over seeds of the means over cases; NaN for one seed
 * @param fewestCases the smallest number of cases with a value among the seeds
 */
record ScoreCell(String metric, String region, double mean, double std, int fewestCases) {}
