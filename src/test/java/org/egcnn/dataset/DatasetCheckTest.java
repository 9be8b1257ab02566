/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCheckTest {
  private static final Labels LABELS =
      new Labels(true, List.of(new LabelClass("kidney", 1), new LabelClass("tumour", 2)));

  /** Remembers what it is told. */
  private static final class Memory implements TaskListener {
    final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    final List<Long> progress = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void warn(String message) {
      warnings.add(message);
    }

    @Override
    public void progress(long done, long total, String what) {
      progress.add(done);
    }
  }

  @TempDir Path folder;
  private final Memory memory = new Memory();

  @Test
  void soundCasesGiveAFingerprintAndEmptyMasksAWarning() throws Exception {
    Dataset dataset = dataset(sound("a", 1, 2), sound("b", 1, 1), sound("c"));
    Fingerprint fingerprint =
        DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), memory);
    assertEquals(3, fingerprint.cases().size());
    assertEquals(List.of(3 / 72.0, 1 / 72.0), fingerprint.classShares());
    assertEquals(1, memory.warnings.size());
    assertTrue(memory.warnings.get(0).contains("c.label.nii.gz: no voxel is labelled"));
    assertEquals(List.of(1L, 2L, 3L), memory.progress.stream().sorted().toList());
  }

  @Test
  void allBrokenCasesAreNamedAtOnce() throws Exception {
    Case nan = sound("nan", 1, 2);
    TinyVolumes.image(nan.images().get(0), (x, y, z) -> Double.NaN);
    Case missing = sound("missing", 1);
    Files.delete(missing.images().get(0));
    Case unlabelled = new Case("bare", missing.images(), Optional.empty());
    Dataset dataset = dataset(sound("a", 1, 2), nan, sound("odd", 9), missing, unlabelled);
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), memory));
    List<String> lines = e.getMessage().lines().toList();
    assertEquals(5, lines.size(), e.getMessage());
    assertTrue(lines.get(0).contains("4 of 5 cases cannot be used"), lines.get(0));
    assertTrue(lines.get(1).contains("nan.nii.gz: 24 voxels"), lines.get(1));
    assertTrue(lines.get(2).contains("odd.label.nii.gz: holds label values"), lines.get(2));
    assertTrue(lines.get(3).contains("missing.nii.gz"), lines.get(3));
    assertTrue(lines.get(4).contains("case bare has no mask"), lines.get(4));
  }

  @Test
  void aClassWithoutAnyVoxelIsAnError() throws Exception {
    Dataset dataset = dataset(sound("a", 1), sound("b", 1));
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), memory));
    assertTrue(e.getMessage().contains("no mask has a voxel of tumour"), e.getMessage());
  }

  @Test
  void noCasesAreAnError() {
    assertThrows(
        BadInputException.class,
        () -> DatasetCheck.check(VolumeIO.standard(), dataset(), List.of(), memory));
  }

  @Test
  void cancellingStopsTheCheck() throws Exception {
    Dataset dataset = dataset(sound("a", 1, 2));
    TaskListener cancelled =
        new TaskListener() {
          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThrows(
        CancelledException.class,
        () -> DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), cancelled));
  }

  @Test
  void aKeptFingerprintIsUsedUntilTheDataChange() throws Exception {
    Dataset dataset = dataset(sound("a", 1, 2));
    Path kept = folder.resolve("model/fingerprint.json");
    Fingerprint first =
        DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), kept, memory);
    assertEquals(1, memory.progress.size());
    assertEquals(
        first, DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), kept, memory));
    assertEquals(1, memory.progress.size(), "the data were read again");

    TinyVolumes.mask(dataset.labelled().get(0).label().orElseThrow(), 1, 2, 2, 2, 1, 2, 1, 1, 2);
    Fingerprint second =
        DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), kept, memory);
    assertNotEquals(first.contentHash(), second.contentHash());
    assertEquals(5 / 24.0, second.classShares().get(1));
    assertEquals(second, Fingerprint.read(kept));
  }

  @Test
  void aDamagedKeptFingerprintIsComputedAgain() throws Exception {
    Dataset dataset = dataset(sound("a", 1, 2));
    Path kept = TinyVolumes.text(folder.resolve("fingerprint.json"), "{'cases': []}");
    DatasetCheck.check(VolumeIO.standard(), dataset, dataset.labelled(), kept, memory);
    assertEquals(1, memory.warnings.size());
    assertTrue(memory.warnings.get(0).contains("fingerprint.json"));
    assertEquals(1, Fingerprint.read(kept).cases().size());
  }

  private Case sound(String name, int... labels) throws Exception {
    Path image = TinyVolumes.image(folder.resolve(name + ".nii.gz"), (x, y, z) -> x + y);
    Path label = TinyVolumes.mask(folder.resolve(name + ".label.nii.gz"), labels);
    return new Case(name, List.of(image), Optional.of(label));
  }

  private Dataset dataset(Case... cases) {
    return new Dataset(folder, "d", List.of("MRI"), LABELS, List.of(cases), List.of());
  }
}
