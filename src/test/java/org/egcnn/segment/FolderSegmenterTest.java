/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.dataset.Case;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation.Kind;
import org.egcnn.model.Size;
import org.egcnn.segment.CaseOutcome.Status;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.task.Warnings;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSegmenterTest {
  private static final Size WINDOW = new Size(8, 8, 8);
  private static final Affine LEFT_POSTERIOR =
      new Affine(new double[][] {{-1, 0, 0, 40}, {0, -1, 0, 30}, {0, 0, 2, -5}});

  private final VolumeIO io = VolumeIO.standard();
  private final FakeNetwork network =
      new FakeNetwork(
          1,
          (x, c) -> TestModels.byIntensity(c[0]),
          Optional.of((x, c) -> new float[] {c[0] / 4, 0.5f}));
  private final ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, Kind.NONE, WINDOW);

  @TempDir Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void folders() throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    out = folder.resolve("out");
  }

  @Test
  void writesEveryOutputOnTheCasesGrid() throws Exception {
    write("a.nii.gz", 0, 1);
    write("b.nii", 1, 2);
    SegmentReport report = run(EnumSet.allOf(OutputKind.class), false, TaskListener.SILENT);
    assertEquals("2 done, 0 skipped, 0 failed", report.toString());
    assertFalse(report.hasFailures());
    assertEquals(
        List.of(
            "a.nii.gz",
            "a_edges.nii.gz",
            "a_gates.nii.gz",
            "a_probabilities.nii.gz",
            "b.nii",
            "b_edges.nii",
            "b_gates.nii",
            "b_probabilities.nii"),
        names(out));
    Volume image = io.read(in.resolve("a.nii.gz"));
    Volume labels = io.read(out.resolve("a.nii.gz"));
    assertTrue(image.grid().matches(labels.grid(), 1e-4), labels.grid().toString());
    assertEquals(0, labels.labels().getAt(1, 2, 3).get());
    assertEquals(3, labels.labels().getAt(4, 2, 3).get());
    Volume probabilities = io.read(out.resolve("a_probabilities.nii.gz"));
    assertEquals(2, probabilities.channels());
    assertEquals(0.1, probabilities.channel(0).getAt(1, 2, 3).get(), 2e-5);
    assertEquals(0.7, probabilities.channel(0).getAt(4, 2, 3).get(), 2e-5);
    Volume edges = io.read(out.resolve("b_edges.nii"));
    assertEquals(0.25, edges.channel(0).getAt(1, 2, 3).get(), 2e-5);
    assertEquals(0.5, edges.channel(0).getAt(4, 2, 3).get(), 2e-5);
  }

  @Test
  void removesWhatAKilledRunLeftHalfWrittenOfItsOwnCases() throws Exception {
    write("a.nii.gz", 0, 1);
    Files.createDirectories(out);
    Files.writeString(out.resolve(".tmp-1f-a.nii.gz"), "half");
    Files.writeString(out.resolve(".tmp-2f-other.nii.gz"), "of another process");
    run(Set.of(OutputKind.LABELS), false, TaskListener.SILENT);
    assertEquals(List.of(".tmp-2f-other.nii.gz", "a.nii.gz"), names(out));
  }

  @Test
  void keepsTheFormatOfTheImage() throws Exception {
    write("a.tif", 0, 1);
    write("b.nrrd", 0, 1);
    run(Set.of(OutputKind.LABELS, OutputKind.PROBABILITIES), false, TaskListener.SILENT);
    assertEquals(
        List.of("a.tif", "a_probabilities.tif", "b.nrrd", "b_probabilities.nrrd"), names(out));
    for (String ending : List.of(".tif", ".nrrd")) {
      String name = ending.equals(".tif") ? "a" : "b";
      assertEquals(3, io.read(out.resolve(name + ending)).labels().getAt(4, 2, 3).get());
      Volume probabilities = io.read(out.resolve(name + "_probabilities" + ending));
      assertEquals(2, probabilities.channels());
      assertEquals(0.7, probabilities.channel(0).getAt(4, 2, 3).get(), 2e-5);
    }
  }

  @Test
  void stacksFilesOfOneChannelEach() throws Exception {
    write("p1_0000.nii.gz", 0, 2);
    write("p1_0001.nii.gz", 2, 0);
    FakeNetwork second = new FakeNetwork(2, (x, c) -> TestModels.byIntensity(c[1]));
    ModelCard two = TestModels.card(2, TestModels.TWO_CLASSES, Kind.NONE, WINDOW);
    List<Case> cases = new InputCases(io, 2).find(List.of(in));
    SegmentReport report =
        new FolderSegmenter(
                new CaseSegmenter(second, two, SegmentSettings.standard()),
                io,
                Optional.of(".nii"),
                false)
            .run(cases, out, TaskListener.SILENT);
    assertEquals("1 done, 0 skipped, 0 failed", report.toString());
    Volume labels = io.read(out.resolve("p1.nii"));
    assertEquals(7, labels.labels().getAt(1, 2, 3).get());
    assertEquals(0, labels.labels().getAt(4, 2, 3).get());
  }

  @Test
  void leavesOutputsThatAreThereUnlessToldToOverwrite() throws Exception {
    write("a.nii.gz", 0, 1);
    write("b.nii.gz", 0, 1);
    Files.createDirectories(out);
    Files.writeString(out.resolve("a.nii.gz"), "precious");
    SegmentReport report = run(Set.of(OutputKind.LABELS), false, TaskListener.SILENT);
    assertEquals("1 done, 1 skipped, 0 failed", report.toString());
    assertEquals("a", report.with(Status.SKIPPED).get(0).name());
    assertEquals("precious", Files.readString(out.resolve("a.nii.gz")));

    Set<OutputKind> both = Set.of(OutputKind.LABELS, OutputKind.PROBABILITIES);
    assertEquals(
        List.of(out.resolve("a_probabilities.nii.gz")),
        run(both, false, TaskListener.SILENT).with(Status.DONE).get(0).files());
    assertEquals("precious", Files.readString(out.resolve("a.nii.gz")));

    report = run(Set.of(OutputKind.LABELS), true, TaskListener.SILENT);
    assertEquals("2 done, 0 skipped, 0 failed", report.toString());
    assertEquals(3, io.read(out.resolve("a.nii.gz")).labels().getAt(4, 2, 3).get());
  }

  @Test
  void goesOnAfterACaseThatCannotBeRead() throws Exception {
    write("a.nii.gz", 0, 1);
    byte[] whole = Files.readAllBytes(in.resolve("a.nii.gz"));
    Files.write(in.resolve("b.nii.gz"), Arrays.copyOf(whole, whole.length / 2));
    write("c.nii.gz", 0, 1);
    Warnings warnings = new Warnings();
    SegmentReport report = run(Set.of(OutputKind.LABELS), false, warnings);
    assertEquals(
        List.of(Status.DONE, Status.FAILED, Status.DONE),
        report.cases().stream().map(CaseOutcome::status).toList());
    assertTrue(report.hasFailures());
    String reason = report.with(Status.FAILED).get(0).reason();
    assertTrue(reason.contains("b.nii.gz") && !reason.contains("\n"), reason);
    assertEquals(1, warnings.messages().size());
    assertEquals(List.of("a.nii.gz", "c.nii.gz"), names(out));
  }

  @Test
  void reportsCasesForWhichMemoryOrTheDiskDoesNotSuffice() throws Exception {
    write("a.nii.gz", 0, 1);
    network.memoryVoxels = 1;
    CaseOutcome noMemory =
        run(Set.of(OutputKind.LABELS), false, TaskListener.SILENT).cases().get(0);
    assertEquals(Status.FAILED, noMemory.status());
    assertEquals("too little memory", noMemory.reason());

    network.memoryVoxels = Long.MAX_VALUE;
    Files.writeString(out, "a file where the folder should be");
    assertEquals(
        Status.FAILED,
        run(Set.of(OutputKind.LABELS), false, TaskListener.SILENT).cases().get(0).status());
  }

  @Test
  void neverReplacesAnImageByItsResult() throws Exception {
    write("a.nii.gz", 0, 1);
    byte[] before = Files.readAllBytes(in.resolve("a.nii.gz"));
    out = in;
    SegmentReport report = run(Set.of(OutputKind.LABELS), true, TaskListener.SILENT);
    assertEquals(Status.FAILED, report.cases().get(0).status());
    assertEquals(0, Arrays.compare(before, Files.readAllBytes(in.resolve("a.nii.gz"))));
  }

  @Test
  void finishesWritingWhatWasCompleteWhenCancelled() throws Exception {
    write("a.nii.gz", 0, 1);
    write("b.nii.gz", 0, 1);
    List<Long> progress = new ArrayList<>();
    TaskListener inTheSecondCase =
        new TaskListener() {
          @Override
          public void progress(long done, long total, String what) {
            assertEquals(2000, total);
            progress.add(done);
          }

          @Override
          public boolean isCancelled() {
            return !progress.isEmpty() && progress.get(progress.size() - 1) >= 1000;
          }
        };
    // The progress of the first case ends at 1000 of 2000: cancelled there at the latest.
    assertThrows(
        CancelledException.class, () -> run(Set.of(OutputKind.LABELS), false, inTheSecondCase));
    assertEquals(List.of("a.nii.gz"), names(out));
  }

  @Test
  void rejectsAnEndingThatCannotBeWritten() {
    assertThrows(
        BadInputException.class,
        () ->
            new FolderSegmenter(
                new CaseSegmenter(network, card, SegmentSettings.standard()),
                io,
                Optional.of(".docx"),
                false));
  }

  private SegmentReport run(Set<OutputKind> kinds, boolean overwrite, TaskListener listener)
      throws IOException, CancelledException {
    CaseSegmenter segmenter =
        new CaseSegmenter(network, card, SegmentSettings.standard().withOutputs(kinds));
    return new FolderSegmenter(segmenter, io, Optional.empty(), overwrite)
        .run(new InputCases(io, 1).find(List.of(in)), out, listener);
  }

  /** A volume of one value for x below 3 and of another beyond. */
  private void write(String name, int lower, int upper) throws IOException {
    Img<FloatType> image = ArrayImgs.floats(7, 6, 9);
    var cursor = image.localizingCursor();
    while (cursor.hasNext()) {
      cursor.next().set(cursor.getIntPosition(0) < 3 ? lower : upper);
    }
    io.write(new Volume(image, new Grid(7, 6, 9, LEFT_POSTERIOR)), in.resolve(name));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
