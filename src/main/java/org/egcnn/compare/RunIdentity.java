/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.egcnn.model.Architecture;
import org.egcnn.model.Json;
import org.egcnn.model.LossSettings;
import org.egcnn.task.BadInputException;
import org.egcnn.train.TrainingSettings;

/**
 * What decides a run's result, as it is kept in the run's folder: a run that was made with anything
 * else is not taken for the one that is wanted.
 *
 * @param training all that decides the network
 * @param scoring all that decides its scores beyond that
 */
record RunIdentity(JsonElement training, JsonElement scoring) {
  private static final String NETWORK = "network";
  private static final String LOSSES = "losses";
  private static final String SETTINGS = "settings";
  private static final String MEMBERS = "members";

  /** These change neither steps nor result, and the first follows from the machine's memory. */
  private static final List<String> WITHOUT_EFFECT =
      List.of("cacheBytes", "checkpointSeconds", "checkpointsKept", "inspectEvery");

  /** A run's. */
  static RunIdentity of(PlannedRun run) {
    JsonElement scoring = asRead(Json.toTree(ordered(run.scoring())));
    if (run.trains()) {
      return new RunIdentity(asRead(training(run)), scoring);
    }
    JsonObject members = new JsonObject();
    run.members().forEach(member -> members.add(member.key().name(), training(member)));
    JsonObject training = new JsonObject();
    training.add(MEMBERS, members);
    return new RunIdentity(asRead(training), scoring);
  }

  private static JsonObject training(PlannedRun run) {
    JsonObject settings = Json.toTree(run.training()).getAsJsonObject();
    WITHOUT_EFFECT.forEach(settings::remove);
    JsonObject training = new JsonObject();
    training.add(NETWORK, Json.toTree(run.architecture()));
    training.add(LOSSES, Json.toTree(run.losses()));
    training.add("preprocessing", Json.toTree(run.preprocessing()));
    training.add(SETTINGS, settings);
    run.precision().ifPresent(p -> training.add("precision", Json.toTree(p)));
    training.add("train", Json.toTree(run.split().training()));
    training.add("val", Json.toTree(run.split().validation()));
    training.add("file_lengths", Json.toTree(run.fileLengths()));
    return training;
  }

  /**
   * A run's as it was kept. What this version has that the one that kept it had not stands for what
   * that did.
   *
   * @param file where it was kept
   */
  static RunIdentity kept(Path file, JsonObject training, JsonElement scoring) {
    JsonObject complete = training.deepCopy();
    if (complete.get(MEMBERS) instanceof JsonObject members) {
      for (String name : members.keySet()) {
        if (members.get(name) instanceof JsonObject member) {
          members.add(name, completed(file, member));
        }
      }
      return new RunIdentity(asRead(complete), scoring);
    }
    return new RunIdentity(asRead(completed(file, complete)), scoring);
  }

  private static JsonObject completed(Path file, JsonObject complete) {
    complete(file, complete, NETWORK, Architecture.class);
    complete(file, complete, LOSSES, LossSettings.class);
    if (complete.get(SETTINGS) instanceof JsonObject settings) {
      WITHOUT_EFFECT.forEach(key -> settings.addProperty(key, 1));
      complete(file, complete, SETTINGS, TrainingSettings.class);
      WITHOUT_EFFECT.forEach(complete.getAsJsonObject(SETTINGS)::remove);
    }
    return complete;
  }

  private static void complete(Path file, JsonObject object, String key, Class<?> type) {
    try {
      object.add(key, Json.toTree(Json.fromTree(file, object.get(key), type)));
    } catch (BadInputException e) {
      // not of any version: it will be seen to differ
    }
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

  /** Whether it is of several networks together. */
  boolean isEnsemble() {
    return training.getAsJsonObject().has(MEMBERS);
  }

  /** In what the training differs from another's, such as {@code settings.epochs was 5, is 10}. */
  List<String> trainingDifferences(RunIdentity before) {
    List<String> differences = new ArrayList<>();
    compare("", before.training, training, differences);
    return differences;
  }

  /** The epochs of the training, if it has any. */
  Optional<Integer> epochs() {
    return training.getAsJsonObject().get(SETTINGS) instanceof JsonObject settings
            && settings.get("epochs") instanceof JsonPrimitive epochs
            && epochs.isNumber()
            && epochs.getAsInt() > 0
        ? Optional.of(epochs.getAsInt())
        : Optional.empty();
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
