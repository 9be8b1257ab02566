/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.egcnn.model.Json;
import org.egcnn.task.BadInputException;

/**
 * Which cases a network learns from and which ones check it meanwhile.
 *
 * @param training names of the training cases, at least one
 * @param validation names of the validation cases, none of them in training; may be empty
 */
public record Split(List<String> training, List<String> validation) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no training case, or a case is named twice
   */
  public Split {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    if (training.isEmpty()) {
      throw new IllegalArgumentException("a split needs at least one training case");
    }
    Set<String> seen = new HashSet<>();
    for (List<String> names : List.of(training, validation)) {
      for (String name : names) {
        if (!seen.add(name)) {
          throw new IllegalArgumentException("the split names case " + name + " twice");
        }
      }
    }
  }

  /**
   * Draws a split at random. The same names, share and seed give the same split everywhere.
   *
   * @param trainingShare the share of cases to train on, above 0 and at most 1; at least one case
   *     is trained on and, below 1, at least one validated on if there are two
   * @throws BadInputException if the share is out of range or the dataset has no labelled case
   */
  public static Split random(Dataset dataset, double trainingShare, long seed)
      throws BadInputException {
    if (!(trainingShare > 0 && trainingShare <= 1)) {
      throw new BadInputException("the training share must be above 0 and at most 1");
    }
    List<String> names = shuffled(dataset, seed);
    int n = names.size();
    int count = (int) Math.round(trainingShare * n);
    int most = trainingShare < 1 && n > 1 ? n - 1 : n;
    count = Math.max(1, Math.min(count, most));
    return sorted(names.subList(0, count), names.subList(count, n));
  }

  /**
   * One fold of a cross-validation: the cases are shuffled once and dealt out to the folds, so that
   * over all folds each case is validated on exactly once.
   *
   * @param folds the number of folds, at least 2 and at most the number of labelled cases
   * @param fold the fold to validate on, from 0
   * @throws BadInputException if a number is out of range
   */
  public static Split fold(Dataset dataset, int folds, int fold, long seed)
      throws BadInputException {
    List<String> names = shuffled(dataset, seed);
    if (folds < 2 || folds > names.size()) {
      throw new BadInputException(
          "the number of folds must be between 2 and the number of labelled cases, "
              + names.size());
    }
    if (fold < 0 || fold >= folds) {
      throw new BadInputException("the fold must be between 0 and " + (folds - 1));
    }
    List<String> training = new ArrayList<>();
    List<String> validation = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      (i % folds == fold ? validation : training).add(names.get(i));
    }
    return sorted(training, validation);
  }

  /**
   * Reads a split: {@code {"train": [names], "val": [names]}}, or a list of such, as in nnU-Net's
   * {@code splits_final.json}.
   *
   * @param file the JSON file
   * @param dataset must have every named case, with a label
   * @param fold which of the list to take, from 0; must be 0 if the file holds only one split
   * @throws BadInputException if the file holds something else, there is no such fold, a case is
   *     unknown or named twice
   * @throws IOException if it cannot be read
   */
  public static Split read(Path file, Dataset dataset, int fold) throws IOException {
    JsonElement root = Json.readTree(file);
    JsonArray list = new JsonArray();
    if (root.isJsonArray()) {
      list = root.getAsJsonArray();
    } else {
      list.add(root);
    }
    if (fold < 0 || fold >= list.size()) {
      throw new BadInputException(
          file,
          "has " + list.size() + " folds, but fold " + fold + " was asked for",
          "Folds count from 0");
    }
    if (!list.get(fold).isJsonObject()) {
      throw bad(file, "holds no split", null);
    }
    JsonObject object = list.get(fold).getAsJsonObject();
    List<String> training = names(file, object, "train");
    List<String> validation = names(file, object, "val");
    Set<String> unknown = new LinkedHashSet<>(training);
    unknown.addAll(validation);
    dataset.names().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new BadInputException(
          file,
          String.format(
              "names %d cases that are no labelled cases of %s: %s%s",
              unknown.size(),
              dataset.folder(),
              String.join(", ", unknown.stream().limit(5).toList()),
              unknown.size() > 5 ? ", ..." : ""),
          "Correct the names");
    }
    try {
      return new Split(training, validation);
    } catch (IllegalArgumentException e) {
      throw bad(file, e.getMessage(), e);
    }
  }

  /**
   * Writes the split in the form that {@link #read} takes.
   *
   * @param file replaced if it is there
   * @throws IOException if writing fails; the file is then as it was
   */
  public void write(Path file) throws IOException {
    JsonObject object = new JsonObject();
    object.add("train", array(training));
    object.add("val", array(validation));
    Json.write(file, object);
  }

  private static JsonArray array(List<String> names) {
    JsonArray array = new JsonArray();
    names.forEach(array::add);
    return array;
  }

  private static List<String> names(Path file, JsonObject object, String key)
      throws BadInputException {
    if (!object.has(key) || !object.get(key).isJsonArray()) {
      throw bad(file, "has no list '" + key + "'", null);
    }
    List<String> names = new ArrayList<>();
    for (JsonElement element : object.getAsJsonArray(key)) {
      if (!element.isJsonPrimitive()) {
        throw bad(file, "the list '" + key + "' must hold case names", null);
      }
      names.add(element.getAsString());
    }
    return names;
  }

  private static BadInputException bad(Path file, String problem, Exception cause) {
    return new BadInputException(
        file, problem, "A split is written as {\"train\": [names], \"val\": [names]}", cause);
  }

  private static List<String> shuffled(Dataset dataset, long seed) throws BadInputException {
    List<String> names = new ArrayList<>(dataset.names());
    if (names.isEmpty()) {
      throw new BadInputException(
          dataset.folder(), "has no labelled cases to split", "Add label masks");
    }
    Collections.sort(names);
    Collections.shuffle(names, new Random(seed));
    return names;
  }

  private static Split sorted(List<String> training, List<String> validation) {
    return new Split(training.stream().sorted().toList(), validation.stream().sorted().toList());
  }
}
