/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.FailureReason;

/**
 * Reads and writes the project's JSON files: records by their component names, an empty optional as
 * {@code null}, a number that is not finite as {@code null}.
 */
public final class Json {
  private static final int LARGEST = 32 << 20;

  private static final Gson GSON = gson();

  private Json() {}

  private static Gson gson() {
    return new GsonBuilder()
        .setPrettyPrinting()
        .serializeNulls()
        .disableHtmlEscaping()
        .registerTypeAdapterFactory(new CompleteRecords())
        .registerTypeAdapterFactory(new OptionalFactory())
        .registerTypeAdapter(Double.class, (JsonSerializer<Double>) Json::finite)
        .registerTypeAdapter(double.class, (JsonSerializer<Double>) Json::finite)
        .create();
  }

  private static JsonElement finite(Double value, Type type, JsonSerializationContext context) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }

  /** The text of a value. */
  public static String toText(Object value) {
    return GSON.toJson(value);
  }

  /** The tree of a value. */
  public static JsonElement toTree(Object value) {
    return GSON.toJsonTree(value);
  }

  /**
   * Writes a value to a file, whole or not at all.
   *
   * @throws IOException if writing fails; the file is then as it was
   */
  public static void write(Path file, Object value) throws IOException {
    AtomicOutput.write(file, temporary -> Files.writeString(temporary, toText(value) + "\n"));
  }

  /**
   * Reads a file into a value of a type.
   *
   * @throws BadInputException if the file is missing, too large, no JSON, or does not describe such
   *     a value
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    return fromTree(file, readTree(file), type);
  }

  /**
   * Turns a tree that came from a file into a value.
   *
   * @throws BadInputException if it does not describe such a value
   */
  public static <T> T fromTree(Path file, JsonElement tree, Class<T> type)
      throws BadInputException {
    try {
      T value = GSON.fromJson(tree, type);
      if (value == null) {
        throw new BadInputException(file, "is empty", "Write the file anew");
      }
      return value;
    } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
      throw unusable(file, e);
    } catch (RuntimeException e) {
      // gson wraps what a record's constructor throws
      throw unusable(file, e.getCause() == null ? e : e.getCause());
    }
  }

  private static BadInputException unusable(Path file, Throwable cause) {
    return new BadInputException(
        file,
        "its content does not fit: " + detail(cause),
        "Correct the file or write it anew",
        cause);
  }

  /** What gson says, without the class names before it and the advice behind it. */
  static String detail(Throwable e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.replaceFirst("^([a-z]+\\.)+[A-Za-z$]+(: |$)", "");
  }

  /**
   * Reads a file into a JSON tree.
   *
   * @throws BadInputException if the file cannot be read, is over 32 MiB, no JSON, or beyond one of
   *     the limits of {@link #parse}
   */
  public static JsonElement readTree(Path file) throws IOException {
    return readTree(file, 1);
  }

  /**
   * Reads a file that this program has written, and that may be large: a long training's.
   *
   * @param size how many times the limits of {@link #readTree(Path)} are allowed, from 1 to 16
   * @throws BadInputException as {@link #readTree(Path)}
   */
  public static JsonElement readTree(Path file, int size) throws IOException {
    int largest = LARGEST * size;
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new BadInputException(file, "is no file", "Give a JSON file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw new BadInputException(file, "is too large for a JSON file", "Check the path");
      }
      return BoundedJsonReader.parse(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), size);
    } catch (BadInputException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new BadInputException(file, "there is no such file", "Check the path", e);
    } catch (JsonParseException e) {
      throw new BadInputException(
          file, "is not valid JSON (" + detail(e) + ")", "Correct the file", e);
    } catch (CharacterCodingException e) {
      throw new BadInputException(
          file, "is not valid JSON (its text is not in UTF-8)", "Correct the file", e);
    } catch (IOException e) {
      throw new BadInputException(
          file, "cannot be read (" + FailureReason.of(e) + ")", "Check its permissions", e);
    }
  }

  /**
   * Parses a text of any origin: nested at most 100 deep, of at most 2^21 values, with numbers that
   * a double can hold and no key twice in an object.
   *
   * @throws JsonParseException if it is no JSON or beyond a limit
   */
  public static JsonElement parse(String text) {
    return BoundedJsonReader.parse(text, 1);
  }

  /**
   * Writes an empty optional as null and reads null as empty. A factory, for gson does not ask a
   * plain deserializer about null.
   */
  private static final class OptionalFactory implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked")
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      return type.getRawType() == Optional.class
          ? (TypeAdapter<T>) adapter(gson, ((ParameterizedType) type.getType()))
          : null;
    }

    private static TypeAdapter<Optional<?>> adapter(Gson gson, ParameterizedType type) {
      TypeToken<?> inner = TypeToken.get(type.getActualTypeArguments()[0]);
      return new TypeAdapter<>() {
        @Override
        public void write(JsonWriter out, Optional<?> value) {
          gson.toJson(value.orElse(null), inner.getType(), out);
        }

        @Override
        public Optional<?> read(JsonReader in) {
          return Optional.ofNullable(gson.fromJson(in, inner));
        }
      };
    }
  }
}
