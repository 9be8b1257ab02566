/**
 * From a volume as it was read to what a network takes, and what is needed to come back: axis
 * order, voxel size, intensities, label codes. Training and segmenting share it.
 */
package org.egcnn.prepare;
