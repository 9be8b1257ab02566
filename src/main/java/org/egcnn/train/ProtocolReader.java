/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.egcnn.model.Json;
import org.egcnn.task.BadInputException;

/**
 * Reads a protocol strictly: a key that is not known is a complaint, for a slip of the pen must not
 * train with a default instead.
 *
 * <pre>{@code
 * {
 *   "name": "BraTS 2019", "about": "...", "sources": {"paper": "..."},
 *   "training": {"epochs": {"value": 300, "from": "related", "note": "..."}},
 *   "evaluation": {"empty-policy": {"value": "brats", "from": "choice"}}
 * }
 * }</pre>
 *
 * <p>{@code about}, {@code sources} and {@code note} are for readers of the file and may be left
 * out. Whether there is an option of a training's setting is for the command line to say.
 *
 * @param place what complaints name: the file or the built-in protocol
 */
record ProtocolReader(String place) {
  private static final String EVALUATION = "evaluation";
  private static final List<String> TOP =
      List.of("name", "about", "sources", "training", EVALUATION);
  private static final List<String> SETTING = List.of("value", "from", "note");

  /** Reads a file. */
  static Protocol ofFile(Path file) throws IOException {
    return new ProtocolReader(file.toString()).protocol(Json.readTree(file));
  }

  /** Reads a text. */
  Protocol read(String text) throws BadInputException {
    try {
      return protocol(Json.parse(text));
    } catch (JsonParseException e) {
      throw new BadInputException(place + ": is not valid JSON. Correct it", e);
    }
  }

  private Protocol protocol(JsonElement root) throws BadInputException {
    JsonObject object = object(root, "the file");
    requireKnown(object, "", TOP);
    if (object.has(EVALUATION)) {
      requireKnown(
          object(object.get(EVALUATION), EVALUATION), EVALUATION + ".", Protocol.EVALUATION);
    }
    JsonElement name = object.get("name");
    if (name == null || !name.isJsonPrimitive()) {
      throw bad("name is missing or no text", "Name the protocol");
    }
    return new Protocol(
        place, name.getAsString(), settings(object, "training"), settings(object, EVALUATION));
  }

  private Map<String, Protocol.Setting> settings(JsonObject root, String section)
      throws BadInputException {
    Map<String, Protocol.Setting> settings = new LinkedHashMap<>();
    if (!root.has(section)) {
      return settings;
    }
    for (Map.Entry<String, JsonElement> entry : object(root.get(section), section).entrySet()) {
      String key = section + "." + entry.getKey();
      JsonObject setting = object(entry.getValue(), key);
      requireKnown(setting, key + ".", SETTING);
      JsonElement value = setting.get("value");
      if (value == null || !value.isJsonPrimitive()) {
        throw bad(key + ".value is missing or no text, number, true or false", "Correct it");
      }
      JsonElement note = setting.get("note");
      if (note != null && !note.isJsonPrimitive()) {
        throw bad(key + ".note is no text", "Correct it");
      }
      settings.put(
          entry.getKey(),
          new Protocol.Setting(
              value.getAsString(),
              origin(setting.get("from"), key),
              Optional.ofNullable(note).map(JsonElement::getAsString)));
    }
    return settings;
  }

  private Protocol.Origin origin(JsonElement from, String key) throws BadInputException {
    for (Protocol.Origin origin : Protocol.Origin.values()) {
      if (from != null && from.isJsonPrimitive() && from.getAsString().equals(name(origin))) {
        return origin;
      }
    }
    throw bad(
        key + ".from is " + from,
        "Say one of "
            + Arrays.stream(Protocol.Origin.values())
                .map(ProtocolReader::name)
                .collect(Collectors.joining(", ")));
  }

  private static String name(Protocol.Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT);
  }

  private JsonObject object(JsonElement element, String key) throws BadInputException {
    if (!element.isJsonObject()) {
      throw bad(key + " is no JSON object", "Write it in braces");
    }
    return element.getAsJsonObject();
  }

  private void requireKnown(JsonObject object, String prefix, List<String> known)
      throws BadInputException {
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        throw bad(prefix + key + " is not known", "There are " + String.join(", ", known));
      }
    }
  }

  private BadInputException bad(String problem, String remedy) {
    return new BadInputException(place + ": " + problem + ". " + remedy);
  }
}
