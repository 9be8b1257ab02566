/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps two tasks, in one process or in several, from doing the same work. The operating system
 * releases the lock when a process ends in any way; the lock's file stays, for removing it could
 * let a third process in.
 */
public final class ExclusiveLock implements AutoCloseable {
  /** The name of the file by which a whole folder is locked. */
  public static final String FILE = ".lock";

  private final FileChannel channel;

  private ExclusiveLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock of a folder that exists, unless this process or another has it. */
  public static Optional<ExclusiveLock> ofFolder(Path folder) throws IOException {
    return ofFile(folder.resolve(FILE));
  }

  /**
   * Takes the lock that a file stands for, unless this process or another has it.
   *
   * @param file made if missing; nothing is written into it
   * @throws BadInputException if the file system has no locks
   */
  public static Optional<ExclusiveLock> ofFile(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // held by this process, which is no better than by another
    } catch (IOException e) {
      throw new BadInputException(
          file,
          "cannot be locked (" + FailureReason.of(e) + ")",
          "Mount its file system with locks, or use a folder on another",
          e);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(new ExclusiveLock(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
