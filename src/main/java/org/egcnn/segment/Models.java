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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Ensemble;
import org.egcnn.engine.Network;
import org.egcnn.engine.Predictor;
import org.egcnn.model.ModelCard;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.WeightTensor;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;

/**
 * The models that segment together: one, or all those in a folder, such as the folds of a
 * cross-validation or trainings from several seeds.
 *
 * @param folder the folder that was named
 * @param folders the model folders, sorted by name; the folder itself for one model
 * @param cards their descriptions
 */
public record Models(Path folder, List<Path> folders, List<ModelCard> cards) {

  /**
   * Reads the descriptions of a model, or of all models that lie directly in a folder.
   *
   * @throws BadInputException if there is none, one has another version, or they differ in what
   *     goes in, what comes out, levels or crop
   */
  public static Models of(Path folder) throws IOException {
    List<Path> inside = folders(folder);
    return together(folder, inside.isEmpty() ? List.of(folder) : inside);
  }

  /**
   * Reads the descriptions of models that lie anywhere.
   *
   * @param folder what they are named after
   * @param folders the model folders, at least one
   * @throws BadInputException as {@link #of}
   */
  public static Models together(Path folder, List<Path> folders) throws IOException {
    List<ModelCard> cards = new ArrayList<>();
    for (Path one : folders) {
      ModelCard card = ModelFolder.readCard(one);
      cards.add(card);
      requireAlike(folders.get(0), cards.get(0), one, card);
    }
    return new Models(folder, folders, List.copyOf(cards));
  }

  /** What holds for all of them: the first one's, with an edge stream only if all have one. */
  public ModelCard card() {
    ModelCard first = cards.get(0);
    boolean edges = cards.stream().allMatch(card -> card.architecture().edgeStream().isPresent());
    return edges ? first : first.withoutEdgeStream();
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

  private static void requireAlike(Path firstFolder, ModelCard first, Path folder, ModelCard other)
      throws BadInputException {
    String difference = null;
    if (!first.labels().equals(other.labels())) {
      difference = "classes";
    } else if (!first.preprocessing().equals(other.preprocessing())) {
      difference = "channels, voxel size or normalisation";
    } else if (first.architecture().levels() != other.architecture().levels()) {
      difference = "levels";
    } else if (!first.crop().equals(other.crop())) {
      difference = "crop";
    }
    if (difference != null) {
      throw new BadInputException(
          folder,
          "this model differs from " + firstFolder.getFileName() + " in its " + difference,
          "Models segment together only if these are the same: move one elsewhere");
    }
  }

  /**
   * Complains about outputs that these models cannot give together; what one alone cannot give is
   * left to {@link CaseSegmenter}.
   *
   * @throws BadInputException if gates are asked of several, or edges where one has none
   */
  public void requireTogether(Set<OutputKind> outputs) throws BadInputException {
    if (folders.size() == 1) {
      return;
    }
    if (outputs.contains(OutputKind.GATES)) {
      throw new BadInputException(
          folder, "the gates of several models have no mean", "Name one of its models");
    }
    if (outputs.contains(OutputKind.EDGES)) {
      for (int i = 0; i < folders.size(); i++) {
        if (cards.get(i).architecture().edgeStream().isEmpty()) {
          throw new BadInputException(
              folders.get(i),
              "this model has no edge stream",
              "Do not ask for edges, or move it elsewhere");
        }
      }
    }
  }

  /** The folder, and the names of the models in it if it is not itself the model. */
  public String inWords() {
    if (folders.equals(List.of(folder))) {
      return folder.toString();
    }
    return folders.stream()
        .map(one -> folder.relativize(one).toString())
        .collect(Collectors.joining(", ", folder + " (", ")"));
  }

  /**
   * Their networks, ready to predict. The caller closes them.
   *
   * @param listener is warned if they are not computed as asked
   * @throws BadInputException if weights are missing, damaged, or of another network
   */
  public Predictor restored(EngineOptions options, TaskListener listener) throws IOException {
    List<Map<String, WeightTensor>> weights = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      weights.add(weights(i));
    }
    if (!folders.equals(List.of(folder))) {
      listener.info("Segments by the mean of " + inWords());
    }
    Engine engine = EngineLoader.load();
    EngineOptions possible = options.onThisMachine(engine, listener::warn);
    List<Predictor> networks = new ArrayList<>();
    try {
      for (int i = 0; i < folders.size(); i++) {
        Network network = engine.create(cards.get(i).architecture(), Optional.empty(), possible);
        networks.add(network);
        restore(network, weights.get(i), folders.get(i));
      }
      return new Ensemble(networks);
    } catch (IOException | RuntimeException e) {
      networks.forEach(Predictor::close);
      throw e;
    }
  }

  private Map<String, WeightTensor> weights(int model) throws IOException {
    Map<String, WeightTensor> weights = ModelFolder.readWeights(folders.get(model));
    try {
      cards.get(model).architecture().requireEnough(weights.values());
      return weights;
    } catch (IllegalArgumentException e) {
      throw foreign(folders.get(model), e);
    }
  }

  private static void restore(Network network, Map<String, WeightTensor> weights, Path folder)
      throws BadInputException {
    try {
      network.restore(weights);
    } catch (IllegalArgumentException e) {
      throw foreign(folder, e);
    }
  }

  private static BadInputException foreign(Path folder, IllegalArgumentException cause) {
    return new BadInputException(
        folder.resolve(ModelFolder.WEIGHTS),
        "does not belong to this model: " + cause.getMessage(),
        "Restore both files of the model folder from one copy",
        cause);
  }
}
