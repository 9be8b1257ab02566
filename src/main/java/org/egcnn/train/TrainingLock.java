/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.egcnn.task.BadInputException;

/**
 * Keeps two trainings from writing one folder. The operating system releases the lock when a
 * process ends in any way; the lock's file stays, for removing it could let a third process in.
 */
public final class TrainingLock implements AutoCloseable {
  /** The name of the lock's file. */
  static final String FILE = ".lock";

  private final FileChannel channel;

  private TrainingLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder that exists.
   *
   * @throws BadInputException if another training, in this process or another, has it
   */
  static TrainingLock take(Path folder) throws IOException {
    return tryTake(folder)
        .orElseThrow(
            () ->
                new BadInputException(
                    folder,
                    "another training is writing this folder",
                    "Wait for it or choose another"));
  }

  /** Takes the lock of a folder that exists, unless this process or another has it. */
  public static Optional<TrainingLock> tryTake(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // held by this process, which is no better than by another
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(new TrainingLock(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
