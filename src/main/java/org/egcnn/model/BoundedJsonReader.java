/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads JSON of which nothing is known: nesting, the number of values and the size of numbers are
 * limited, so that a small text can neither exhaust memory nor keep arithmetic busy, and a key may
 * not come twice in an object, as readers differ on which of its values counts.
 */
final class BoundedJsonReader extends JsonReader {
  private static final int DEEPEST = 100;
  private static final int MOST_VALUES = 1 << 21;
  private static final int LONGEST_NUMBER = 400;

  /** The keys of each object that is open, an empty set for an array. */
  private final Deque<Set<String>> open = new ArrayDeque<>();

  private final int mostValues;
  private int values;

  private BoundedJsonReader(String text, int mostValues) {
    super(new StringReader(text));
    this.mostValues = mostValues;
    setLenient(true);
  }

  /**
   * Parses a whole text, with the liberties that gson takes by default.
   *
   * @param size how many times the usual number of values is allowed
   * @throws JsonParseException if it is no JSON or beyond a limit; the message says which
   */
  static JsonElement parse(String text, int size) {
    BoundedJsonReader reader = new BoundedJsonReader(text, size * MOST_VALUES);
    try {
      JsonElement tree = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("something follows behind its end");
      }
      return tree;
    } catch (IOException e) {
      throw new JsonParseException(e.getMessage(), e);
    }
  }

  @Override
  public void beginArray() throws IOException {
    super.beginArray();
    enter(Set.of());
  }

  @Override
  public void beginObject() throws IOException {
    super.beginObject();
    enter(new HashSet<>());
  }

  @Override
  public void endArray() throws IOException {
    super.endArray();
    open.pop();
  }

  @Override
  public void endObject() throws IOException {
    super.endObject();
    open.pop();
  }

  @Override
  public String nextName() throws IOException {
    String name = super.nextName();
    if (!open.element().add(name)) {
      throw new MalformedJsonException("a key comes twice in an object: " + name);
    }
    return name;
  }

  @Override
  public String nextString() throws IOException {
    boolean number = peek() == JsonToken.NUMBER;
    String text = super.nextString();
    if (number) {
      checkNumber(text);
    }
    count();
    return text;
  }

  @Override
  public boolean nextBoolean() throws IOException {
    count();
    return super.nextBoolean();
  }

  @Override
  public void nextNull() throws IOException {
    count();
    super.nextNull();
  }

  private void enter(Set<String> keys) throws IOException {
    open.push(keys);
    if (open.size() > DEEPEST) {
      throw new MalformedJsonException("it is nested more than " + DEEPEST + " deep");
    }
    count();
  }

  private void count() throws IOException {
    if (++values > mostValues) {
      throw new MalformedJsonException("it holds more than " + mostValues + " values");
    }
  }

  /** What a double cannot hold would be computed with all its digits where it is no double. */
  private static void checkNumber(String text) throws IOException {
    double value = text.length() > LONGEST_NUMBER ? Double.NaN : Double.parseDouble(text);
    if (!Double.isFinite(value) || value == 0 && !isZero(text)) {
      throw new MalformedJsonException("it holds a number beyond the range of numbers");
    }
  }

  /** Whether no digit before an exponent is other than 0. */
  private static boolean isZero(String number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }
}
