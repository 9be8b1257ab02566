/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;

/**
 * Understands the {@code labels} of a {@code dataset.json}, in either direction:
 *
 * <ul>
 *   <li>Medical Segmentation Decathlon: {@code {"0": "background", "1": "kidney"}};
 *   <li>nnU-Net v2: {@code {"background": 0, "kidney": 1}}, where a list of values, as in {@code
 *       {"whole": [1, 2], "core": 2}}, makes all classes regions that may overlap.
 * </ul>
 *
 * <p>{@code regions_class_order}, if present, gives for each region, in the order of the regions,
 * the value written for it; later regions are written over earlier ones. Without it, regions are
 * ordered from the one of most label values to the one of fewest, and each is written as its first
 * value that no later region has.
 */
final class LabelNames {
  private final Path file;

  LabelNames(Path file) {
    this.file = file;
  }

  /**
   * Reads the labels.
   *
   * @param names the object named {@code labels}
   * @param order the array named {@code regions_class_order}
   */
  Labels read(JsonObject names, Optional<JsonArray> order) throws BadInputException {
    Map<String, List<Integer>> classes =
        names.keySet().stream().allMatch(LabelNames::isWhole)
            ? fromValues(names)
            : fromNames(names);
    boolean exclusive = names.entrySet().stream().noneMatch(e -> e.getValue().isJsonArray());
    classes.values().removeIf(values -> values.equals(List.of(0)));
    try {
      return exclusive ? exclusive(classes) : regions(classes, order);
    } catch (IllegalArgumentException e) {
      throw bad(e.getMessage(), e);
    }
  }

  private Map<String, List<Integer>> fromValues(JsonObject names) throws BadInputException {
    Map<Integer, String> byValue = new TreeMap<>();
    for (Map.Entry<String, JsonElement> entry : names.entrySet()) {
      if (!entry.getValue().isJsonPrimitive()) {
        throw bad("label value " + entry.getKey() + " has no name", null);
      }
      byValue.put(Integer.valueOf(entry.getKey()), entry.getValue().getAsString());
    }
    Map<String, List<Integer>> classes = new LinkedHashMap<>();
    for (Map.Entry<Integer, String> entry : byValue.entrySet()) {
      if (classes.put(entry.getValue(), List.of(entry.getKey())) != null) {
        throw bad("two label values are named " + entry.getValue(), null);
      }
    }
    return classes;
  }

  private Map<String, List<Integer>> fromNames(JsonObject names) throws BadInputException {
    Map<String, List<Integer>> classes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : names.entrySet()) {
      if (entry.getKey().equals("ignore")) {
        throw bad("an 'ignore' label is not supported", null);
      }
      List<Integer> values = new ArrayList<>();
      JsonElement given = entry.getValue();
      if (given.isJsonArray()) {
        for (JsonElement element : given.getAsJsonArray()) {
          values.add(whole(element, entry.getKey()));
        }
      } else {
        values.add(whole(given, entry.getKey()));
      }
      if (values.isEmpty()) {
        throw bad("region " + entry.getKey() + " has no values", null);
      }
      classes.put(entry.getKey(), values);
    }
    return classes;
  }

  private Labels exclusive(Map<String, List<Integer>> classes) throws BadInputException {
    Set<Integer> seen = new HashSet<>();
    List<LabelClass> list = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> entry : classes.entrySet()) {
      int value = entry.getValue().get(0);
      if (!seen.add(value)) {
        throw bad("label value " + value + " has two names", null);
      }
      list.add(new LabelClass(entry.getKey(), value));
    }
    return new Labels(true, list);
  }

  private Labels regions(Map<String, List<Integer>> classes, Optional<JsonArray> order)
      throws BadInputException {
    List<LabelClass> list = new ArrayList<>();
    if (order.isPresent()) {
      if (order.get().size() != classes.size()) {
        throw bad("regions_class_order needs one value for each of the regions", null);
      }
      int k = 0;
      for (Map.Entry<String, List<Integer>> entry : classes.entrySet()) {
        int output = whole(order.get().get(k++), "regions_class_order");
        list.add(new LabelClass(entry.getKey(), entry.getValue(), output));
      }
      return new Labels(false, list);
    }
    List<Map.Entry<String, List<Integer>>> sorted = new ArrayList<>(classes.entrySet());
    sorted.sort(Comparator.comparingInt(entry -> -entry.getValue().size()));
    for (int k = 0; k < sorted.size(); k++) {
      List<Integer> own = new ArrayList<>(sorted.get(k).getValue());
      sorted.subList(k + 1, sorted.size()).forEach(later -> own.removeAll(later.getValue()));
      if (own.isEmpty()) {
        throw bad(
            "region "
                + sorted.get(k).getKey()
                + " has no value of its own: give regions_class_order",
            null);
      }
      list.add(new LabelClass(sorted.get(k).getKey(), sorted.get(k).getValue(), own.get(0)));
    }
    return new Labels(false, list);
  }

  private int whole(JsonElement element, String name) throws BadInputException {
    if (!element.isJsonPrimitive() || !isWhole(element.getAsString())) {
      throw bad("the value of " + name + " is not a whole number from 0 to 65535", null);
    }
    return Integer.parseInt(element.getAsString());
  }

  private static boolean isWhole(String text) {
    return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65535;
  }

  private BadInputException bad(String problem, Exception cause) {
    return new BadInputException(file, "labels: " + problem, "Correct the file", cause);
  }
}
