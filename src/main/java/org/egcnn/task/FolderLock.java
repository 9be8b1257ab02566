/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps two tasks from writing one folder, be they in one process or in two. The operating system
 * releases the lock when a process ends in any way; the lock's file stays, for removing it could
 * let a third process in.
 */
public final class FolderLock implements AutoCloseable {
  /** The name of the lock's file. */
  public static final String FILE = ".lock";

  /**
   * The folders that this process has locked. POSIX locks belong to a process, and are lost as soon
   * as it closes any channel to the file: it must not even open one that it holds.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Path place;
  private final FileChannel channel;
  private final Object key;

  private FolderLock(Path folder, Path place, FileChannel channel) throws IOException {
    this.folder = folder;
    this.place = place;
    this.channel = channel;
    this.key = key(folder);
  }

  /** What tells the lock's file from another of its name; null where the system has no such. */
  private static Object key(Path folder) throws IOException {
    return Files.readAttributes(folder.resolve(FILE), BasicFileAttributes.class).fileKey();
  }

  /**
   * Takes the lock of a folder that exists.
   *
   * @param task what writes the folder, such as "training", for the complaint
   * @throws BadInputException if another task, in this process or another, has it
   */
  public static FolderLock take(Path folder, String task) throws IOException {
    return tryTake(folder)
        .orElseThrow(
            () ->
                new BadInputException(
                    folder,
                    "another " + task + " is writing this folder",
                    "Wait for it or choose another"));
  }

  /** Takes the lock of a folder that exists, unless this process or another has it. */
  public static Optional<FolderLock> tryTake(Path folder) throws IOException {
    Path place = folder.toRealPath();
    if (!HELD.add(place)) {
      return Optional.empty();
    }
    FolderLock lock = null;
    try {
      lock = lockFile(folder, place);
    } finally {
      if (lock == null) {
        HELD.remove(place);
      }
    }
    return Optional.ofNullable(lock);
  }

  /** Locks the file, or gives null if another process has it. */
  private static FolderLock lockFile(Path folder, Path place) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FolderLock lock = null;
    try {
      FileLock held = channel.tryLock();
      lock = held == null ? null : new FolderLock(folder, place, channel);
    } catch (OverlappingFileLockException e) {
      // held by this process through another class loader, such as a second copy of this program
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock;
  }

  /**
   * Makes sure that the folder is still the one that was locked. Whoever wrote on after it was
   * deleted, or after its disk went away, would make a new one where nobody looks for it.
   *
   * @throws BadInputException if the folder is gone or another has taken its place
   */
  public void requireFolder() throws BadInputException {
    IOException cause;
    try {
      if (Objects.equals(key, key(folder))) {
        return;
      }
      cause = new NoSuchFileException(folder.resolve(FILE).toString());
    } catch (IOException e) {
      cause = e;
    }
    throw new BadInputException(
        folder,
        "was deleted or has become unreachable meanwhile",
        "Check that its disk is still there",
        cause);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(place);
    }
  }
}
