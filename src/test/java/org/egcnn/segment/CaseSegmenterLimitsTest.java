/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.egcnn.segment.TestVolumes.assertLabelsFollowIntensity;
import static org.egcnn.segment.TestVolumes.prepare;
import static org.egcnn.segment.TestVolumes.random;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.engine.EngineMemoryException;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation.Kind;
import org.egcnn.model.Size;
import org.egcnn.prepare.Prepared;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.task.Warnings;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.junit.jupiter.api.Test;

/** What a segmenter does without, skips, or stops at. */
class CaseSegmenterLimitsTest {
  private static final Size WINDOW = new Size(8, 8, 8);

  private final FakeNetwork byIntensity =
      new FakeNetwork(1, (x, channels) -> TestModels.byIntensity(channels[0]));

  @Test
  void skipsEmptyWindowsOnlyWhereZeroMeansEmpty() throws Exception {
    Img<FloatType> image = ArrayImgs.floats(8, 8, 40);
    image.getAt(4, 4, 4).set(2);
    image.getAt(4, 4, 5).set(3);
    Volume volume = new Volume(image, new Grid(8, 8, 40, Affine.scaling(1, 1, 1)));
    for (Kind kind : List.of(Kind.Z_SCORE_NONZERO, Kind.Z_SCORE)) {
      FakeNetwork network = new FakeNetwork(1, (x, c) -> new float[] {0.1f, 0.9f, 0});
      ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, kind, WINDOW);
      RandomAccessibleInterval<IntType> labels =
          new CaseSegmenter(network, card, TestModels.settings(WINDOW, 0, 1, ""))
              .labels(prepare(card, volume), TaskListener.SILENT);
      boolean skipped = kind == Kind.Z_SCORE_NONZERO;
      assertEquals(skipped ? 1 : 5, network.windows.size());
      assertEquals(3, labels.getAt(4, 4, 4).get());
      assertEquals(skipped ? 0 : 3, labels.getAt(4, 4, 20).get());
    }
  }

  @Test
  void triesSmallerBatchesThenSmallerWindowsWhenMemoryRunsOut() throws Exception {
    byIntensity.memoryVoxels = 16 * 16 * 20;
    Volume volume = random(6, Affine.scaling(1, 1, 1), 30, 20, 35);
    ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, Kind.NONE, new Size(32, 16, 16));
    Warnings warnings = new Warnings();
    CaseSegmenter segmenter =
        new CaseSegmenter(byIntensity, card, TestModels.settings(card.crop(), 0.5, 2, ""));
    assertLabelsFollowIntensity(volume, segmenter.labels(prepare(card, volume), warnings));
    assertEquals(2, warnings.messages().size());
    assertTrue(warnings.messages().get(1).contains("16x16x16"), warnings.messages().get(1));
    assertEquals(Set.of(new Size(16, 16, 16)), Set.copyOf(byIntensity.windows));

    segmenter.labels(prepare(card, volume), warnings);
    assertEquals(2, warnings.messages().size(), "the smaller window is kept");
  }

  @Test
  void givesUpWhenTheSmallestWindowIsTooLarge() throws Exception {
    byIntensity.memoryVoxels = 100;
    ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, Kind.NONE, new Size(64, 64, 64));
    CaseSegmenter segmenter = new CaseSegmenter(byIntensity, card, SegmentSettings.standard());
    Prepared prepared = prepare(card, random(7, Affine.scaling(1, 1, 1), 9, 9, 9));
    assertThrows(
        EngineMemoryException.class, () -> segmenter.labels(prepared, TaskListener.SILENT));
  }

  @Test
  void stopsBetweenWindowsWhenCancelled() throws Exception {
    ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, Kind.NONE, WINDOW);
    CaseSegmenter segmenter =
        new CaseSegmenter(byIntensity, card, TestModels.settings(WINDOW, 0, 1, ""));
    Prepared prepared = prepare(card, random(8, Affine.scaling(1, 1, 1), 16, 16, 16));
    TaskListener afterThree =
        new TaskListener() {
          @Override
          public boolean isCancelled() {
            return byIntensity.windows.size() >= 3;
          }
        };
    assertThrows(CancelledException.class, () -> segmenter.labels(prepared, afterThree));
    assertEquals(3, byIntensity.windows.size());
  }

  @Test
  void countsWindows() throws Exception {
    ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, Kind.NONE, WINDOW);
    List<Long> progress = new ArrayList<>();
    TaskListener listener =
        new TaskListener() {
          @Override
          public void progress(long done, long total, String what) {
            assertEquals(8, total);
            progress.add(done);
          }
        };
    new CaseSegmenter(byIntensity, card, TestModels.settings(WINDOW, 0, 3, ""))
        .labels(prepare(card, random(9, Affine.scaling(1, 1, 1), 16, 16, 16)), listener);
    assertEquals(List.of(0L, 3L, 4L, 7L, 8L), progress);
  }

  @Test
  void rejectsSettingsThatDoNotSuitTheModel() {
    ModelCard card = TestModels.card(1, TestModels.TWO_CLASSES, Kind.NONE, WINDOW);
    String message =
        assertThrows(
                BadInputException.class,
                () ->
                    new CaseSegmenter(
                        byIntensity, card, TestModels.settings(new Size(9, 8, 8), 0.5, 1, "")))
            .getMessage();
    assertTrue(message.contains("9x8x8") && message.contains("10x8x8"), message);
    assertFalse(message.contains("\n"));
  }
}
