/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.egcnn.model.Json;
import org.egcnn.task.BadInputException;

/**
 * A JSON object from a file, of which every key must be known and every value of its type: a slip
 * of the pen in an experiment must not cost hours of training with a default. Every complaint names
 * the file and the key with the place it is at, such as {@code variants[2].epochs}.
 */
final class StrictObject {
  private final Path file;
  private final String place;
  private final JsonObject object;
  private final Map<String, String> defaults;
  private final Set<String> known = new TreeSet<>();

  private StrictObject(Path file, String place, JsonObject object, Map<String, String> defaults) {
    this.file = file;
    this.place = place;
    this.object = object;
    this.defaults = Map.copyOf(defaults);
  }

  /** The same object, which has the texts of further values where it has none of its own. */
  StrictObject over(Map<String, String> texts) {
    return new StrictObject(file, place, object, texts);
  }

  /**
   * The object in a file.
   *
   * @throws BadInputException if the file is missing, no JSON, or holds no object
   */
  static StrictObject read(Path file) throws IOException {
    JsonElement root = Json.readTree(file);
    if (!root.isJsonObject()) {
      throw new BadInputException(
          file, "holds no JSON object", "Begin it with { and end it with }");
    }
    return new StrictObject(file, "", root.getAsJsonObject(), Map.of());
  }

  /** The key as a complaint names it. */
  private String path(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  /** A complaint about a key's value. */
  BadInputException problem(String key, String what, String remedy) {
    return new BadInputException(file, path(key) + " " + what, remedy);
  }

  /** A complaint about the object as a whole. */
  BadInputException problem(IllegalArgumentException e) {
    String where = place.isEmpty() ? "" : place + ": ";
    return new BadInputException(file, where + e.getMessage(), "Correct it", e);
  }

  /** Whether the object itself has a value for a key. */
  boolean has(String key) {
    known.add(key);
    return object.has(key) && !object.get(key).isJsonNull();
  }

  private Optional<String> fallback(String key) {
    return has(key) ? Optional.empty() : Optional.ofNullable(defaults.get(key));
  }

  private BadInputException wrong(String key, String expected) {
    return problem(key, "is " + object.get(key) + ", but must be " + expected, "Correct it");
  }

  private <T> T required(String key, Optional<T> value, String expected) throws BadInputException {
    if (value.isEmpty()) {
      throw problem(key, "is missing", "It must be " + expected);
    }
    return value.get();
  }

  private Optional<JsonPrimitive> primitive(String key, String expected) throws BadInputException {
    if (!has(key)) {
      return Optional.empty();
    }
    if (!object.get(key).isJsonPrimitive()) {
      throw wrong(key, expected);
    }
    return Optional.of(object.getAsJsonPrimitive(key));
  }

  /** A text, if it is there. */
  Optional<String> text(String key) throws BadInputException {
    Optional<JsonPrimitive> value = primitive(key, "a text");
    if (value.isPresent() && !value.get().isString()) {
      throw wrong(key, "a text in quotation marks");
    }
    return value.map(JsonPrimitive::getAsString).or(() -> fallback(key));
  }

  /** A text that must be there. */
  String requiredText(String key, String expected) throws BadInputException {
    return required(key, text(key), expected);
  }

  /**
   * A value written as text, if it is there.
   *
   * @param parse gives it, or throws IllegalArgumentException saying what is wrong
   */
  <T> Optional<T> parsed(String key, Function<String, T> parse) throws BadInputException {
    Optional<String> text = text(key);
    try {
      return text.map(parse);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(file, path(key) + ": " + e.getMessage(), "Correct it", e);
    }
  }

  /** True or false, if it is there. */
  Optional<Boolean> flag(String key) throws BadInputException {
    Optional<JsonPrimitive> value = primitive(key, "true or false");
    if (value.isPresent() && !value.get().isBoolean()) {
      throw wrong(key, "true or false");
    }
    return value.map(JsonPrimitive::getAsBoolean).or(() -> fallback(key).map(Boolean::valueOf));
  }

  /** A number, if it is there. */
  Optional<Double> number(String key) throws BadInputException {
    Optional<JsonPrimitive> value = primitive(key, "a number");
    if (value.isPresent() && !value.get().isNumber()) {
      throw wrong(key, "a number");
    }
    return value.map(JsonPrimitive::getAsDouble).or(() -> fallback(key).map(Double::valueOf));
  }

  /** A whole number, if it is there. */
  Optional<Integer> integer(String key) throws BadInputException {
    Optional<Double> value = number(key);
    if (value.isPresent() && value.get() != value.get().intValue()) {
      throw wrong(key, "a whole number");
    }
    return value.map(Double::intValue);
  }

  /** An object, if it is there. */
  Optional<StrictObject> object(String key) throws BadInputException {
    if (!has(key)) {
      return Optional.empty();
    }
    if (!object.get(key).isJsonObject()) {
      throw wrong(key, "an object in braces");
    }
    return Optional.of(new StrictObject(file, path(key), object.getAsJsonObject(key), Map.of()));
  }

  /** An object without keys in the place of one that is not there. */
  StrictObject empty(String key) {
    return new StrictObject(file, path(key), new JsonObject(), Map.of());
  }

  /** An object that must be there. */
  StrictObject requiredObject(String key, String expected) throws BadInputException {
    return required(key, object(key), expected);
  }

  /** The keys that are there, in the file's order. */
  List<String> keys() {
    return List.copyOf(object.keySet());
  }

  private List<JsonElement> elements(String key, String expected) throws BadInputException {
    if (!has(key)) {
      throw problem(key, "is missing", "It must be " + expected);
    }
    if (!object.get(key).isJsonArray() || object.getAsJsonArray(key).isEmpty()) {
      throw wrong(key, expected);
    }
    return object.getAsJsonArray(key).asList();
  }

  /** A list of objects, at least one. */
  List<StrictObject> objects(String key, String expected) throws BadInputException {
    List<StrictObject> objects = new ArrayList<>();
    for (JsonElement element : elements(key, expected)) {
      if (!element.isJsonObject()) {
        throw wrong(key, expected);
      }
      String entry = path(key) + "[" + objects.size() + "]";
      objects.add(new StrictObject(file, entry, element.getAsJsonObject(), Map.of()));
    }
    return objects;
  }

  /**
   * A list of different values, at least one.
   *
   * @param parse gives a value of the text of an entry, or throws IllegalArgumentException
   */
  <T> List<T> list(String key, String expected, Function<String, T> parse)
      throws BadInputException {
    List<T> values = new ArrayList<>();
    for (JsonElement element : elements(key, expected)) {
      if (!element.isJsonPrimitive()) {
        throw wrong(key, expected);
      }
      try {
        T value = parse.apply(element.getAsString());
        if (values.contains(value)) {
          throw problem(key, "holds " + element + " twice", "Name each once");
        }
        values.add(value);
      } catch (IllegalArgumentException e) {
        throw wrong(key, expected);
      }
    }
    return values;
  }

  /**
   * Ends the reading.
   *
   * @throws BadInputException if the object has a key that was never asked for
   */
  void finish() throws BadInputException {
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        throw problem(key, "is not known", "There are " + String.join(", ", known));
      }
    }
  }
}
