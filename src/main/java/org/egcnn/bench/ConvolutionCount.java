/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.util.List;
import org.egcnn.model.Architecture;
import org.egcnn.model.Size;

/**
 * The work in a network's own convolutions, whatever computes them. Products with the zero padding
 * are counted; normalisation, activation, up-sampling, losses and the optimiser are not, and
 * neither is what recomputation does twice.
 *
 * @param forward floating-point operations of a prediction
 * @param training operations of a step: forward, to each kernel, and to each input but the image
 * @param kernelWeights numbers in all kernels
 */
public record ConvolutionCount(double forward, double training, long kernelWeights) {

  /**
   * Counts a network.
   *
   * @param architecture the network
   * @param count crops in a batch
   * @param size their size
   */
  public static ConvolutionCount of(Architecture architecture, int count, Size size) {
    List<NetworkConvolutions.Layer> layers = NetworkConvolutions.of(architecture, count, size);
    return new ConvolutionCount(
        layers.stream().mapToDouble(layer -> layer.shape().operations()).sum(),
        layers.stream()
            .mapToDouble(layer -> layer.trainingPasses().size() * layer.shape().operations())
            .sum(),
        layers.stream().mapToLong(layer -> layer.shape().weights()).sum());
  }
}
