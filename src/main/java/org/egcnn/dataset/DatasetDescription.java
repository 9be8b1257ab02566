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
import java.util.List;
import java.util.Optional;
import org.egcnn.model.Json;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;

/**
 * A {@code dataset.json} as the Medical Segmentation Decathlon and nnU-Net write it.
 *
 * @param file the file
 * @param name {@code name}, or the folder's name
 * @param channels {@code channel_names} or {@code modality}: an object with keys 0, 1, ... or an
 *     array
 * @param labels see {@link LabelNames}
 * @param fileEnding {@code file_ending} of nnU-Net, such as {@code .nii.gz}
 * @param training {@code training}: the listed cases; empty if there is no list
 */
record DatasetDescription(
    Path file,
    String name,
    Optional<List<String>> channels,
    Optional<Labels> labels,
    Optional<String> fileEnding,
    List<Entry> training) {

  /** The file's name in a dataset folder. */
  static final String FILE_NAME = "dataset.json";

  /**
   * One listed case, its paths relative to the dataset's folder.
   *
   * @param image the image as listed, such as {@code ./imagesTr/a.nii.gz}
   * @param label the mask as listed
   */
  record Entry(String image, String label) {}

  static DatasetDescription read(Path file) throws IOException {
    JsonElement root = Json.readTree(file);
    if (!root.isJsonObject()) {
      throw bad(file, "is not a JSON object");
    }
    JsonObject object = root.getAsJsonObject();
    Optional<JsonElement> names = member(object, "channel_names");
    Optional<JsonArray> order =
        member(object, "regions_class_order")
            .filter(JsonElement::isJsonArray)
            .map(JsonElement::getAsJsonArray);
    Optional<JsonElement> labels = member(object, "labels");
    if (labels.isPresent() && !labels.get().isJsonObject()) {
      throw bad(file, "its 'labels' are not an object of names and values");
    }
    return new DatasetDescription(
        file,
        text(object, "name").orElseGet(() -> folderName(file.toAbsolutePath().getParent())),
        channels(file, names.isPresent() ? names : member(object, "modality")),
        labels.isPresent()
            ? Optional.of(new LabelNames(file).read(labels.get().getAsJsonObject(), order))
            : Optional.empty(),
        text(object, "file_ending"),
        training(file, member(object, "training")));
  }

  /** A folder's name, or {@code dataset} for the root of a drive, which has none. */
  static String folderName(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "dataset" : name.toString();
  }

  private static Optional<List<String>> channels(Path file, Optional<JsonElement> element)
      throws BadInputException {
    if (element.isEmpty()) {
      return Optional.empty();
    }
    List<String> channels = new ArrayList<>();
    if (element.get().isJsonArray()) {
      for (JsonElement name : element.get().getAsJsonArray()) {
        channels.add(name(file, name));
      }
    } else if (element.get().isJsonObject()) {
      JsonObject object = element.get().getAsJsonObject();
      for (int c = 0; c < object.size(); c++) {
        JsonElement name = object.get(Integer.toString(c));
        if (name == null) {
          throw bad(file, "its channels are not numbered 0, 1, 2 and so on");
        }
        channels.add(name(file, name));
      }
    }
    if (channels.isEmpty()) {
      throw bad(file, "its 'channel_names' (or 'modality') name no channel");
    }
    return Optional.of(channels);
  }

  private static String name(Path file, JsonElement element) throws BadInputException {
    if (!element.isJsonPrimitive()) {
      throw bad(file, "a channel's name is not a text");
    }
    return element.getAsString();
  }

  private static List<Entry> training(Path file, Optional<JsonElement> element)
      throws BadInputException {
    List<Entry> entries = new ArrayList<>();
    if (element.isEmpty() || !element.get().isJsonArray()) {
      return entries;
    }
    for (JsonElement entry : element.get().getAsJsonArray()) {
      Optional<String> image =
          entry.isJsonObject() ? text(entry.getAsJsonObject(), "image") : Optional.empty();
      Optional<String> label =
          entry.isJsonObject() ? text(entry.getAsJsonObject(), "label") : Optional.empty();
      if (image.isEmpty() || label.isEmpty()) {
        throw bad(file, "an entry of 'training' lacks its 'image' or 'label'");
      }
      entries.add(new Entry(image.get(), label.get()));
    }
    return entries;
  }

  private static Optional<String> text(JsonObject object, String key) {
    return member(object, key).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
  }

  private static Optional<JsonElement> member(JsonObject object, String key) {
    return Optional.ofNullable(object.get(key)).filter(e -> !e.isJsonNull());
  }

  private static BadInputException bad(Path file, String problem) {
    return new BadInputException(file, problem, "Correct the file");
  }
}
