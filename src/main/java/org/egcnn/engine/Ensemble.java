/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.Size;

/**
 * Several networks that segment together: the mean of their probabilities, and of their edge
 * probabilities where every one has some. Networks that were trained from other seeds or on other
 * folds err in different places, so that the mean errs less (Hansen and Salamon 1990).
 *
 * @param members at least one, of the same channels and outputs; closed with the ensemble
 */
public record Ensemble(List<Predictor> members) implements Predictor {

  /** Copies the list and checks that it is not empty. */
  public Ensemble {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an ensemble needs a network");
    }
  }

  /** The mean prediction, in memory of its own. */
  private record Mean(FloatBuffer probabilities, Optional<FloatBuffer> edges)
      implements Prediction {
    @Override
    public void close() {
      // nothing but arrays
    }
  }

  @Override
  public Batch allocate(int count, Size size) {
    return members.get(0).allocate(count, size);
  }

  @Override
  public Prediction predict(Batch batch) {
    if (members.size() == 1) {
      return members.get(0).predict(batch);
    }
    try {
      return mean(batch);
    } catch (OutOfMemoryError e) {
      throw new EngineMemoryException("Java has too little memory for the mean of networks", e);
    }
  }

  private Prediction mean(Batch batch) {
    FloatBuffer probabilities = null;
    Optional<FloatBuffer> edges = Optional.empty();
    for (int i = 0; i < members.size(); i++) {
      try (Prediction one = members.get(i).predict(batch)) {
        if (i == 0) {
          probabilities = FloatBuffer.allocate(one.probabilities().capacity());
          edges = one.edges().map(map -> FloatBuffer.allocate(map.capacity()));
        } else if (one.edges().isEmpty()) {
          edges = Optional.empty();
        }
        add(one.probabilities(), probabilities);
        edges.ifPresent(sum -> add(one.edges().orElseThrow(), sum));
      }
    }
    return new Mean(probabilities, edges);
  }

  private void add(FloatBuffer values, FloatBuffer mean) {
    float share = 1f / members.size();
    float[] sum = mean.array();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += share * values.get(i);
    }
  }

  @Override
  public Prediction predictWithGates(Batch batch) {
    if (members.size() > 1) {
      throw new IllegalStateException("gates of several networks have no mean");
    }
    return members.get(0).predictWithGates(batch);
  }

  @Override
  public void close() {
    members.forEach(Predictor::close);
  }
}
