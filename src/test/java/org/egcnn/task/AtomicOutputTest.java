/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicOutputTest {
  @TempDir Path folder;

  @Test
  void aFileIsReplacedByTheNewOne() throws Exception {
    Path file = folder.resolve("sub/a.txt");
    AtomicOutput.write(file, temporary -> Files.writeString(temporary, "old"));
    AtomicOutput.write(
        file,
        temporary -> {
          assertEquals("a.txt", AtomicOutput.targetName(temporary));
          Files.writeString(temporary, "new");
        });
    assertEquals("new", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElseAndNamesIt() throws Exception {
    Path file = folder.resolve("sub/a.txt");
    AtomicOutput.write(file, temporary -> Files.writeString(temporary, "old"));
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () ->
                AtomicOutput.write(
                    file,
                    temporary -> {
                      Files.writeString(temporary, "half");
                      throw new IOException("No space left on device");
                    }));
    assertEquals(
        file
            + ": cannot be written (No space left on device). Check that its folder may be written"
            + " and that the disk has space",
        e.getMessage());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  /** Writes half a file and is killed. */
  static final class Killed {
    public static void main(String[] arguments) throws Exception {
      AtomicOutput.write(
          Path.of(arguments[0]),
          temporary -> {
            Files.writeString(temporary, "half");
            Runtime.getRuntime().halt(137);
          });
    }
  }

  @Test
  void whatAKilledWriterLeavesIsRemoved() throws Exception {
    Path file = folder.resolve("sub/a-b.txt");
    Path other = folder.resolve("sub/other.txt");
    AtomicOutput.write(file, temporary -> Files.writeString(temporary, "old"));
    for (Path target : List.of(file, other)) {
      assertEquals(
          137,
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Killed.class.getName(),
                  target.toString())
              .inheritIO()
              .start()
              .waitFor());
    }
    assertEquals("old", Files.readString(file));
    assertEquals(3, files().size());
    AtomicOutput.removeLeftovers(file.getParent(), "a-b.txt"::equals);
    assertEquals(2, files().size());
    AtomicOutput.removeLeftovers(file.getParent());
    assertEquals(List.of(file), files());
    AtomicOutput.removeLeftovers(folder.resolve("missing"));
  }

  /** A writer of other people's was killed in its folder. */
  @Test
  void theFolderOfAKilledWriterIsRemoved() throws Exception {
    Path parts = Files.createDirectory(folder.resolve(".tmp-1f-a.ome.tif.parts"));
    Files.writeString(parts.resolve("a.ome.tif"), "half");
    assertEquals("a.ome.tif", AtomicOutput.targetName(parts));
    AtomicOutput.removeLeftovers(folder, "b.ome.tif"::equals);
    assertTrue(Files.exists(parts));
    AtomicOutput.removeLeftovers(folder, "a.ome.tif"::equals);
    assertFalse(Files.exists(parts));
  }

  @Test
  void aComplaintOfTheContentIsPassedOn() {
    BadInputException complaint = new BadInputException("not so");
    assertSame(
        complaint,
        assertThrows(
            BadInputException.class,
            () ->
                AtomicOutput.write(
                    folder.resolve("a"),
                    temporary -> {
                      throw complaint;
                    })));
  }

  @Test
  void aFileInThePlaceOfTheFolderIsNamed() throws Exception {
    Files.writeString(folder.resolve("sub"), "mine");
    Path file = folder.resolve("sub/a.txt");
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> AtomicOutput.write(file, temporary -> Files.writeString(temporary, "x")));
    assertEquals(
        file
            + ": cannot be written (a file is where a folder is needed). Check that its folder may"
            + " be written and that the disk has space",
        e.getMessage());
  }

  @Test
  void aFolderForResultsIsMadeOrRefused() throws Exception {
    OutputFolder.prepare(folder.resolve("x/y"));
    assertTrue(Files.isDirectory(folder.resolve("x/y")));
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertEquals(
        file + ": is a file. Give a folder for the results",
        assertThrows(BadInputException.class, () -> OutputFolder.prepare(file)).getMessage());
    Path below = file.resolve("sub");
    String message =
        assertThrows(BadInputException.class, () -> OutputFolder.prepare(below)).getMessage();
    assertTrue(message.startsWith(below + ": cannot be made ("), message);
    assertTrue(message.endsWith("). Give another folder"), message);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
