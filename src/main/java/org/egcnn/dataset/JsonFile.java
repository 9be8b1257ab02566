/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;

/** A JSON file in UTF-8. */
final class JsonFile {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private JsonFile() {}

  /** Reads any JSON value. */
  static JsonElement read(Path file) throws IOException {
    try {
      return JsonParser.parseString(Files.readString(file));
    } catch (JsonParseException | CharacterCodingException e) {
      throw new BadInputException(file, "is not valid JSON", "Correct it: " + firstLine(e), e);
    } catch (NoSuchFileException e) {
      throw new BadInputException(file, "there is no such file", "Check the path", e);
    }
  }

  /** Reads a record that {@link #write} wrote. */
  static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return GSON.fromJson(read(file), type);
    } catch (RuntimeException e) {
      // Gson wraps what a record's constructor throws in a bare RuntimeException.
      throw new BadInputException(
          file, "does not hold what it should", "Delete it: " + firstLine(e), e);
    }
  }

  static void write(Path file, Object value) throws IOException {
    AtomicOutput.write(file, temporary -> Files.writeString(temporary, GSON.toJson(value) + "\n"));
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
