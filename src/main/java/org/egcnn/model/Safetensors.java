/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.FailureReason;

/**
 * The safetensors file form for float32 arrays, which most deep learning programs read: eight bytes
 * with the length of a JSON header, the header (name, dtype, shape and byte range of each array),
 * then the arrays, little-endian and row-major. See huggingface.co/docs/safetensors.
 */
public final class Safetensors {
  private static final long LARGEST_HEADER = 16L << 20;
  private static final int BUFFER_BYTES = 1 << 20;
  private static final String METADATA = "__metadata__";

  private Safetensors() {}

  /**
   * Writes arrays, whole or not at all.
   *
   * @param metadata short texts kept in the header
   * @throws IOException if writing fails; the file is then as it was
   */
  public static void write(
      Path file, Map<String, WeightTensor> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] header = header(tensors, metadata).toString().getBytes(StandardCharsets.UTF_8);
    AtomicOutput.write(
        file,
        temporary -> {
          try (FileChannel out =
              FileChannel.open(
                  temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeFully(out, buffer(8).putLong(header.length).flip());
            writeFully(out, ByteBuffer.wrap(header));
            for (WeightTensor tensor : tensors.values()) {
              ByteBuffer bytes = buffer(4 * tensor.values().length);
              bytes.asFloatBuffer().put(tensor.values());
              writeFully(out, bytes);
            }
          }
        });
  }

  private static JsonObject header(
      Map<String, WeightTensor> tensors, Map<String, String> metadata) {
    JsonObject header = new JsonObject();
    header.add(METADATA, Json.toTree(metadata));
    long offset = 0;
    for (Map.Entry<String, WeightTensor> entry : tensors.entrySet()) {
      long end = offset + 4L * entry.getValue().values().length;
      JsonObject description = new JsonObject();
      description.addProperty("dtype", "F32");
      description.add("shape", Json.toTree(entry.getValue().shape()));
      description.add("data_offsets", Json.toTree(new long[] {offset, end}));
      header.add(entry.getKey(), description);
      offset = end;
    }
    return header;
  }

  /**
   * Reads all arrays in the header's order.
   *
   * @throws BadInputException if the file is missing, damaged, or holds other types than float32
   */
  public static Map<String, WeightTensor> read(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = in.size() < 8 ? -1 : read(in, 0, 8).getLong();
      if (length < 2 || length > LARGEST_HEADER || 8 + length > in.size()) {
        throw damaged(file, "its header is broken", null);
      }
      String header = StandardCharsets.UTF_8.decode(read(in, 8, (int) length)).toString();
      Map<String, WeightRange> ranges = ranges(Json.parse(header).getAsJsonObject());
      WeightRange.requireWhole(ranges.values(), in.size() - 8 - length);
      Map<String, WeightTensor> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, WeightRange> entry : ranges.entrySet()) {
        tensors.put(entry.getKey(), readTensor(in, 8 + length, entry.getValue()));
      }
      return tensors;
    } catch (NoSuchFileException e) {
      throw new BadInputException(file, "there is no such file", "Check the path", e);
    } catch (JsonParseException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException
        | ArithmeticException
        | EOFException e) {
      throw damaged(file, "it is damaged (" + Json.detail(e) + ")", e);
    } catch (BadInputException e) {
      throw e;
    } catch (IOException e) {
      throw new BadInputException(
          file, "cannot be read (" + FailureReason.of(e) + ")", "Check its permissions", e);
    }
  }

  private static Map<String, WeightRange> ranges(JsonObject header) {
    Map<String, WeightRange> ranges = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
      if (!entry.getKey().equals(METADATA)) {
        ranges.put(entry.getKey(), range(entry.getValue().getAsJsonObject()));
      }
    }
    return ranges;
  }

  private static WeightRange range(JsonObject description) {
    if (!new JsonPrimitive("F32").equals(description.get("dtype"))) {
      throw new IllegalArgumentException("a type other than F32");
    }
    long[] offsets = longs(description, "data_offsets");
    if (offsets.length != 2) {
      throw new IllegalArgumentException("data_offsets are not two numbers");
    }
    return new WeightRange(longs(description, "shape"), offsets[0], offsets[1]);
  }

  private static WeightTensor readTensor(FileChannel in, long start, WeightRange range)
      throws IOException {
    float[] array = new float[range.values()];
    ByteBuffer bytes = buffer((int) Math.min(BUFFER_BYTES, 4L * array.length));
    for (int done = 0; done < array.length; done += bytes.limit() / 4) {
      bytes.clear().limit((int) Math.min(bytes.capacity(), 4L * (array.length - done)));
      fill(in, start + range.begin() + 4L * done, bytes);
      bytes.asFloatBuffer().get(array, done, bytes.limit() / 4);
    }
    return new WeightTensor(range.shape(), array);
  }

  private static long[] longs(JsonObject description, String key) {
    if (!description.has(key)) {
      throw new IllegalArgumentException("an array without " + key);
    }
    JsonArray array = description.getAsJsonArray(key);
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).getAsLong();
    }
    return values;
  }

  private static ByteBuffer read(FileChannel in, long position, int length) throws IOException {
    ByteBuffer bytes = buffer(length);
    fill(in, position, bytes);
    return bytes;
  }

  /** Fills a buffer up to its limit and leaves it to be read. */
  private static void fill(FileChannel in, long position, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (in.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException("the file ends early");
      }
    }
    bytes.flip();
  }

  private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static BadInputException damaged(Path file, String problem, Exception cause) {
    return new BadInputException(
        file, problem, "Restore the file from a copy or train the model again", cause);
  }
}
