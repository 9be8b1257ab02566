/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CaseCacheTest {
  private static final long CASE_BYTES = 14 * 12 * 10 * 5;

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void name() {
    folder = temporary.resolve("cache");
  }

  private static Crop crop(PreparedCase source) throws IOException {
    Crop crop = new Crop(new Size(12, 8, 8), 1);
    new CropReader().read(source, new int[] {-1, 2, 3}, Optional.empty(), crop);
    return crop;
  }

  @Test
  void filesGiveWhatMemoryGives() throws Exception {
    List<CaseSource> sources = SyntheticCases.some(3);
    try (CaseCache memory = SyntheticCases.cache(sources, folder, Long.MAX_VALUE)) {
      assertEquals(0, memory.filed());
      assertFalse(Files.exists(folder));
      try (CaseCache files = SyntheticCases.cache(sources, temporary.resolve("b"), 0)) {
        assertEquals(3, files.filed());
        for (int i = 0; i < 3; i++) {
          assertEquals("case" + i, files.cases().get(i).name());
          Crop expected = crop(memory.cases().get(i));
          Crop actual = crop(files.cases().get(i));
          assertArrayEquals(expected.images(), actual.images());
          assertArrayEquals(expected.codes(), actual.codes());
        }
      }
    }
  }

  @Test
  void onlyWhatExceedsTheLimitGoesToFilesAndTheyDisappear() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("case-9"), "left by a killed training");
    try (CaseCache cache = SyntheticCases.cache(SyntheticCases.some(4), folder, 3 * CASE_BYTES)) {
      assertEquals(1, cache.filed());
      assertFalse(Files.exists(folder.resolve("case-9")));
    }
    assertFalse(Files.exists(folder));
  }

  @Test
  void aFullOrForbiddenFolderIsBlamedAndNotTheCase() throws Exception {
    Files.writeString(folder, "a file in its place");
    BadInputException e =
        assertThrows(
            BadInputException.class, () -> SyntheticCases.cache(SyntheticCases.some(1), folder, 0));
    assertEquals(
        folder
            + ": prepared cases that do not fit into Java's memory cannot be kept there (a file is"
            + " where a folder is needed). Free space on its disk, or give Java more memory",
        e.getMessage());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it keeps the names of open files")
  void aKilledTrainingWouldLeaveNoFiles() throws Exception {
    try (CaseCache cache = SyntheticCases.cache(SyntheticCases.some(2), folder, 0)) {
      assertEquals(2, cache.filed());
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(List.of(), files.toList());
      }
    }
  }

  @Test
  void knowsTheDeviationOfVoxelsOtherThanZero() {
    var image = ArrayImgs.floats(new float[] {0, 1, 2, 3, 4, 0, 0, 0}, 2, 2, 2);
    PreparedCase prepared =
        SyntheticCases.prepared(SyntheticCases.image(image, ArrayImgs.unsignedBytes(2, 2, 2)));
    assertEquals(Math.sqrt(1.25), prepared.deviation()[0], 1e-12);
  }

  @Test
  void namesTheCaseThatFailsAndLeavesNothing() {
    List<CaseSource> sources = new ArrayList<>(SyntheticCases.some(2));
    sources.add(SyntheticCases.broken("liver_7", new IOException("disk gone")));
    BadInputException e =
        assertThrows(BadInputException.class, () -> SyntheticCases.cache(sources, folder, 0));
    assertTrue(e.getMessage().contains("liver_7"), e.getMessage());
    assertTrue(e.getMessage().contains("disk gone"), e.getMessage());
    assertFalse(Files.exists(folder));
  }

  @Test
  void stopsWhenAsked() {
    TaskListener cancelled =
        new TaskListener() {
          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThrows(
        CancelledException.class,
        () ->
            CaseCache.open(SyntheticCases.some(2), SyntheticCases.LABELS, 0, folder, 1, cancelled));
    assertFalse(Files.exists(folder));
  }
}
