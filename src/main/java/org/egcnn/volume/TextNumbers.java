/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Turns numbers written as text, separated by blanks or commas, into the bytes a raw file would
 * hold.
 */
final class TextNumbers extends InputStream {
  /** Longer than any number of 64 bits in decimal digits. */
  private static final int LONGEST_WORD = 400;

  private final InputStream in;
  private final RawLayout layout;
  private final ByteBuffer number;

  /** Over a text, giving numbers of the layout's type and byte order. */
  TextNumbers(InputStream in, RawLayout layout) {
    this.in = in;
    this.layout = layout;
    this.number = ByteBuffer.allocate(layout.type().bytes()).order(layout.order()).limit(0);
  }

  @Override
  public int read() throws IOException {
    if (!number.hasRemaining() && !next()) {
      return -1;
    }
    return number.get() & 0xff;
  }

  private boolean next() throws IOException {
    StringBuilder word = new StringBuilder();
    int c = in.read();
    while (c >= 0 && isSeparator(c)) {
      c = in.read();
    }
    for (; c >= 0 && !isSeparator(c) && word.length() < LONGEST_WORD; c = in.read()) {
      word.append((char) c);
    }
    if (word.isEmpty()) {
      return false;
    }
    try {
      put(word.toString());
    } catch (NumberFormatException e) {
      throw new IOException("'" + word + "' is not a number of type " + layout.type(), e);
    }
    return true;
  }

  private static boolean isSeparator(int c) {
    return c <= ' ' || c == ',';
  }

  private void put(String word) {
    number.clear();
    switch (layout.type()) {
      case FLOAT32 -> number.putFloat(Float.parseFloat(word));
      case FLOAT64 -> number.putDouble(Double.parseDouble(word));
      case UINT64 -> number.putLong(new BigInteger(word).longValue());
      case INT64 -> number.putLong(Long.parseLong(word));
      case UINT32, INT32 -> number.putInt((int) Long.parseLong(word));
      case UINT16, INT16 -> number.putShort((short) Long.parseLong(word));
      case UINT8, INT8 -> number.put((byte) Long.parseLong(word));
    }
    number.flip();
  }
}
