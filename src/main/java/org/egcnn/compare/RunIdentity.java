/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.egcnn.model.Json;

/**
 * What decides a run's result, as it is kept in the run's folder: a run that was made with anything
 * else is not taken for the one that is wanted.
 *
 * @param training all that decides the network
 * @param scoring all that decides its scores beyond that
 */
record RunIdentity(JsonElement training, JsonElement scoring) {

  /** A run's. */
  static RunIdentity of(PlannedRun run) {
    JsonObject settings = Json.toTree(run.training()).getAsJsonObject();
    // these change neither steps nor result, and the first follows from the machine's memory
    for (String key :
        List.of("cacheBytes", "checkpointSeconds", "checkpointsKept", "inspectEvery")) {
      settings.remove(key);
    }
    JsonObject training = new JsonObject();
    training.add("network", Json.toTree(run.architecture()));
    training.add("losses", Json.toTree(run.losses()));
    training.add("preprocessing", Json.toTree(run.preprocessing()));
    training.add("settings", settings);
    run.precision().ifPresent(p -> training.add("precision", Json.toTree(p)));
    training.add("train", Json.toTree(run.split().training()));
    training.add("val", Json.toTree(run.split().validation()));
    training.add("file_lengths", Json.toTree(run.fileLengths()));
    return new RunIdentity(asRead(training), asRead(Json.toTree(ordered(run.scoring()))));
  }

  private static JsonObject ordered(Scoring scoring) {
    JsonObject tree = Json.toTree(scoring).getAsJsonObject();
    // sets have no order
    tree.add("mirror", Json.toTree(new TreeSet<>(scoring.mirror())));
    return tree;
  }

  /** Numbers compare as equal only if both come from text. */
  private static JsonElement asRead(JsonElement tree) {
    return JsonParser.parseString(Json.toText(tree));
  }

  /** In what the training differs from another's, such as {@code settings.epochs was 5, is 10}. */
  List<String> trainingDifferences(RunIdentity before) {
    List<String> differences = new ArrayList<>();
    compare("", before.training, training, differences);
    return differences;
  }

  /** Whether scores are computed alike. */
  boolean scoresLike(RunIdentity other) {
    return scoring.equals(other.scoring);
  }

  private static void compare(
      String place, JsonElement before, JsonElement now, List<String> differences) {
    if (Objects.equals(before, now)) {
      return;
    }
    if (isObject(before) && isObject(now)) {
      Set<String> keys = new TreeSet<>(before.getAsJsonObject().keySet());
      keys.addAll(now.getAsJsonObject().keySet());
      for (String key : keys) {
        compare(
            place.isEmpty() ? key : place + "." + key,
            before.getAsJsonObject().get(key),
            now.getAsJsonObject().get(key),
            differences);
      }
      return;
    }
    differences.add(
        isPrimitive(before) && isPrimitive(now)
            ? place + " was " + before + ", is " + now
            : place + " differs");
  }

  private static boolean isObject(JsonElement element) {
    return element != null && element.isJsonObject();
  }

  private static boolean isPrimitive(JsonElement element) {
    return element != null && element.isJsonPrimitive();
  }
}
