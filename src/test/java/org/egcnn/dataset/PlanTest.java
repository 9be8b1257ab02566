/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final IntensityStatistics MRI = new IntensityStatistics(100, 0, 900, 200, 50);
  private static final IntensityStatistics CT = new IntensityStatistics(100, -1000, 900, 0, 50);
  private static final long GIGABYTE = 1L << 30;

  /** 1000 bytes a voxel. */
  private static final Plan.Limits AMPLE =
      new Plan.Limits(8, size -> 1000 * size.voxels(), 4 * GIGABYTE, 128 * 128 * 128);

  @Test
  void equalCubesKeepTheirGrid() throws Exception {
    Plan plan =
        Plan.of(
            fingerprint(
                channel("T1", MRI, 0),
                one(new Size(33, 50, 36), 1, 1, 1),
                one(new Size(35, 52, 34), 1, 1, 1.04),
                one(new Size(38, 47, 37), 1, 1, 1)),
            AMPLE);
    assertEquals(Optional.empty(), plan.preprocessing().spacing());
    assertEquals(new Size(40, 56, 40), plan.crop());
    assertEquals(3, plan.reasons().size(), plan.reasons().toString());
    assertTrue(plan.preprocessing().canonical());
  }

  @Test
  void differentSpacingsGiveTheMedian() throws Exception {
    Plan plan =
        Plan.of(
            fingerprint(
                channel("T1", MRI, 0),
                one(new Size(20, 64, 64), 1, 1, 4),
                one(new Size(40, 64, 64), 1, 1, 2),
                one(new Size(90, 64, 64), 1, 1, 1)),
            AMPLE);
    assertEquals(Optional.of(List.of(1.0, 1.0, 2.0)), plan.preprocessing().spacing());
    // Depths after resampling to 2 mm: 40, 40, 45.
    assertEquals(new Size(40, 64, 64), plan.crop());
  }

  @Test
  void slicesThickerThanPixelsKeepTheirSpacing() throws Exception {
    Plan plan =
        Plan.of(fingerprint(channel("T1", MRI, 0), one(new Size(20, 64, 64), 0.8, 0.8, 3)), AMPLE);
    assertEquals(Optional.of(List.of(0.8, 0.8, 3.0)), plan.preprocessing().spacing());
  }

  @Test
  void intensitiesDecideTheNormalisation() throws Exception {
    assertEquals(Normalisation.window(-90, 310), normalisation(channel("CT", MRI, 0)));
    assertEquals(Normalisation.window(-90, 310), normalisation(channel("image", CT, 0)));
    Normalisation zScore = Normalisation.of(Normalisation.Kind.Z_SCORE);
    assertEquals(zScore, normalisation(channel("T1", MRI, 0.2)));
    assertEquals(zScore, normalisation(channel("actin", MRI, 0.2)));
    assertEquals(
        Normalisation.of(Normalisation.Kind.Z_SCORE_NONZERO),
        normalisation(channel("T1", MRI, 0.3)));
    IntensityStatistics same = new IntensityStatistics(30, 255, 255, 255, 0);
    ChannelFingerprint binary = new ChannelFingerprint("mask", MRI, same, same, 0.7, 255, 255, 255);
    assertEquals(zScore, normalisation(binary), "it would be 0 everywhere");
    ChannelFingerprint flat = new ChannelFingerprint("CT", CT, CT, CT, 0, 7, 7, 7);
    assertEquals(zScore, normalisation(flat));
  }

  @Test
  void cropsShrinkAlongTheirLongestSideInMillimetres() throws Exception {
    Fingerprint fingerprint =
        fingerprint(channel("T1", MRI, 0), one(new Size(32, 256, 256), 1, 1, 4));
    Plan plan = Plan.of(fingerprint, AMPLE);
    // 32 slices of 4 mm are 128 mm; height and width come down to 256 while that fits 128^3 voxels.
    assertEquals(new Size(32, 256, 256), plan.crop());
    Plan small = Plan.of(fingerprint, new Plan.Limits(8, size -> size.voxels(), GIGABYTE, 524288));
    assertEquals(new Size(32, 128, 128), small.crop());
    Plan memory =
        Plan.of(fingerprint, new Plan.Limits(8, s -> 1000 * s.voxels(), 530_000_000, 1L << 40));
    assertEquals(new Size(32, 128, 128), memory.crop());
  }

  @Test
  void whatWasDecidedIsKeptAndTheCropFollows() throws Exception {
    Fingerprint fingerprint =
        fingerprint(channel("CT", CT, 0), one(new Size(20, 64, 64), 0.8, 0.8, 3));
    Normalisation window = Normalisation.parse("window:-1000:1000");
    PreprocessingChoice cubes =
        new PreprocessingChoice(Optional.of(VoxelSize.parse("1")), Optional.of(List.of(window)));
    Plan plan = Plan.of(fingerprint, AMPLE, cubes);
    assertEquals(Optional.of(List.of(1.0, 1.0, 1.0)), plan.preprocessing().spacing());
    assertEquals(List.of(window), plan.preprocessing().normalisation());
    // 60 x 51 x 51 voxels of 1 mm
    assertEquals(new Size(64, 56, 56), plan.crop());
    assertEquals(
        List.of(
            "Volumes are resampled to 1.0,1.0,1.0 mm: so chosen",
            "Intensities are normalised by window:-1000.0:1000.0: so chosen"),
        plan.reasons().subList(0, 2));
    PreprocessingChoice own =
        new PreprocessingChoice(Optional.of(VoxelSize.parse("original")), Optional.empty());
    Plan original = Plan.of(fingerprint, AMPLE, own);
    assertEquals(Optional.empty(), original.preprocessing().spacing());
    assertEquals(
        Optional.of(List.of(0.8, 0.8, 3.0)),
        Plan.voxelSides(original.preprocessing(), fingerprint));
    assertEquals(
        Optional.of(List.of(1.0, 1.0, 1.0)), Plan.voxelSides(plan.preprocessing(), fingerprint));
    assertEquals(
        Optional.empty(),
        Plan.voxelSides(
            original.preprocessing(),
            fingerprint(channel("CT", CT, 0), one(new Size(20, 64, 64), 0.8, 0.8, 0.8))));
    assertEquals(new Size(24, 64, 64), original.crop());
    PreprocessingChoice two =
        new PreprocessingChoice(Optional.empty(), Optional.of(List.of(window, window)));
    String complaint =
        assertThrows(BadInputException.class, () -> Plan.of(fingerprint, AMPLE, two)).getMessage();
    assertTrue(complaint.startsWith("2 normalisations are given, but the data have 1"), complaint);
  }

  @Test
  void tooLittleMemoryIsAnError() {
    Fingerprint fingerprint =
        fingerprint(channel("T1", MRI, 0), one(new Size(32, 32, 32), 1, 1, 1));
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> Plan.of(fingerprint, new Plan.Limits(8, s -> 1L << 40, GIGABYTE, 1 << 20)));
    assertTrue(e.getMessage().contains("not even crops of 8x8x8"), e.getMessage());
  }

  @Test
  void theHippocampusIsPlanned() throws Exception {
    Path folder =
        Path.of(System.getProperty("egcnn.shared", "../shared")).resolve("data/hippocampus");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no shared data at " + folder);
    Dataset dataset = Datasets.open(folder);
    Plan plan =
        Plan.of(
            DatasetCheck.check(
                VolumeIO.standard(), dataset, dataset.labelled(), TaskListener.SILENT),
            AMPLE);
    assertEquals(new Size(40, 56, 40), plan.crop());
    assertEquals(Optional.empty(), plan.preprocessing().spacing());
    assertEquals(
        List.of(Normalisation.of(Normalisation.Kind.Z_SCORE)),
        plan.preprocessing().normalisation());
  }

  private static Normalisation normalisation(ChannelFingerprint channel) throws Exception {
    Fingerprint fingerprint = fingerprint(channel, one(new Size(32, 32, 32), 1, 1, 1));
    return Plan.of(fingerprint, AMPLE).preprocessing().normalisation().get(0);
  }

  private static ChannelFingerprint channel(String name, IntensityStatistics all, double zeros) {
    return new ChannelFingerprint(name, all, all, all, zeros, -90, 100, 310);
  }

  private static CaseFingerprint one(Size size, double x, double y, double z) {
    return new CaseFingerprint("c", "RAS", size, List.of(x, y, z), List.of(), List.of());
  }

  private static Fingerprint fingerprint(ChannelFingerprint channel, CaseFingerprint... cases) {
    return new Fingerprint("", List.of(cases), List.of(channel), List.of(), List.of());
  }
}
