/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.egcnn.segment.ManifestEntry;
import org.egcnn.segment.ManifestEntry.State;
import org.egcnn.segment.MergedManifest;
import org.egcnn.segment.Shard;

/**
 * What the shards of a folder of results have come to, in words.
 *
 * @param folder the folder
 * @param total the number of cases
 * @param done those that were segmented
 * @param skipped those whose outputs were there before
 * @param failed those that could not be segmented
 * @param running those that are begun, or were when their process was killed
 * @param waiting those that nobody began, or that were begun and stopped
 * @param complete whether the outputs of all cases are there and all manifests could be read
 * @param cases each case
 * @param absentShards shards that never began, such as {@code 3/4}
 * @param problems what is wrong with the manifests, a line each
 */
record SegmentedInfo(
    String folder,
    int total,
    int done,
    int skipped,
    int failed,
    int running,
    int waiting,
    boolean complete,
    List<ManifestEntry> cases,
    List<String> absentShards,
    List<String> problems) {

  /**
   * Reads the manifests of a folder.
   *
   * @throws org.egcnn.task.BadInputException if it holds none
   */
  static SegmentedInfo of(Path folder) throws IOException {
    MergedManifest merged = MergedManifest.read(folder);
    return new SegmentedInfo(
        folder.toString(),
        merged.cases().size(),
        merged.with(State.DONE).size(),
        merged.with(State.SKIPPED).size(),
        merged.with(State.FAILED).size(),
        merged.with(State.RUNNING).size(),
        merged.with(State.WAITING).size(),
        merged.isComplete(),
        merged.cases(),
        merged.absent().stream().map(Shard::toString).toList(),
        merged.problems());
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%d of %d cases are in %s: %d done, %d skipped",
            done + skipped, total, folder, done, skipped));
    lines.addAll(listed(State.FAILED, "failed"));
    lines.addAll(listed(State.RUNNING, "begun, or killed meanwhile"));
    lines.addAll(listed(State.WAITING, "not done"));
    if (!absentShards.isEmpty()) {
      lines.add("shards that did not begin: " + String.join(", ", absentShards));
    }
    lines.addAll(problems);
    return String.join(System.lineSeparator(), lines);
  }

  private List<String> listed(State state, String words) {
    List<String> lines =
        cases.stream()
            .filter(entry -> entry.state() == state)
            .map(e -> "  " + e.name() + (e.reason().isEmpty() ? "" : ": " + e.reason()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!lines.isEmpty()) {
      lines.add(0, lines.size() + " " + words + ":");
    }
    return lines;
  }
}
