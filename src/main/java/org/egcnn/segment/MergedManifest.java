/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.egcnn.segment.ManifestEntry.State;
import org.egcnn.task.BadInputException;

/**
 * What all shards together have come to.
 *
 * @param folder the folder of results
 * @param cases one entry for each case, ordered by name: the latest that any shard has. A case that
 *     no shard began, or whose outputs are gone, is waiting
 * @param absent the shards of the latest division that never began
 * @param problems manifests that cannot be read, and shards that were made with different models or
 *     settings, a line each
 */
public record MergedManifest(
    Path folder, List<ManifestEntry> cases, List<Shard> absent, List<String> problems) {

  /** Copies the lists. */
  public MergedManifest {
    cases = List.copyOf(cases);
    absent = List.copyOf(absent);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the manifests of a folder of results; shards may be writing meanwhile.
   *
   * @throws BadInputException if there is none
   */
  public static MergedManifest read(Path folder) throws IOException {
    List<ShardManifest> shards = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : ShardManifest.files(folder)) {
      try {
        shards.add(ShardManifest.read(file));
      } catch (BadInputException e) {
        problems.add(e.getMessage() + ". Starting the shard again does so and skips what is done");
      }
    }
    if (shards.isEmpty() && problems.isEmpty()) {
      throw new BadInputException(
          folder, "holds no manifest", "Give a folder into which shards were segmented");
    }
    Optional<ShardManifest> latest =
        shards.stream().max(Comparator.comparing(shard -> Instant.parse(shard.begun())));
    problems.addAll(differences(shards));
    return new MergedManifest(
        folder,
        latest.map(newest -> merged(folder, shards, newest)).orElse(List.of()),
        latest.map(newest -> absent(folder, newest.shard().count())).orElse(List.of()),
        problems);
  }

  private static List<ManifestEntry> merged(
      Path folder, List<ShardManifest> shards, ShardManifest newest) {
    Map<String, ManifestEntry> merged = new TreeMap<>();
    for (String name : newest.allCases()) {
      merged.put(
          name,
          new ManifestEntry(name, State.WAITING, "", Optional.empty(), List.of(), newest.begun()));
    }
    shards.stream()
        .flatMap(shard -> shard.cases().stream())
        .sorted(Comparator.comparing(ManifestEntry::instant))
        .forEach(entry -> merged.merge(entry.name(), entry, MergedManifest::later));
    // what failed and was then taken away is no longer waited for
    Set<String> wanted = Set.copyOf(newest.allCases());
    return merged.values().stream()
        .filter(entry -> wanted.contains(entry.name()) || entry.state().isPresent())
        .map(entry -> checked(folder, entry))
        .toList();
  }

  /** What is known of a case after an entry that is later than the one known before. */
  private static ManifestEntry later(ManifestEntry before, ManifestEntry after) {
    boolean tellsLess =
        after.state() == State.WAITING
            || after.state() == State.SKIPPED && before.state() == State.DONE;
    return tellsLess && before.state() != State.WAITING ? before : after;
  }

  private static ManifestEntry checked(Path folder, ManifestEntry entry) {
    if (!entry.state().isPresent()) {
      return entry;
    }
    return entry.files().stream()
        .filter(file -> !Files.exists(folder.resolve(file)))
        .findFirst()
        .map(file -> entry.now(State.WAITING, file + " was there and is gone"))
        .orElse(entry);
  }

  private static List<Shard> absent(Path folder, int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> new Shard(index, count))
        .filter(shard -> !Files.exists(ShardManifest.file(folder, shard)))
        .toList();
  }

  private static List<String> differences(List<ShardManifest> shards) {
    List<String> differences = new ArrayList<>();
    List<String> models = shards.stream().map(ShardManifest::model).distinct().toList();
    if (models.size() > 1) {
      differences.add("The shards were made with different models: " + String.join(", ", models));
    }
    if (shards.stream().map(ShardManifest::settings).distinct().count() > 1) {
      differences.add("The shards were made with different settings of segmenting");
    }
    return differences;
  }

  /** The cases in a state. */
  public List<ManifestEntry> with(State state) {
    return cases.stream().filter(entry -> entry.state() == state).toList();
  }

  /** Whether the outputs of every case are there, and every manifest could be read. */
  public boolean isComplete() {
    return problems.isEmpty() && cases.stream().allMatch(entry -> entry.state().isPresent());
  }
}
