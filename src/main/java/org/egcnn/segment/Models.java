/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Ensemble;
import org.egcnn.engine.Network;
import org.egcnn.engine.Predictor;
import org.egcnn.model.Architecture;
import org.egcnn.model.ModelCard;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.WeightTensor;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;

/**
 * The models that segment together: one, or all those in a folder, such as the folds of a
 * cross-validation or trainings from several seeds.
 *
 * @param folders the model folders, sorted by name
 * @param card what holds for all of them: the first one's, with an edge stream only if all have one
 */
public record Models(List<Path> folders, ModelCard card) {

  /**
   * Reads the descriptions of a model, or of all models that lie directly in a folder.
   *
   * @throws BadInputException if there is none, one has another version, or they differ in what
   *     goes in, what comes out, or the crop
   */
  public static Models of(Path folder) throws IOException {
    List<Path> folders = folders(folder);
    if (folders.isEmpty()) {
      return new Models(List.of(folder), ModelFolder.readCard(folder));
    }
    List<ModelCard> cards = new ArrayList<>();
    for (Path one : folders) {
      cards.add(ModelFolder.readCard(one));
      requireAlike(cards.get(0), cards.get(cards.size() - 1), one);
    }
    // gates have no mean, but edges do
    boolean edges = cards.stream().allMatch(card -> card.architecture().edgeStream().isPresent());
    ModelCard first = cards.get(0);
    return new Models(folders, edges ? first : first.withoutEdgeStream());
  }

  private static List<Path> folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder) || Files.exists(folder.resolve(ModelFolder.CARD))) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(path -> Files.isRegularFile(path.resolve(ModelFolder.CARD)))
          .sorted()
          .toList();
    }
  }

  private static void requireAlike(ModelCard first, ModelCard other, Path folder)
      throws BadInputException {
    Architecture a = first.architecture();
    Architecture b = other.architecture();
    String difference = null;
    if (!first.labels().equals(other.labels())) {
      difference = "classes";
    } else if (!first.preprocessing().equals(other.preprocessing())) {
      difference = "channels, voxel size or normalisation";
    } else if (a.levels() != b.levels()) {
      difference = "levels";
    } else if (!first.crop().equals(other.crop())) {
      difference = "crop";
    }
    if (difference != null) {
      throw new BadInputException(
          folder,
          "this model differs from the one beside it in its " + difference,
          "Models segment together only if these are the same: move it elsewhere");
    }
  }

  /** Whose predictions are averaged, for several. */
  String inWords() {
    return folders.stream()
        .map(folder -> folder.getFileName().toString())
        .collect(Collectors.joining(", ", "Averages " + folders.size() + " models: ", ""));
  }

  /** How many models there are. */
  public int count() {
    return folders.size();
  }

  /**
   * Their networks, ready to predict. The caller closes them.
   *
   * @param listener is warned if they are not computed as asked
   * @throws BadInputException if weights are missing, damaged, or of another network
   */
  public Predictor restored(EngineOptions options, TaskListener listener) throws IOException {
    Engine engine = EngineLoader.load();
    EngineOptions possible = options.onThisMachine(engine, listener::warn);
    List<Predictor> networks = new ArrayList<>();
    try {
      for (Path folder : folders) {
        networks.add(restored(engine, folder, possible));
      }
      return new Ensemble(networks);
    } catch (IOException | RuntimeException e) {
      networks.forEach(Predictor::close);
      throw e;
    }
  }

  private static Network restored(Engine engine, Path folder, EngineOptions options)
      throws IOException {
    Architecture architecture = ModelFolder.readCard(folder).architecture();
    Map<String, WeightTensor> weights = ModelFolder.readWeights(folder);
    try {
      architecture.requireEnough(weights.values());
      Network network = engine.create(architecture, Optional.empty(), options);
      try {
        network.restore(weights);
        return network;
      } catch (IllegalArgumentException e) {
        network.close();
        throw e;
      }
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          folder.resolve(ModelFolder.WEIGHTS),
          "does not belong to this model: " + e.getMessage(),
          "Restore both files of the model folder from one copy",
          e);
    }
  }
}
