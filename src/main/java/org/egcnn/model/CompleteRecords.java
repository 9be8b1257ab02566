/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * Makes sure that a record that was read has all its components, as gson would leave null where a
 * key is missing or names no constant of an enum. A missing optional is empty, a missing number 0,
 * and a {@link LaterAddition} what its record says.
 */
final class CompleteRecords implements TypeAdapterFactory {

  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (!type.getRawType().isRecord()) {
      return null;
    }
    TypeAdapter<T> delegate = gson.getDelegateAdapter(this, type);
    TypeAdapter<JsonElement> trees = gson.getAdapter(JsonElement.class);
    RecordComponent[] components = type.getRawType().getRecordComponents();
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        delegate.write(out, value);
      }

      @Override
      public T read(JsonReader in) throws IOException {
        String place = in.getPath();
        JsonElement tree = trees.read(in);
        if (!tree.isJsonObject()) {
          return delegate.fromJsonTree(tree);
        }
        for (RecordComponent component : components) {
          requireKey(tree.getAsJsonObject(), component, place);
        }
        T value = delegate.fromJsonTree(tree);
        for (RecordComponent component : components) {
          requireValue(value, component, place);
        }
        return value;
      }
    };
  }

  private static void requireKey(JsonObject object, RecordComponent component, String place) {
    JsonElement given = object.get(component.getName());
    if (component.getType() == Optional.class) {
      object.add(component.getName(), given == null ? JsonNull.INSTANCE : given);
    } else if (!component.getType().isPrimitive()
        && !component.isAnnotationPresent(LaterAddition.class)
        && (given == null || given.isJsonNull())) {
      throw new JsonParseException(name(component, place) + " is missing");
    }
  }

  private static void requireValue(Object value, RecordComponent component, String place) {
    Method accessor = component.getAccessor();
    try {
      accessor.setAccessible(true);
      if (accessor.invoke(value) == null) {
        throw new JsonParseException(name(component, place) + " has a value that is not known");
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("records have accessors", e);
    }
  }

  /** A component's name with that of the record's own key, if it has one. */
  private static String name(RecordComponent component, String place) {
    return (place + "." + component.getName()).substring("$.".length());
  }
}
