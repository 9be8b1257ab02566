/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.DataStorageVisitor;

/** The memory of a tensor as a buffer of the JDK, without a copy. */
final class TensorMemory {
  private TensorMemory() {}

  /**
   * The bytes of a tensor in native order; valid until it is closed.
   *
   * @throws IllegalArgumentException if it is larger than 2 GiB
   */
  static ByteBuffer bytes(Tensor tensor) {
    long size = tensor.numBytes();
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a tensor of " + size + " bytes is too large; take smaller windows");
    }
    ByteDataBuffer data = tensor.asRawTensor().data();
    ByteBuffer bytes =
        data.accept(
            new DataStorageVisitor<ByteBuffer>() {
              @Override
              public ByteBuffer visit(ByteBuffer buffer) {
                return buffer;
              }

              @Override
              public ByteBuffer visit(long address, long length, long scale) {
                return new Address(address, length * scale).asByteBuffer();
              }

              @Override
              public ByteBuffer fallback() {
                throw new IllegalStateException("the tensor has no native memory");
              }
            });
    return bytes.order(ByteOrder.nativeOrder());
  }

  /** A pointer to memory that somebody else owns. */
  private static final class Address extends BytePointer {
    Address(long address, long size) {
      super((Pointer) null);
      this.address = address;
      this.limit = size;
      this.capacity = size;
    }
  }
}
