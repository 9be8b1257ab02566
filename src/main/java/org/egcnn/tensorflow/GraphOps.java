/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TType;

/**
 * TensorFlow's operations in one floating-point type with static shapes. Everything in this package
 * is built through it, in float32 for use and in float64 to check gradients.
 */
final class GraphOps {
  private final Ops tf;
  private final Class<? extends TFloating> type;
  private final Class<? extends TFloating> convolutionType;
  private final Vectors vectors;

  /**
   * Builds into a graph.
   *
   * @param tf the graph's operations
   * @param type the floating-point type of all maps and weights
   */
  GraphOps(Ops tf, Class<? extends TFloating> type) {
    this(tf, type, type);
  }

  /**
   * Builds into a graph with convolutions in another type.
   *
   * @param tf the graph's operations
   * @param type the floating-point type of all maps and weights
   * @param convolutionType what they are converted to for a convolution
   */
  GraphOps(Ops tf, Class<? extends TFloating> type, Class<? extends TFloating> convolutionType) {
    this(tf, type, convolutionType, Vectors.present());
  }

  private GraphOps(
      Ops tf,
      Class<? extends TFloating> type,
      Class<? extends TFloating> convolutionType,
      Vectors vectors) {
    this.tf = tf;
    this.type = type;
    this.convolutionType = convolutionType;
    this.vectors = vectors;
  }

  /** TensorFlow's own operations, for what is not below. */
  Ops tf() {
    return tf;
  }

  /** The floating-point type. */
  @SuppressWarnings("unchecked")
  Class<TFloating> type() {
    return (Class<TFloating>) type;
  }

  /** The same builder with a name prefix for what it builds. */
  GraphOps within(String scope) {
    return with(tf.withSubScope(scope));
  }

  /** The same builder for operations that run after another has run. */
  GraphOps after(Op operation) {
    return with(tf.withControlDependencies(operation));
  }

  /** The same builder for operations on a device. */
  GraphOps on(DeviceSpec device) {
    return with(tf.withDevice(device));
  }

  private GraphOps with(Ops other) {
    return new GraphOps(other, type, convolutionType, vectors);
  }

  /** The same builder for a processor with other vectors. */
  GraphOps with(Vectors other) {
    return new GraphOps(tf, type, convolutionType, other);
  }

  /** The processor's vectors, by which some convolutions are computed in one way or another. */
  Vectors vectors() {
    return vectors;
  }

  /** The same builder with convolutions in the type of the maps. */
  GraphOps withoutConversion() {
    return new GraphOps(tf, type, type, vectors);
  }

  /** Converts a map or kernel for a convolution. */
  @SuppressWarnings("unchecked")
  Operand<TFloating> forConvolution(Operand<TFloating> x) {
    return convolutionType == type ? x : tf.dtypes.cast(x, (Class<TFloating>) convolutionType);
  }

  /** Converts what a convolution gave. */
  Operand<TFloating> fromConvolution(Operand<TFloating> x) {
    return convolutionType == type ? x : cast(x);
  }

  /** Converts any tensor to the floating-point type. */
  Operand<TFloating> cast(Operand<? extends TType> x) {
    return tf.dtypes.cast(x, type());
  }

  /** A scalar. */
  Operand<TFloating> constant(double value) {
    return cast(tf.constant(value));
  }

  /** An array of a shape, in row-major order. */
  Operand<TFloating> constant(double[] values, long... shape) {
    return cast(reshape(tf.constant(values), shape));
  }

  /** A shape or list of axes as a tensor. */
  Operand<TInt32> ints(long... values) {
    int[] narrow = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = Math.toIntExact(values[i]);
    }
    return tf.constant(narrow);
  }

  <T extends TType> Operand<T> reshape(Operand<T> x, long... shape) {
    return tf.reshape(x, ints(shape));
  }

  Operand<TFloating> add(Operand<TFloating> a, Operand<TFloating> b) {
    return tf.math.add(a, b);
  }

  Operand<TFloating> sub(Operand<TFloating> a, Operand<TFloating> b) {
    return tf.math.sub(a, b);
  }

  Operand<TFloating> mul(Operand<TFloating> a, Operand<TFloating> b) {
    return tf.math.mul(a, b);
  }

  Operand<TFloating> div(Operand<TFloating> a, Operand<TFloating> b) {
    return tf.math.div(a, b);
  }

  Operand<TFloating> square(Operand<TFloating> a) {
    return tf.math.square(a);
  }

  /** The sum of several tensors of one shape. */
  Operand<TFloating> sum(List<Operand<TFloating>> terms) {
    return terms.size() == 1 ? terms.get(0) : tf.math.addN(terms);
  }

  /** The sum over some axes, which are dropped. */
  Operand<TFloating> reduceSum(Operand<TFloating> x, long... axes) {
    return tf.reduceSum(x, ints(axes), ReduceSum.keepDims(false));
  }

  /** The sum of all elements, a scalar. */
  Operand<TFloating> total(Operand<TFloating> x, long elements) {
    return reduceSum(reshape(x, elements), 0);
  }

  /** The matrix product with either factor transposed. */
  Operand<TFloating> matMul(
      Operand<TFloating> a, boolean transposeA, Operand<TFloating> b, boolean transposeB) {
    return tf.linalg.matMul(a, b, MatMul.transposeA(transposeA), MatMul.transposeB(transposeB));
  }

  /** The products of stacks of matrices; a single matrix serves a whole stack. */
  Operand<TFloating> batchMatMul(Operand<TFloating> a, Operand<TFloating> b) {
    return BatchMatMul.create(tf.scope(), a, b, type());
  }

  /**
   * Sums over all positions but keeps samples and channels apart: [N, S, C] to [N, 1, C]. A product
   * with a row of ones is the fastest reduction TensorFlow has for this on processors.
   *
   * @param weight what each summand is multiplied by
   */
  Operand<TFloating> positionSums(
      Operand<TFloating> x, long samples, long positions, long channels, double weight) {
    Operand<TFloating> row = tf.fill(ints(1, 1, positions), constant(weight));
    return batchMatMul(row, reshape(x, samples, positions, channels));
  }
}
