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
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;

/**
 * Reads and writes the project's JSON files: records by their component names, an empty optional as
 * {@code null}, a number that is not finite as {@code null}.
 */
public final class Json {
  private static final long LARGEST = 64L << 20;
  private static final Gson GSON = gson();

  private Json() {}

  private static Gson gson() {
    return new GsonBuilder()
        .setPrettyPrinting()
        .serializeNulls()
        .disableHtmlEscaping()
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
    String detail = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new BadInputException(
        file, "its content does not fit: " + detail, "Correct the file or write it anew", cause);
  }

  /**
   * Reads a file into a JSON tree.
   *
   * @throws BadInputException if the file is missing, over 64 MiB, or no JSON
   */
  public static JsonElement readTree(Path file) throws IOException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new BadInputException(file, "is too large for a JSON file", "Check the path");
      }
      return JsonParser.parseString(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new BadInputException(file, "there is no such file", "Check the path", e);
    } catch (JsonParseException | CharacterCodingException | StackOverflowError e) {
      throw new BadInputException(file, "is not valid JSON", "Correct the file", e);
    }
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
