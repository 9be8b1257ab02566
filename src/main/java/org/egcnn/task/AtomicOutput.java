/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/**
 * Writes a file so that it appears whole or not at all, and stays when the power fails: the bytes
 * go to a hidden temporary file in the same folder, are forced to disk, and are then moved over the
 * target in one step, which is forced to disk too. A process that is killed meanwhile leaves the
 * temporary file, which {@link #removeLeftovers} removes.
 */
public final class AtomicOutput {

  /** Writes one file's content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes everything to the given temporary file, which does not exist yet.
     *
     * @throws IOException if writing fails; what was written is then deleted
     */
    void writeTo(Path temporary) throws IOException;
  }

  private static final String PREFIX = ".tmp-";

  /** How the name of a folder beside a temporary file ends, in which its writer works. */
  public static final String PARTS = ".parts";

  private AtomicOutput() {}

  /**
   * The name that a file will have at last, for writers that put it into the file.
   *
   * @param temporary a temporary file as {@link Content#writeTo} gets it, or any other file, whose
   *     name is its last
   */
  public static String targetName(Path temporary) {
    String name = temporary.getFileName().toString();
    if (!name.startsWith(PREFIX)) {
      return name;
    }
    String target = name.substring(name.indexOf('-', PREFIX.length()) + 1);
    return target.endsWith(PARTS) ? target.substring(0, target.length() - PARTS.length()) : target;
  }

  /**
   * Writes a file, replacing one that is there. Its folder is made if missing.
   *
   * @param target the file to appear; the temporary file's name ends with the target's name, so
   *     that a writer that chooses its format by the name's ending chooses the same
   * @param content writes the bytes
   * @throws BadInputException naming the target if it cannot be written, for example because the
   *     disk is full; the target is then as it was and nothing is left behind
   */
  public static void write(Path target, Content content) throws IOException {
    try {
      writeOrFail(target.toAbsolutePath(), content);
    } catch (BadInputException e) {
      throw e;
    } catch (IOException e) {
      throw new BadInputException(
          target,
          "cannot be written (" + FailureReason.of(e) + ")",
          "Check that its folder may be written and that the disk has space",
          e);
    }
  }

  /** Whether a file is a temporary one of a writer that is at work or was killed. */
  public static boolean isTemporary(Path file) {
    return file.getFileName().toString().startsWith(PREFIX);
  }

  /**
   * Removes what writers that were killed have left in a folder.
   *
   * @param folder one in which nobody else writes, see {@link ExclusiveLock}; it may be missing
   * @throws IOException if it cannot be listed or a file in it not be deleted
   */
  public static void removeLeftovers(Path folder) throws IOException {
    removeLeftovers(folder, target -> true);
  }

  /**
   * Removes what killed writers of some files have left in a folder.
   *
   * @param folder it may be missing
   * @param targets whether a name is that of a file that nobody else writes now
   * @throws IOException if the folder cannot be listed or a file in it not be deleted
   */
  public static void removeLeftovers(Path folder, Predicate<String> targets) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(
            folder, file -> isTemporary(file) && targets.test(targetName(file)))) {
      for (Path file : left) {
        OutputFolder.remove(file);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static void writeOrFail(Path absolute, Content content) throws IOException {
    makeFolder(absolute.getParent());
    Path temporary =
        absolute.resolveSibling(
            PREFIX + Long.toHexString(System.nanoTime()) + "-" + absolute.getFileName());
    try {
      content.writeTo(temporary);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      move(temporary, absolute);
      force(absolute.getParent());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Makes a folder and those it is in, so that they outlast a loss of power as well. */
  private static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getParent() != null) {
      makeFolder(folder.getParent());
    }
    Files.createDirectories(folder);
    if (folder.getParent() != null) {
      force(folder.getParent());
    }
  }

  /** Forces a folder's list of names to disk where the system can: Windows opens no folders. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // the file itself is on the disk, and its name will follow
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
