/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Inputs made from others by a few random changes; the same seed makes the same ones. */
final class Mutants {
  private static final byte[] TELLING = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff, '0', '9', '-', '%'};

  private final List<byte[]> parents;
  private final Random random;

  Mutants(List<byte[]> parents, long seed) {
    this.parents = parents;
    this.random = new Random(seed);
  }

  /** The next input. */
  byte[] next() {
    byte[] bytes = any().clone();
    for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  private byte[] any() {
    return parents.get(random.nextInt(parents.size()));
  }

  private byte[] changed(byte[] bytes) {
    // Headers come first.
    int at = random.nextInt(random.nextInt(4) == 0 ? bytes.length : Math.min(bytes.length, 400));
    switch (random.nextInt(7)) {
      case 0 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> bytes[at] = (byte) random.nextInt(256);
      case 3 -> {
        // A larger number, in binary or in text
        int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
        Arrays.fill(bytes, at, end, TELLING[random.nextInt(TELLING.length)]);
      }
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 5 -> {
        return joined(bytes, at, bytes, random.nextInt(at + 1));
      }
      default -> {
        byte[] other = any();
        return joined(bytes, at, other, random.nextInt(other.length));
      }
    }
    return bytes;
  }

  /** The beginning of one up to a place, and the end of another from a place. */
  private static byte[] joined(byte[] one, int end, byte[] other, int start) {
    byte[] both = Arrays.copyOf(one, end + other.length - start);
    System.arraycopy(other, start, both, end, other.length - start);
    return both;
  }
}
