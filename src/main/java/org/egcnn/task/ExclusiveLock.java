/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
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
import java.util.stream.Stream;

/**
 * Keeps two tasks, in one process or in several, from doing the same work, above all from writing
 * one folder. The operating system releases the lock when a process ends in any way; the lock's
 * file stays, for removing it could let a third process in.
 */
public final class ExclusiveLock implements AutoCloseable {
  /** The name of the file by which a whole folder is locked. */
  public static final String FILE = ".lock";

  /**
   * The files that this process has locked. POSIX locks belong to a process, and are lost as soon
   * as it closes any channel to the file: it must not even open one that it holds.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Path place;
  private final FileChannel channel;
  private final Object key;
  private final boolean made;

  private ExclusiveLock(Path file, Path place, FileChannel channel, boolean made)
      throws IOException {
    this.file = file;
    this.place = place;
    this.channel = channel;
    this.key = key(file);
    this.made = made;
  }

  /** What tells the lock's file from another of its name; null where the system has no such. */
  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  /**
   * Takes the lock of a folder, which is made if it is missing, and then goes again with the lock
   * if nothing was put into it.
   *
   * @param task what writes the folder, such as "training", for the complaint
   * @throws BadInputException if another task, in this process or another, has the lock, or the
   *     folder cannot be made or written
   */
  public static ExclusiveLock take(Path folder, String task) throws BadInputException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInputException(folder, "is a file", "Choose a folder");
    }
    Optional<ExclusiveLock> lock;
    try {
      boolean made = !Files.exists(folder);
      Files.createDirectories(folder);
      lock = of(folder.resolve(FILE), made);
    } catch (BadInputException e) {
      throw e;
    } catch (IOException e) {
      throw new BadInputException(
          folder,
          "cannot be made or written (" + FailureReason.of(e) + ")",
          "Choose another folder",
          e);
    }
    return lock.orElseThrow(
        () ->
            new BadInputException(
                folder,
                "another " + task + " is writing this folder",
                "Wait for it or choose another"));
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
    return of(file, false);
  }

  private static Optional<ExclusiveLock> of(Path file, boolean made) throws IOException {
    Path place = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    if (!HELD.add(place)) {
      return Optional.empty();
    }
    Optional<ExclusiveLock> lock = Optional.empty();
    try {
      lock = locked(file, place, made);
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(place);
      }
    }
    return lock;
  }

  private static Optional<ExclusiveLock> locked(Path file, Path place, boolean made)
      throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    ExclusiveLock lock = null;
    try {
      if (isLocked(channel, file)) {
        lock = new ExclusiveLock(file, place, channel, made);
      }
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return Optional.ofNullable(lock);
  }

  private static boolean isLocked(FileChannel channel, Path file) throws BadInputException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // held by this process through another class loader, such as a second copy of this program
      return false;
    } catch (IOException e) {
      throw new BadInputException(
          file,
          "cannot be locked (" + FailureReason.of(e) + ")",
          "Mount its file system with locks, or use a folder on another",
          e);
    }
  }

  /**
   * Makes sure that the lock's file is still the one that was locked, and so its folder. Whoever
   * wrote on after the folder was deleted, or after its disk went away, would make a new one where
   * nobody looks for it.
   *
   * @throws BadInputException if the folder is gone or another has taken its place
   */
  public void requireFolder() throws BadInputException {
    IOException cause;
    try {
      if (Objects.equals(key, key(file))) {
        return;
      }
      cause = new NoSuchFileException(file.toString());
    } catch (IOException e) {
      cause = e;
    }
    throw new BadInputException(
        file.getParent(),
        "was deleted or has become unreachable meanwhile",
        "Check that its disk is still there",
        cause);
  }

  @Override
  public void close() throws IOException {
    try {
      if (made) {
        removeIfUnused();
      }
    } finally {
      HELD.remove(place);
      channel.close();
    }
  }

  private void removeIfUnused() {
    Path folder = file.getParent();
    try (Stream<Path> files = Files.list(folder)) {
      if (files.allMatch(other -> other.equals(file))) {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      // an empty folder does no harm
    }
  }
}
