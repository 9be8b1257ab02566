/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.segment.OutputKind;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureInputsTest {
  private static final Labels LABELS = new Labels(true, List.of(new LabelClass("kidney", 1)));

  @TempDir Path folder;

  @BeforeEach
  void writeMasks() throws IOException {
    for (String name : List.of("a", "b")) {
      MaskFiles.write(folder.resolve("ref"), name, 0, 1, 1, 0);
      MaskFiles.write(folder.resolve("pred"), name, 0, 1, 0, 0);
      MaskFiles.write(folder.resolve("plain"), name, 1, 1, 0, 0);
    }
  }

  private Path edges(String folderName, String name, int width, int channels) throws IOException {
    Path file = folder.resolve(folderName).resolve(name + "_edges.nii");
    float[] values = new float[width * channels];
    Arrays.fill(values, 0.5f);
    Grid grid = new Grid(width, 1, 1, Affine.scaling(1, 1, 1));
    MaskFiles.IO.write(new Volume(ArrayImgs.floats(values, width, 1, 1, channels), grid), file);
    return file;
  }

  private FigureSettings settings(Optional<String> edges, int channel, String... cases) {
    return new FigureSettings(
        "with",
        Map.of("without", folder.resolve("plain")),
        edges.map(folder::resolve),
        4,
        List.of(cases),
        SliceChoice.MOST_ERRORS,
        channel,
        true);
  }

  private void run(FigureSettings figures) throws Exception {
    List<Reference> references =
        Reference.ofFolder(folder.resolve("ref"), MaskFiles.IO).stream()
            .map(r -> new Reference(r.name(), r.mask(), List.of(r.mask())))
            .toList();
    new EvaluationTask(
            references,
            folder.resolve("pred"),
            Optional.of(LABELS),
            folder.resolve("out"),
            new EvaluationSettings(EmptyPolicy.MONAI, 1, false, true, true, 1),
            figures)
        .run(MaskFiles.IO, TaskListener.SILENT);
  }

  private List<String> panels() {
    String[] labels =
        IJ.openImage(folder.resolve("out/panels.tif").toString()).getStack().getSliceLabels();
    return Arrays.stream(labels).filter(label -> label != null).toList();
  }

  private void assertRefused(String part, FigureSettings figures) {
    String message = assertThrows(BadInputException.class, () -> run(figures)).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void showsWhatLiesBesideTheMasks() throws Exception {
    edges("pred", "a", 4, 1);
    edges("pred", "b", 4, 1);
    run(settings(Optional.empty(), 0, "b"));
    assertEquals(
        List.of("b: image", "b: reference", "b: without", "b: with", "b: predicted edges"),
        panels());
    String report = Files.readString(folder.resolve("out/report.html"));
    assertTrue(report.contains("Shown as without"));
  }

  @Test
  void writesBoundaryErrorsOfTheJudgedPredictionOnTheReferencesGrid() throws Exception {
    run(settings(Optional.empty(), 0));
    Volume errors = MaskFiles.IO.read(folder.resolve("out/boundaries/a_boundary.nii.gz"));
    assertEquals(1, errors.channels());
    assertEquals(4, errors.grid().width());
    float[] values = new float[4];
    int i = 0;
    for (FloatType value : errors.channel(0)) {
      values[i++] = value.get();
    }
    assertEquals("[NaN, 0.0, NaN, NaN]", Arrays.toString(values));
    assertTrue(Files.exists(folder.resolve("out/boundaries/b.png")));
  }

  @Test
  void complainsBeforeAnythingIsWritten() throws Exception {
    Files.delete(folder.resolve("plain/b.nii"));
    assertRefused("no mask of b", settings(Optional.empty(), 0));
    MaskFiles.write(folder.resolve("plain"), "b", 0, 1);
    assertRefused("another grid", settings(Optional.empty(), 0));
    MaskFiles.write(folder.resolve("plain"), "b", 0, 1, 0, 0);
    assertRefused("no case 'c'", settings(Optional.empty(), 0, "c"));
    assertRefused("named like a case with _edges", settings(Optional.of("plain"), 0));
    assertRefused("there is no such folder", settings(Optional.of("nowhere"), 0));
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void refusesChannelsAndEdgesThatDoNotFit() throws Exception {
    assertRefused("1 channels, counted from 0, and no 1", settings(Optional.empty(), 1));
    Path file = edges("edges", "a", 4, 2);
    assertRefused("2 channels where there are 1 classes", settings(Optional.of("edges"), 0));
    Files.delete(file);
    edges("edges", "a", 5, 1);
    assertRefused("another size", settings(Optional.of("edges"), 0));
  }

  @Test
  void edgesOfOtherClassesThatNobodyAskedForAreNotShown() throws Exception {
    edges("pred", "a", 4, 2);
    run(settings(Optional.empty(), 0, "a"));
    assertEquals(List.of("a: image", "a: reference", "a: without", "a: with"), panels());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    FigureSettings good = settings(Optional.empty(), 0);
    assertThrows(IllegalArgumentException.class, () -> settings(Optional.empty(), -1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new FigureSettings(
                "without", good.others(), good.edges(), 4, List.of(), good.slice(), 0, false));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new FigureSettings(
                "with", good.others(), good.edges(), -1, List.of(), good.slice(), 0, false));
  }

  @Test
  void suffixesAreThoseThatSegmentingWrites() {
    assertEquals(OutputKind.EDGES.suffix(), OtherOutputs.EDGES);
    assertEquals(OutputKind.PROBABILITIES.suffix(), OtherOutputs.PROBABILITIES);
    assertEquals("a", OtherOutputs.caseOf("a_edges"));
    assertEquals("a", OtherOutputs.caseOf("a_probabilities"));
    assertEquals("a", OtherOutputs.caseOf("a" + OutputKind.GATES.suffix()));
    assertEquals("a_b", OtherOutputs.caseOf("a_b"));
  }
}
