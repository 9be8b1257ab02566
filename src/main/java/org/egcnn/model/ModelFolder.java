/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.egcnn.task.BadInputException;

/** A model on disk: a folder with {@code model.json} and {@code weights.safetensors}. */
public final class ModelFolder {
  /** The name of the model's description. */
  public static final String CARD = "model.json";

  /** The name of the weights' file. */
  public static final String WEIGHTS = "weights.safetensors";

  private ModelFolder() {}

  /**
   * Writes description and weights into a folder, which is made if missing.
   *
   * @throws IOException if writing fails; neither file is then half written
   */
  public static void write(Path folder, ModelCard card, Map<String, WeightTensor> weights)
      throws IOException {
    Safetensors.write(folder.resolve(WEIGHTS), weights, Map.of("model", card.name()));
    Json.write(folder.resolve(CARD), card);
  }

  /**
   * Reads a model's description.
   *
   * @throws BadInputException if the folder holds no model, or one of another version
   */
  public static ModelCard readCard(Path folder) throws IOException {
    requireFile(folder, CARD);
    return Json.read(folder.resolve(CARD), ModelCard.class);
  }

  /**
   * Reads a model's weights.
   *
   * @throws BadInputException if they are missing or damaged
   */
  public static Map<String, WeightTensor> readWeights(Path folder) throws IOException {
    requireFile(folder, WEIGHTS);
    return Safetensors.read(folder.resolve(WEIGHTS));
  }

  private static void requireFile(Path folder, String name) throws BadInputException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder, "there is no such model folder", "Check the path");
    }
    if (!Files.isRegularFile(folder.resolve(name))) {
      throw new BadInputException(
          folder,
          "holds no " + name,
          "Choose a folder that a training has written, or one in which such folders lie");
    }
  }
}
