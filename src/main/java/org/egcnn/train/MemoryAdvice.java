/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Locale;
import java.util.Optional;
import org.egcnn.engine.EngineMemoryException;
import org.egcnn.engine.Network;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;

/**
 * Says before or after memory runs out which crop would fit.
 *
 * @param network whose needs are estimated
 * @param batch crops in a step
 * @param crop the wanted crop size
 * @param step sides of crops are multiples of this
 * @param available bytes that the engine can use, or 0 if unknown
 */
record MemoryAdvice(Network network, int batch, Size crop, int step, long available) {

  /**
   * Refuses a training that cannot fit.
   *
   * @throws BadInputException if the estimate is above what is available
   */
  void check() throws BadInputException {
    long needed = network.estimateBytes(batch, crop, true);
    if (available > 0 && needed > available) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "Training with crop %s and batch %d needs about %.1f GB of memory, of which there are"
                  + " %.1f GB. %s",
              crop,
              batch,
              needed / 1e9,
              available / 1e9,
              remedy(available)));
    }
  }

  /** The complaint about a step that ran out of memory. */
  BadInputException tooLarge(EngineMemoryException cause) {
    long needed = network.estimateBytes(batch, crop, true);
    long target = available > 0 ? Math.min(available, needed / 2) : needed / 2;
    return new BadInputException(
        String.format(
            Locale.ROOT,
            "Memory ran out while training with crop %s and batch %d, which needs about %.1f GB. %s",
            crop,
            batch,
            needed / 1e9,
            remedy(target)),
        cause);
  }

  private String remedy(long bytes) {
    if (batch > 1 && network.estimateBytes(1, crop, true) <= bytes) {
      return "Try batch 1, or crop " + fitting(bytes).map(Size::toString).orElse("sides halved");
    }
    return fitting(bytes)
        .map(size -> "Try crop " + size)
        .orElse("Try batch 1 and a network of smaller width");
  }

  /** The wanted crop with its longest sides cut until a step fits. */
  Optional<Size> fitting(long bytes) {
    int[] sides = {crop.depth(), crop.height(), crop.width()};
    while (true) {
      Size size = new Size(sides[0], sides[1], sides[2]);
      if (network.estimateBytes(batch, size, true) <= bytes) {
        return Optional.of(size);
      }
      int longest = 0;
      for (int d = 1; d < 3; d++) {
        longest = sides[d] > sides[longest] ? d : longest;
      }
      if (sides[longest] <= step) {
        return Optional.empty();
      }
      sides[longest] -= step;
    }
  }
}
