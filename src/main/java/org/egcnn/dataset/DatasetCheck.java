/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * Reads every case once before anything long begins: finds all broken cases and, in the same pass,
 * takes the dataset's fingerprint.
 */
public final class DatasetCheck {
  private DatasetCheck() {}

  /** What reading one case gave: a scan or a problem. */
  private record Outcome(Optional<CaseScan> scan, Optional<String> problem) {}

  /**
   * Checks labelled cases, on several threads. A case whose mask is empty is warned of.
   *
   * @param io reads the files as the training will
   * @param dataset the dataset the cases are of
   * @param cases labelled cases, at least one
   * @param listener told of progress and warnings
   * @return the cases' fingerprint
   * @throws BadInputException if cases are broken, naming each (the first line sums up, then
   *     follows one line a case, {@value Problems#SHOWN} at most), or if a class has no voxel in
   *     any case
   * @throws IOException if the files' times cannot be read
   * @throws CancelledException if the listener cancels
   */
  public static Fingerprint check(
      VolumeIO io, Dataset dataset, List<Case> cases, TaskListener listener)
      throws IOException, CancelledException {
    if (cases.isEmpty()) {
      throw new BadInputException(
          dataset.folder(), "has no labelled cases", "Add images with label masks");
    }
    CaseReader reader = new CaseReader(io, dataset);
    String contentHash = ContentHash.of(dataset, cases);
    List<Path> files = cases.stream().map(one -> one.images().get(0)).toList();
    List<Outcome> outcomes =
        CaseTasks.map(
            cases,
            CaseTasks.threads(files, io),
            "Checking cases",
            one -> scan(one, reader, dataset, listener),
            listener);
    Problems problems = new Problems();
    outcomes.forEach(outcome -> outcome.problem().ifPresent(problems::add));
    problems.throwIfAny(
        String.format(
            "%s: %d of %d cases cannot be used. Correct or remove them",
            dataset.folder(), problems.count(), cases.size()));
    List<CaseScan> scans = outcomes.stream().flatMap(o -> o.scan().stream()).toList();
    Fingerprint fingerprint = Fingerprint.of(contentHash, dataset, scans);
    requireEveryClass(dataset, fingerprint);
    return fingerprint;
  }

  /**
   * As {@link #check(VolumeIO, Dataset, List, TaskListener)}, but takes a fingerprint kept in a
   * file instead if the data have not changed since, and keeps a new one there.
   *
   * @param kept the file, which need not exist
   * @throws IOException if a file cannot be read or the fingerprint not be written
   * @throws CancelledException if the listener cancels
   */
  public static Fingerprint check(
      VolumeIO io, Dataset dataset, List<Case> cases, Path kept, TaskListener listener)
      throws IOException, CancelledException {
    Optional<Fingerprint> known = kept(dataset, cases, kept, listener);
    if (known.isPresent()) {
      return known.get();
    }
    Fingerprint fingerprint = check(io, dataset, cases, listener);
    fingerprint.write(kept);
    return fingerprint;
  }

  /**
   * A fingerprint kept in a file, if the data have not changed since.
   *
   * @param kept the file, which need not exist
   * @throws IOException if the files' times cannot be read
   */
  public static Optional<Fingerprint> kept(
      Dataset dataset, List<Case> cases, Path kept, TaskListener listener) throws IOException {
    return Fingerprint.kept(kept, ContentHash.of(dataset, cases), listener);
  }

  private static Outcome scan(Case one, CaseReader reader, Dataset dataset, TaskListener listener) {
    if (one.label().isEmpty()) {
      return new Outcome(Optional.empty(), Optional.of("case " + one.name() + " has no mask"));
    }
    try {
      LoadedCase loaded = reader.read(one);
      if (loaded.hasEmptyLabel()) {
        listener.warn(one.label().get() + ": no voxel is labelled");
      }
      return new Outcome(Optional.of(CaseScan.of(loaded, dataset.labels())), Optional.empty());
    } catch (BadInputException e) {
      return new Outcome(Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  private static void requireEveryClass(Dataset dataset, Fingerprint fingerprint)
      throws BadInputException {
    List<String> absent = new ArrayList<>();
    for (int k = 0; k < fingerprint.classShares().size(); k++) {
      if (fingerprint.classShares().get(k) == 0) {
        absent.add(fingerprint.classNames().get(k));
      }
    }
    if (!absent.isEmpty()) {
      throw new BadInputException(
          dataset.folder(),
          "no mask has a voxel of " + String.join(", ", absent),
          "Add cases that do, or remove it from the dataset's labels");
    }
  }
}
