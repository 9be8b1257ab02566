/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import com.google.gson.annotations.SerializedName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A case in the manifest of a shard.
 *
 * @param name the case's name
 * @param state what became of it
 * @param reason why it is in that state, in one line, or empty
 * @param seconds from when it was begun until its files were there or it failed, if known
 * @param files the names of its output files in the folder of results
 * @param time when the state was reached, in the form of {@link Instant#toString}
 */
public record ManifestEntry(
    String name,
    State state,
    String reason,
    Optional<Double> seconds,
    List<String> files,
    String time) {

  /** What can become of a case of a shard. */
  public enum State {
    /** Not begun, or begun and stopped. */
    @SerializedName("waiting")
    WAITING,
    /** Begun; if the process was killed, it stays so until the shard is started again. */
    @SerializedName("running")
    RUNNING,
    /** Segmented and written. */
    @SerializedName("done")
    DONE,
    /** Its outputs were there before anyone began it. */
    @SerializedName("skipped")
    SKIPPED,
    /** Could not be read, segmented or written. */
    @SerializedName("failed")
    FAILED;

    /** Whether its outputs are there. */
    public boolean isPresent() {
      return this == DONE || this == SKIPPED;
    }
  }

  /** Copies the list and checks that all is there. */
  public ManifestEntry {
    files = List.copyOf(files);
    if (name == null || state == null || reason == null) {
      throw new IllegalArgumentException("a case lacks its name, state or reason");
    }
    Instant.parse(time);
  }

  /** The same case in a state that it reaches now. */
  ManifestEntry now(State reached, String why) {
    return new ManifestEntry(name, reached, why, Optional.empty(), files, present());
  }

  /** This moment as an entry's time. */
  static String present() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** The time as such. */
  Instant instant() {
    return Instant.parse(time);
  }
}
