/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.VolumeIO;

/**
 * A reference and the prediction to judge by it.
 *
 * @param reference the reference
 * @param prediction the file of the predicted label values
 */
public record CasePair(Reference reference, Path prediction) {

  /** More names than this do not help the reader of a message. */
  private static final int NAMES_SHOWN = 10;

  /** The case's name. */
  public String name() {
    return reference.name();
  }

  /**
   * Finds each reference's prediction by its name.
   *
   * @param references the references
   * @param predictions a folder of predicted masks, each with its case's name as base name; edge
   *     maps and probabilities written beside them are left out
   * @param allowMissing true: leave out references that have no prediction, which makes the result
   *     look better than it is; false: refuse
   * @return the pairs ordered by name, at least one
   * @throws BadInputException naming the predictions without reference, or the references without
   *     prediction unless that is allowed, or if no pair is left
   * @throws IOException if the folder cannot be listed
   */
  public static List<CasePair> match(
      List<Reference> references, Path predictions, boolean allowMissing, VolumeIO io)
      throws IOException {
    Map<String, Path> files = MaskFolder.list(predictions, io);
    Set<String> unknown = new HashSet<>(files.keySet());
    List<String> missing = new ArrayList<>();
    List<CasePair> pairs = new ArrayList<>();
    for (Reference reference : references) {
      unknown.remove(reference.name());
      Path prediction = files.get(reference.name());
      if (prediction == null) {
        missing.add(reference.name());
      } else {
        pairs.add(new CasePair(reference, prediction));
      }
    }
    unknown.removeIf(
        name -> references.stream().anyMatch(r -> r.name().equals(OtherOutputs.caseOf(name))));
    if (!unknown.isEmpty()) {
      throw new BadInputException(
          predictions,
          "no reference for " + names(unknown),
          "Remove these files or name them like their references");
    }
    if (!missing.isEmpty() && !allowMissing) {
      throw new BadInputException(
          predictions, "no prediction for " + names(missing), "Add them or allow missing ones");
    }
    if (pairs.isEmpty()) {
      throw new BadInputException(
          predictions, "no prediction has a reference", "Give masks named like the references");
    }
    pairs.sort(Comparator.comparing(CasePair::name));
    return List.copyOf(pairs);
  }

  private static String names(Collection<String> names) {
    String shown = names.stream().sorted().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    int more = names.size() - NAMES_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
