/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.Json;
import org.egcnn.model.ModelCard;

/**
 * One training from data to model folder.
 *
 * @param card the model to train
 * @param settings how
 * @param training the training cases, at least one
 * @param validation scores the validation cases
 * @param folder the model folder to write
 * @param mode whether the folder is new, replaced or gone on with
 * @param attachments JSON values kept in the folder by file name, such as {@code split.json}; they
 *     describe the data, and must be written alike whenever the data are
 * @param engine the engine's name and version, for the record
 * @param precision the numbers of the convolutions, for the record
 * @param memory bytes of memory that the engine can use, or 0 if unknown
 */
public record TrainingJob(
    ModelCard card,
    TrainingSettings settings,
    List<CaseSource> training,
    Validation validation,
    Path folder,
    Mode mode,
    Map<String, Object> attachments,
    String engine,
    EngineOptions.Precision precision,
    long memory) {

  /** What is done with a folder that may exist. */
  public enum Mode {
    /** It must not hold a model. */
    NEW,
    /** A model in it is replaced. */
    OVERWRITE,
    /** The training in it is gone on with from its last checkpoint. */
    RESUME
  }

  /** Checks that crop, model and cases agree. */
  public TrainingJob {
    Objects.requireNonNull(validation);
    Objects.requireNonNull(folder);
    Objects.requireNonNull(mode);
    training = List.copyOf(training);
    attachments = Map.copyOf(attachments);
    if (training.isEmpty()) {
      throw new IllegalArgumentException("at least one training case is needed");
    }
    if (!settings.crop().equals(settings.crop().roundUp(card.architecture().step()))) {
      throw new IllegalArgumentException(
          "the sides of crop "
              + settings.crop()
              + " must be multiples of "
              + card.architecture().step()
              + "; the next such crop is "
              + settings.crop().roundUp(card.architecture().step()));
    }
    if (!card.crop().equals(settings.crop())) {
      throw new IllegalArgumentException("model and settings differ in crop");
    }
  }

  /** The checksum of the data's description, the same whenever the data are. */
  String dataSha256() {
    JsonObject data = Json.toTree(new TreeMap<>(attachments)).getAsJsonObject();
    if (data.get(Fingerprint.FILE_NAME) instanceof JsonObject fingerprint) {
      // tells of times of change, which copying changes too
      fingerprint.remove("contentHash");
    }
    return Sha256.of(Json.toText(data));
  }

  /** What to say of memory. */
  MemoryAdvice memoryAdvice(Network network) {
    return new MemoryAdvice(
        network, settings.batch(), settings.crop(), card.architecture().step(), memory);
  }
}
