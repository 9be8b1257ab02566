/**
 * Makes example data: synthetic CT-like abdomens with kidneys and kidney tumours, so that training,
 * segmenting and evaluating can be tried without downloading anything. The images are honest about
 * what makes the task hard (noise, partial volume, neighbours of the same intensity), but they are
 * no substitute for real scans.
 */
package org.egcnn.example;
