/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.egcnn.segment.CaseOutcome.Status;
import org.egcnn.segment.ManifestEntry.State;
import org.egcnn.task.BadInputException;
import org.egcnn.task.ExclusiveLock;
import org.egcnn.task.OutputFolder;
import org.egcnn.task.Software;
import org.egcnn.task.TaskListener;

/**
 * Keeps the manifest of a shard while its cases are segmented, and any other process from doing the
 * same shard meanwhile. The file tells of a case as soon as it began and as soon as it ended, so
 * that it is true also after the process was killed.
 */
final class ShardRecorder implements CaseFollower, AutoCloseable {
  private final Path results;
  private final String model;
  private final SegmentSettings settings;
  private final Shard shard;
  private final List<String> allCases;
  private final TaskListener listener;
  private final ExclusiveLock lock;
  private final String begun = ManifestEntry.present();
  private final Map<String, ManifestEntry> entries = new LinkedHashMap<>();
  private final Map<String, Long> starts = new HashMap<>();
  private final Set<String> interrupted = new HashSet<>();
  private boolean warned;

  private ShardRecorder(
      Path results,
      String model,
      SegmentSettings settings,
      Shard shard,
      List<String> allCases,
      TaskListener listener,
      ExclusiveLock lock) {
    this.results = results;
    this.model = model;
    this.settings = settings;
    this.shard = shard;
    this.allCases = allCases;
    this.listener = listener;
    this.lock = lock;
  }

  /**
   * Locks a shard and writes what is known of its cases.
   *
   * @param results the folder of results; made if missing
   * @param model the model, or models, in words
   * @param settings how its cases are segmented
   * @param allCases the names of the cases of all shards
   * @param listener hears of a manifest that cannot be read or written
   * @throws BadInputException if another process does this shard, or the folder cannot be written
   */
  static ShardRecorder begin(
      Path results,
      String model,
      SegmentSettings settings,
      Shard shard,
      List<String> allCases,
      TaskListener listener)
      throws IOException {
    OutputFolder.prepare(results);
    OutputFolder.prepare(ShardManifest.folder(results));
    ExclusiveLock lock =
        ExclusiveLock.ofFile(ShardManifest.lock(results, shard))
            .orElseThrow(
                () ->
                    new BadInputException(
                        results,
                        "another process is segmenting shard " + shard + " into this folder",
                        "Wait for it, or give each process a shard of its own"));
    ShardRecorder recorder =
        new ShardRecorder(results, model, settings, shard, allCases, listener, lock);
    try {
      recorder.recall();
      recorder.write();
      return recorder;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Takes over what earlier processes have written. */
  private void recall() throws IOException {
    Map<String, ManifestEntry> earlier = new LinkedHashMap<>();
    Path file = ShardManifest.file(results, shard);
    if (Files.exists(file)) {
      try {
        ShardManifest.read(file).cases().forEach(entry -> earlier.put(entry.name(), entry));
      } catch (BadInputException e) {
        listener.warn(e.getMessage() + ". The shard's manifest is begun anew");
      }
    }
    for (String name : allCases) {
      if (shard.has(name)) {
        entries.put(name, recalled(name, Optional.ofNullable(earlier.remove(name))));
      }
    }
    entries.putAll(earlier);
  }

  private ManifestEntry recalled(String name, Optional<ManifestEntry> earlier) {
    if (earlier.isEmpty()) {
      return new ManifestEntry(name, State.WAITING, "", Optional.empty(), List.of(), begun);
    }
    if (earlier.get().state() == State.RUNNING) {
      interrupted.add(name);
      return earlier.get().now(State.WAITING, "a process that began it did not end it");
    }
    return earlier.get();
  }

  @Override
  public synchronized void begun(String name) {
    starts.put(name, System.nanoTime());
    entries.put(name, entries.get(name).now(State.RUNNING, ""));
    update();
  }

  @Override
  public synchronized void ended(CaseOutcome outcome) {
    String name = outcome.name();
    if (outcome.status() == Status.SKIPPED && entries.get(name).state() == State.DONE) {
      return;
    }
    State state =
        switch (outcome.status()) {
          case DONE -> State.DONE;
          case FAILED -> State.FAILED;
          // nobody but a process of this shard can have written it after that process began it
          case SKIPPED -> interrupted.contains(name) ? State.DONE : State.SKIPPED;
        };
    entries.put(
        name,
        new ManifestEntry(
            name,
            state,
            state == State.DONE ? "" : outcome.reason(),
            Optional.ofNullable(starts.get(name)).map(start -> (System.nanoTime() - start) / 1e9),
            present(entries.get(name).files(), outcome.files()),
            ManifestEntry.present()));
    update();
  }

  /** The outputs of an earlier process that are still there, and those of this one. */
  private List<String> present(List<String> earlier, List<Path> now) {
    return Stream.concat(
            earlier.stream().filter(name -> Files.exists(results.resolve(name))),
            now.stream().map(file -> file.getFileName().toString()))
        .distinct()
        .toList();
  }

  /** The masks matter more than their list: they are made even if it cannot be written now. */
  private void update() {
    try {
      write();
    } catch (IOException e) {
      if (!warned) {
        listener.warn(e.getMessage());
        warned = true;
      }
    }
  }

  private void write() throws IOException {
    new ShardManifest(
            ShardManifest.FORMAT,
            Software.nameAndVersion(),
            model,
            settings,
            shard,
            begun,
            allCases,
            List.copyOf(entries.values()))
        .write(results);
  }

  /**
   * Ends the record and lets go of the shard.
   *
   * @throws BadInputException if the manifest cannot be written
   */
  @Override
  public synchronized void close() throws IOException {
    try (lock) {
      entries.replaceAll(
          (name, entry) ->
              entry.state() == State.RUNNING
                  ? entry.now(State.WAITING, "stopped before it was done")
                  : entry);
      write();
    }
  }
}
