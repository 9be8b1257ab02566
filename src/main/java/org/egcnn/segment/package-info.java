/**
 * Applying a model. {@link org.egcnn.segment.FolderSegmenter} segments cases into a folder, {@link
 * org.egcnn.segment.CaseSegmenter} one prepared volume.
 *
 * <p>Planes flow: {@code WindowedPrediction} asks the network window by window, {@code RollingSlab}
 * blends, {@code PlaneResampler} brings finished planes to the original's voxels, and {@code
 * LabelSink} and {@code ProbabilitySink} keep what was asked for. A {@code PlaneSink} is the joint
 * between them.
 */
package org.egcnn.segment;
