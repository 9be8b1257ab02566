/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts into which many cases are divided, each for a process of its own. The case's
 * name alone decides to which it belongs: the first 32 bits of the SHA-256 of the name in UTF-8,
 * modulo the number of parts. So processes that start at different times agree, whatever was added
 * or removed meanwhile, which places in a sorted list would not give; the price is that parts are
 * of about, not exactly, the same size.
 *
 * @param index which part, from 0 to below {@code count}
 * @param count how many parts there are, 1 to {@value #MOST}
 */
public record Shard(int index, int count) {
  /** Beyond it parts hold single cases of any dataset. */
  private static final int MOST = 100_000;

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /** Checks the range. */
  public Shard {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("the number of shards must be 1 to " + MOST);
    }
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "shard " + index + "/" + count + " does not exist: they count from 0 to " + (count - 1));
    }
  }

  /**
   * The shard that a text such as {@code 2/4} names, the third of four.
   *
   * @throws IllegalArgumentException if it names none; the message says what to write
   */
  public static Shard parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no shard: write i/n, such as 0/4, 1/4, 2/4, 3/4 for four shards");
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether a case of this name belongs to it; it belongs to exactly one of {@code count}. */
  public boolean has(String caseName) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(caseName.getBytes(StandardCharsets.UTF_8));
      return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), count) == index;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
