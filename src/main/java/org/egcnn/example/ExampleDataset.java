/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.egcnn.model.Json;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * Writes example data in the layout of the Medical Segmentation Decathlon: {@code dataset.json},
 * {@code imagesTr}, {@code labelsTr} and, for the test cases, {@code imagesTs} and {@code
 * labelsTs}.
 */
public final class ExampleDataset {
  private static final String DESCRIPTION = "dataset.json";
  private static final String WHAT = "Synthetic CT of kidneys and kidney tumours";

  private ExampleDataset() {}

  /**
   * Makes the cases and writes them; {@code dataset.json} comes last, so that an interrupted folder
   * is not taken for a whole one.
   *
   * @param folder where to; made if missing
   * @param overwrite whether to write into a folder that holds something already; example cases in
   *     it are deleted first, other files stay
   * @param listener told of progress
   * @throws BadInputException if the folder holds something and {@code overwrite} is false
   * @throws IOException if writing fails
   * @throws CancelledException if the listener cancels
   */
  public static void write(
      Path folder, ExampleSettings settings, boolean overwrite, TaskListener listener)
      throws IOException, CancelledException {
    clear(folder, overwrite);
    VolumeIO io = VolumeIO.standard();
    JsonArray training = new JsonArray();
    JsonArray test = new JsonArray();
    int total = settings.cases() + settings.testCases();
    for (int index = 0; index < total; index++) {
      listener.checkCancelled();
      listener.progress(index, total, "Making example cases");
      boolean forTraining = index < settings.cases();
      String suffix = forTraining ? "Tr" : "Ts";
      String file = String.format(Locale.ROOT, "example_%03d.nii.gz", index + 1);
      ExamplePhantom phantom = ExamplePhantom.of(settings, index);
      io.write(phantom.image(), folder.resolve("images" + suffix).resolve(file));
      io.write(phantom.label(), folder.resolve("labels" + suffix).resolve(file));
      if (forTraining) {
        JsonObject entry = new JsonObject();
        entry.addProperty("image", "./imagesTr/" + file);
        entry.addProperty("label", "./labelsTr/" + file);
        training.add(entry);
      } else {
        test.add("./imagesTs/" + file);
      }
    }
    Json.write(folder.resolve(DESCRIPTION), description(settings, training, test));
    listener.progress(total, total, "Making example cases");
  }

  private static void clear(Path folder, boolean overwrite) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder, "is a file", "Name a folder");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (!overwrite && entries.findAny().isPresent()) {
        throw new BadInputException(
            folder, "is not empty", "Name another folder or allow overwriting");
      }
    }
    requireExample(folder.resolve(DESCRIPTION));
    Files.deleteIfExists(folder.resolve(DESCRIPTION));
    for (String name : List.of("imagesTr", "labelsTr", "imagesTs", "labelsTs")) {
      if (Files.isDirectory(folder.resolve(name))) {
        try (DirectoryStream<Path> old =
            Files.newDirectoryStream(folder.resolve(name), "example_*.nii.gz")) {
          for (Path file : old) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /** What somebody else described is not to be replaced. */
  private static void requireExample(Path description) throws IOException {
    if (!Files.exists(description)) {
      return;
    }
    JsonElement tree = Json.readTree(description);
    JsonElement text = tree.isJsonObject() ? tree.getAsJsonObject().get("description") : null;
    if (text == null || !text.isJsonPrimitive() || !text.getAsString().startsWith(WHAT)) {
      throw new BadInputException(
          description, "describes a dataset that is no example", "Name another folder");
    }
  }

  private static JsonObject description(
      ExampleSettings settings, JsonArray training, JsonArray test) {
    JsonObject modality = new JsonObject();
    modality.addProperty("0", "CT");
    JsonObject labels = new JsonObject();
    labels.addProperty("0", "background");
    labels.addProperty("1", "kidney");
    labels.addProperty("2", "tumour");
    JsonObject root = new JsonObject();
    root.addProperty("name", "Example");
    root.addProperty(
        "description",
        String.format(
            WHAT + ", seed %d, %s voxels, spacing %s mm",
            settings.seed(),
            settings.size(),
            settings.spacing()));
    root.addProperty("tensorImageSize", "3D");
    root.add("modality", modality);
    root.add("labels", labels);
    root.addProperty("numTraining", settings.cases());
    root.addProperty("numTest", settings.testCases());
    root.add("training", training);
    root.add("test", test);
    return root;
  }
}
