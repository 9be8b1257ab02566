/**
 * Operations on 3D images: edges, distances, resampling, orientation, intensities, components.
 *
 * <p>All of them take any {@link net.imglib2.RandomAccessibleInterval} with axes x, y, z, in any
 * container and with any minimum, and answer with a new image whose minimum is zero, or with a
 * zero-min view. Spacing is in mm along x, y, z. Work is spread over the threads that {@link
 * net.imglib2.parallel.Parallelization} grants to the caller. Arguments that cannot be used raise
 * {@link IllegalArgumentException}.
 */
package org.egcnn.image;
