/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcnn.model.Json;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Safetensors;
import org.egcnn.model.WeightTensor;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;

/**
 * The newest checkpoints of a training in a folder. A checkpoint is two files: the state as
 * safetensors, then a JSON description with the state's checksum and its own. Each appears whole or
 * not at all, and only a described state counts, so that a kill at any moment leaves the checkpoint
 * before.
 */
final class CheckpointStore {
  private static final String STATE = ".safetensors";
  private static final String DESCRIPTION = ".json";
  private static final String NAME = "epoch-\\d+-step-\\d+";
  private static final String CHECKSUM = "sha256";
  private static final String CONTENT = "checkpoint";

  /** Every validation's score of every case and class is in a description. */
  private static final int LARGER = 16;

  private final Path folder;
  private final int kept;

  /**
   * A store.
   *
   * @param folder made when the first checkpoint is saved
   * @param kept how many are kept, at least 1
   */
  CheckpointStore(Path folder, int kept) {
    this.folder = folder;
    this.kept = kept;
  }

  /** Saves a checkpoint and removes the oldest ones. */
  void save(
      ModelCard card,
      TrainingSettings settings,
      String data,
      Progress progress,
      Map<String, WeightTensor> state)
      throws IOException {
    String name =
        String.format(Locale.ROOT, "epoch-%05d-step-%06d", progress.epoch(), progress.step());
    Path stateFile = folder.resolve(name + STATE);
    Safetensors.write(stateFile, state, Map.of("model", card.name()));
    Json.write(
        folder.resolve(name + DESCRIPTION),
        sealed(
            new Checkpoint.Description(
                Checkpoint.FORMAT, Sha256.of(stateFile), card, settings, data, progress)));
    for (Path old : newestFirst().stream().skip(kept).toList()) {
      remove(old);
    }
    removeUndescribed();
  }

  /** A description with its checksum. */
  private static JsonObject sealed(Checkpoint.Description description) {
    JsonObject sealed = new JsonObject();
    JsonElement content = Json.toTree(description);
    sealed.addProperty(CHECKSUM, Sha256.of(Json.toText(content)));
    sealed.add(CONTENT, content);
    return sealed;
  }

  private static Checkpoint.Description unsealed(Path file) throws IOException {
    JsonElement tree;
    try {
      tree = Json.readTree(file, LARGER);
    } catch (BadInputException e) {
      if (e.getCause() instanceof JsonParseException
          || e.getCause() instanceof CharacterCodingException) {
        throw new DamagedException(file);
      }
      throw e;
    }
    JsonElement content = tree.isJsonObject() ? tree.getAsJsonObject().get(CONTENT) : null;
    JsonElement sum = tree.isJsonObject() ? tree.getAsJsonObject().get(CHECKSUM) : null;
    if (content == null
        || sum == null
        || !sum.isJsonPrimitive()
        || !sum.getAsString().equals(Sha256.of(Json.toText(content)))) {
      throw new DamagedException(file);
    }
    try {
      return Json.fromTree(file, content, Checkpoint.Description.class);
    } catch (BadInputException e) {
      throw new BadInputException(
          file,
          "was saved in a form that this version cannot read",
          "Go on with the version that saved it",
          e);
    }
  }

  /** The checksum proves that a file is not what was saved; it may be removed. */
  private static final class DamagedException extends BadInputException {
    private static final long serialVersionUID = 1L;

    DamagedException(Path file) {
      super(file, "its content is not what was saved", "An earlier checkpoint may be sound");
    }
  }

  /** Whether there is no checkpoint, be it sound or damaged. */
  boolean isEmpty() throws IOException {
    return newestFirst().isEmpty();
  }

  /**
   * The newest checkpoint that is sound; damaged newer ones are reported and removed.
   *
   * @throws BadInputException if there are checkpoints but none is sound, or a newer one cannot be
   *     read for another reason than damage, such as a newer program's format; nothing is removed
   *     then
   */
  Optional<Checkpoint> newest(TaskListener listener) throws IOException {
    List<Path> damaged = new ArrayList<>();
    for (Path description : newestFirst()) {
      try {
        Checkpoint sound = read(description);
        for (Path file : damaged) {
          remove(file);
        }
        return Optional.of(sound);
      } catch (DamagedException e) {
        listener.warn("A damaged checkpoint is passed over: " + e.getMessage());
        damaged.add(description);
      }
    }
    if (!damaged.isEmpty()) {
      throw new BadInputException(
          folder, "every checkpoint in it is damaged", "Start the training anew");
    }
    return Optional.empty();
  }

  private Checkpoint read(Path file) throws IOException {
    Checkpoint.Description description = unsealed(file);
    Path state = state(file);
    if (!Files.isRegularFile(state) || !Sha256.of(state).equals(description.stateSha256())) {
      throw new DamagedException(state);
    }
    return new Checkpoint(description, Safetensors.read(state));
  }

  private List<Path> newestFirst() throws IOException {
    return files(DESCRIPTION).stream()
        .sorted(Comparator.comparing((Path f) -> f.getFileName().toString()).reversed())
        .toList();
  }

  private List<Path> files(String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches(NAME + Pattern.quote(ending)))
          .toList();
    }
  }

  /** Removes states that a killed training did not come to describe. */
  private void removeUndescribed() throws IOException {
    Set<Path> described =
        newestFirst().stream().map(CheckpointStore::state).collect(Collectors.toSet());
    for (Path state : files(STATE)) {
      if (!described.contains(state)) {
        Files.deleteIfExists(state);
      }
    }
  }

  /** The description goes first: a state without one does not count. */
  private static void remove(Path description) throws IOException {
    Files.deleteIfExists(description);
    Files.deleteIfExists(state(description));
  }

  private static Path state(Path description) {
    String name = description.getFileName().toString();
    return description.resolveSibling(
        name.substring(0, name.length() - DESCRIPTION.length()) + STATE);
  }
}
