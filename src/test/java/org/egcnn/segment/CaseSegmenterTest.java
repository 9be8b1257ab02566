/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.egcnn.segment.TestVolumes.OUTPUTS;
import static org.egcnn.segment.TestVolumes.assertLabels;
import static org.egcnn.segment.TestVolumes.assertLabelsFollowIntensity;
import static org.egcnn.segment.TestVolumes.prepare;
import static org.egcnn.segment.TestVolumes.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation.Kind;
import org.egcnn.model.Size;
import org.egcnn.prepare.Prepared;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.junit.jupiter.api.Test;

class CaseSegmenterTest {
  private static final Size WINDOW = new Size(8, 8, 8);

  private final FakeNetwork byIntensity =
      new FakeNetwork(1, (x, channels) -> TestModels.byIntensity(channels[0]));

  @Test
  void labelsDoNotDependOnWindowOverlapBatchOrMirroring() throws Exception {
    Volume volume = random(1, Affine.scaling(1, 1, 1), 13, 10, 21);
    for (Size window : List.of(WINDOW, new Size(4, 16, 6), new Size(32, 32, 32))) {
      for (double overlap : new double[] {0, 0.5, 0.8}) {
        for (String mirror : List.of("", "x", "yz", "xyz")) {
          int batch = mirror.length() + 1;
          RandomAccessibleInterval<IntType> labels =
              labels(volume, TestModels.settings(window, overlap, batch, mirror));
          assertLabelsFollowIntensity(volume, labels);
        }
      }
    }
  }

  @Test
  void constantProbabilitiesStayConstant() throws Exception {
    float[] constant = {0.25f, 0.6f, 0.15f};
    FakeNetwork network =
        new FakeNetwork(1, (x, c) -> constant, Optional.of((x, c) -> new float[] {0.9f, 0.2f}));
    Volume volume = random(2, Affine.scaling(1, 1, 2.5), 11, 9, 7);
    ModelCard card =
        TestModels.card(
            1, TestModels.TWO_CLASSES, Kind.NONE, WINDOW, Optional.of(List.of(1.5, 1.5, 1.5)));
    SegmentSettings settings =
        new SegmentSettings(
            Optional.empty(), 0.5, 1, Axis.parse("x"), true, Set.of(OutputKind.values()));
    Segmentation segmentation =
        new CaseSegmenter(network, card, settings)
            .segment(prepare(card, volume), TaskListener.SILENT);
    assertArrayEquals(
        new long[] {11, 9, 7, 2},
        segmentation.get(OutputKind.PROBABILITIES).image().dimensionsAsLongArray());
    assertConstant(0.6f, segmentation.get(OutputKind.PROBABILITIES).channel(0));
    assertConstant(0.15f, segmentation.get(OutputKind.PROBABILITIES).channel(1));
    assertConstant(0.9f, segmentation.get(OutputKind.EDGES).channel(0));
    assertConstant(0.2f, segmentation.get(OutputKind.EDGES).channel(1));
    assertArrayEquals(
        new long[] {11, 9, 7, 1},
        segmentation.get(OutputKind.GATES).image().dimensionsAsLongArray());
    for (IntType label : Views.iterable(segmentation.get(OutputKind.LABELS).labels())) {
      assertEquals(3, label.get());
    }
    assertEquals(volume.grid(), segmentation.get(OutputKind.LABELS).grid());
  }

  @Test
  void gatesLieOnTheVolumesOwnGrid() throws Exception {
    ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, Kind.NONE, WINDOW);
    Volume volume = random(5, Affine.scaling(-1, 1, 1), 13, 9, 10);
    SegmentSettings settings =
        new SegmentSettings(
            Optional.empty(), 0.5, 2, Axis.parse("y"), true, Set.of(OutputKind.GATES));
    RandomAccessibleInterval<FloatType> gate =
        new CaseSegmenter(byIntensity, card, settings)
            .segment(prepare(card, volume), TaskListener.SILENT)
            .get(OutputKind.GATES)
            .channel(0);
    RandomAccess<FloatType> access = gate.randomAccess();
    var cursor = Views.iterable(volume.channel(0)).localizingCursor();
    while (cursor.hasNext()) {
      float expected = cursor.next().get() == 0 ? 0.25f : 0.5f;
      assertEquals(expected, access.setPositionAndGet(cursor).get(), 1e-4);
    }
  }

  @Test
  void all48OrientationsComeBackInPlace() throws Exception {
    int[][] permutations = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (int[] permutation : permutations) {
      for (int signs = 0; signs < 8; signs++) {
        double[][] rows = new double[3][4];
        for (int axis = 0; axis < 3; axis++) {
          rows[permutation[axis]][axis] = (signs >> axis & 1) == 0 ? 1 + axis : -1 - axis;
        }
        Volume volume = random(signs, new Affine(rows), 5, 6, 9);
        RandomAccessibleInterval<IntType> labels =
            labels(volume, TestModels.settings(WINDOW, 0.5, 1, ""));
        assertLabelsFollowIntensity(volume, labels);
      }
    }
  }

  @Test
  void keepsTheLargestPartOfEachClassIfAskedTo() throws Exception {
    ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, Kind.NONE, WINDOW);
    float[] row = {1, 1, 0, 1, 0, 2, 0, 2, 2};
    Volume volume =
        new Volume(ArrayImgs.floats(row, 9, 1, 1), new Grid(9, 1, 1, Affine.scaling(1, 1, 1)));
    SegmentSettings settings =
        new SegmentSettings(
            Optional.empty(), 0.5, 1, Set.of(), true, true, Set.of(OutputKind.LABELS));
    RandomAccessibleInterval<IntType> labels =
        new CaseSegmenter(byIntensity, card, settings)
            .labels(prepare(card, volume), TaskListener.SILENT);
    int[] found = new int[9];
    for (int x = 0; x < 9; x++) {
      found[x] = labels.getAt(x, 0, 0).get();
    }
    assertArrayEquals(new int[] {3, 3, 0, 0, 0, 0, 0, 7, 7}, found);
  }

  @Test
  void mirroringUndoesWhatItDoes() throws Exception {
    // The network's answer depends on the place in the window: mirrored copies differ.
    FakeNetwork network = new FakeNetwork(1, (x, c) -> new float[] {1 - x / 7f, x / 7f, 0});
    ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, Kind.NONE, WINDOW);
    Volume volume = random(3, Affine.scaling(1, 1, 1), 8, 8, 8);
    SegmentSettings settings =
        new SegmentSettings(
            Optional.empty(), 0.5, 1, Set.of(), true, Set.of(OutputKind.PROBABILITIES));
    RandomAccessibleInterval<FloatType> plain =
        new CaseSegmenter(network, card, settings)
            .segment(prepare(card, volume), TaskListener.SILENT)
            .get(OutputKind.PROBABILITIES)
            .channel(0);
    RandomAccessibleInterval<FloatType> mirrored =
        new CaseSegmenter(
                network,
                card,
                new SegmentSettings(
                    Optional.empty(),
                    0.5,
                    1,
                    Axis.parse("xz"),
                    true,
                    Set.of(OutputKind.PROBABILITIES)))
            .segment(prepare(card, volume), TaskListener.SILENT)
            .get(OutputKind.PROBABILITIES)
            .channel(0);
    assertEquals(6 / 7f, plain.getAt(6, 2, 3).get(), ProbabilitySink.ERROR);
    // x and 7 - x averaged
    assertConstant(0.5f, mirrored);
    assertEquals(1 + 4, network.windows.size());
  }

  @Test
  void equalsANaiveComputationOnTheWholeVolume() throws Exception {
    ModelCard card =
        TestModels.card(
            2, TestModels.TWO_CLASSES, Kind.NONE, WINDOW, Optional.of(List.of(0.7, 1.3, 2.0)));
    FakeNetwork.Rule rule =
        (x, c) -> {
          double sum = Math.exp(c[0]) + Math.exp(c[1]) + Math.exp(c[0] * c[1]);
          return new float[] {
            (float) (Math.exp(c[0]) / sum),
            (float) (Math.exp(c[1]) / sum),
            (float) (Math.exp(c[0] * c[1]) / sum)
          };
        };
    Img<FloatType> image = ArrayImgs.floats(17, 12, 9, 2);
    Random random = new Random(5);
    image.forEach(v -> v.set((float) random.nextGaussian()));
    Volume volume = new Volume(image, new Grid(17, 12, 9, Affine.scaling(1, 1, 1.5)));
    Prepared prepared = prepare(card, volume);
    SegmentSettings settings =
        TestModels.settings(WINDOW, 0.4, 3, "")
            .withOutputs(Set.of(OutputKind.LABELS, OutputKind.PROBABILITIES));
    Segmentation segmentation =
        new CaseSegmenter(new FakeNetwork(2, rule), card, settings)
            .segment(prepared, TaskListener.SILENT);

    Interpolated naive = new Interpolated(prepared, rule, new long[] {17, 12, 9});
    RandomAccess<IntType> labels = segmentation.get(OutputKind.LABELS).labels().randomAccess();
    int compared = 0;
    for (int z = 0; z < 9; z++) {
      for (int y = 0; y < 12; y++) {
        for (int x = 0; x < 17; x++) {
          double[] p = naive.at(x, y, z);
          for (int k = 0; k < 2; k++) {
            assertEquals(
                p[k + 1],
                segmentation.get(OutputKind.PROBABILITIES).channel(k).getAt(x, y, z).get(),
                2e-5);
          }
          int best = p[1] > p[0] ? 1 : 0;
          best = p[2] > p[best] ? 2 : best;
          double second = 0;
          for (int c = 0; c < 3; c++) {
            second = c == best ? second : Math.max(second, p[c]);
          }
          if (p[best] - second > 1e-5) {
            assertEquals(OUTPUTS[best], labels.setPositionAndGet(x, y, z).get());
            compared++;
          }
        }
      }
    }
    assertTrue(compared > 1800);
  }

  /** The rule on the whole network grid, interpolated in double precision at an original voxel. */
  private record Interpolated(Prepared prepared, FakeNetwork.Rule rule, long[] size) {
    double[] at(int... voxel) {
      long[] from = prepared.size();
      double[] sum = new double[3];
      for (int corner = 0; corner < 8; corner++) {
        double weight = 1;
        long[] at = new long[3];
        for (int d = 0; d < 3; d++) {
          double s = (voxel[d] + 0.5) * from[d] / size[d] - 0.5;
          s = Math.max(0, Math.min(from[d] - 1, s));
          double f = s - Math.floor(s);
          at[d] = Math.min(from[d] - 1, (long) Math.floor(s) + (corner >> d & 1));
          weight *= (corner >> d & 1) == 1 ? f : 1 - f;
        }
        float a = prepared.channels().get(0).getAt(at).get();
        float b = prepared.channels().get(1).getAt(at).get();
        float[] values = rule.values(0, new float[] {a, b});
        for (int c = 0; c < 3; c++) {
          sum[c] += weight * values[c];
        }
      }
      return sum;
    }
  }

  @Test
  void regionsAreWrittenInOrder() throws Exception {
    FakeNetwork network =
        new FakeNetwork(
            1,
            (x, c) ->
                c[0] < 0.5f
                    ? new float[] {0.45f, 0.4f}
                    : c[0] < 1.5f ? new float[] {0.9f, 0.2f} : new float[] {0.3f, 0.8f});
    ModelCard card = TestModels.card(1, TestModels.REGIONS, Kind.NONE, WINDOW);
    Volume volume = random(4, Affine.scaling(1, 1, 1), 9, 9, 9);
    RandomAccessibleInterval<IntType> labels =
        new CaseSegmenter(network, card, SegmentSettings.standard())
            .labels(prepare(card, volume), TaskListener.SILENT);
    int[] expected = {0, 2, 1};
    assertLabels(volume, labels, expected);
  }

  private RandomAccessibleInterval<IntType> labels(Volume volume, SegmentSettings settings)
      throws Exception {
    ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, Kind.NONE, WINDOW);
    return new CaseSegmenter(byIntensity, card, settings)
        .labels(prepare(card, volume), TaskListener.SILENT);
  }

  private static void assertConstant(float expected, RandomAccessibleInterval<FloatType> image) {
    for (FloatType value : Views.iterable(image)) {
      assertEquals(expected, value.get(), ProbabilitySink.ERROR);
    }
  }
}
