/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BoolType;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.Network;
import org.egcnn.engine.Prediction;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Preprocessing;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;
import org.junit.jupiter.api.Test;

class PreviewerTest {
  private static final double SECOND = 1e9;

  private final List<CropPreview> shown = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private boolean wanted = true;
  private double now;

  private final TrainingListener listener =
      new TrainingListener() {
        @Override
        public boolean wantsPreview() {
          return wanted;
        }

        @Override
        public void onPreview(CropPreview preview) {
          shown.add(preview);
        }

        @Override
        public void warn(String message) {
          warnings.add(message);
        }
      };

  /** A network that has learnt the classes' intensities, -1, 1 and 3. */
  private static FakeNetwork trained() {
    FakeNetwork network = new FakeNetwork(1, 3);
    // the logits of class k at intensity m, 2 m μ - μ², are highest at the nearest μ
    network.restore(
        Map.of("weights", new WeightTensor(new long[] {6}, new float[] {-2, -1, 2, -1, 6, -9})));
    return network;
  }

  private Previewer previewer(Network network, ModelCard card) {
    List<PreparedCase> cases =
        List.of(SyntheticCases.prepared(SyntheticCases.boxes(1, 14, 12, 10)));
    return new Previewer(network, card, cases, new Seeds(1), listener, () -> (long) now);
  }

  @Test
  void keepsItsTenSeconds() throws Exception {
    Previewer previewer = previewer(trained(), Jobs.card());
    for (int second = 0; second <= 40; second++) {
      now = second * SECOND;
      wanted = second != 10;
      previewer.offer(1 + second / 10);
    }
    assertEquals(
        List.of(1, 2, 3, 4), shown.stream().map(CropPreview::epoch).toList(), "at 0, 11, 21, 31");
    previewer.offerLast(9);
    assertEquals(9, shown.get(4).epoch());
  }

  @Test
  void takesATwentiethOfTheTimeWhereThatIsMore() throws Exception {
    FakeNetwork fake = trained();
    Network slow =
        new DelegatingNetwork(fake) {
          @Override
          public Prediction predict(Batch batch) {
            now += 2 * SECOND;
            return fake.predict(batch);
          }
        };
    Previewer previewer = previewer(slow, Jobs.card());
    previewer.offer(1);
    now = 12 * SECOND;
    previewer.offer(1);
    assertEquals(2, shown.size(), "the first one's time does not count");
    now = (14 + 37.9) * SECOND;
    previewer.offer(1);
    assertEquals(2, shown.size());
    now = (14 + 38.1) * SECOND;
    previewer.offer(1);
    assertEquals(3, shown.size());
    assertEquals(0, fake.openBatches.get());
  }

  @Test
  void goesOnWithoutWhereTheEngineFails() throws Exception {
    FakeNetwork fake = trained();
    Network failing =
        new DelegatingNetwork(fake) {
          @Override
          public Prediction predict(Batch batch) {
            throw new EngineException("no memory", null);
          }
        };
    Previewer previewer = previewer(failing, Jobs.card());
    for (int second = 0; second <= 40; second++) {
      now = second * SECOND;
      previewer.offer(1);
    }
    previewer.offerLast(1);
    assertEquals(List.of("No preview is shown any more: no memory"), warnings);
    assertEquals(0, fake.openBatches.get());
  }

  @Test
  void showsSliceMasksAndWhatTheNetworkSays() throws Exception {
    previewer(trained(), Jobs.card()).offer(3);
    CropPreview preview = shown.get(0);
    assertEquals("case", preview.caseName());
    assertEquals(8, preview.image().dimension(0));
    assertEquals(8, preview.image().dimension(1));
    assertEquals(1, preview.aspect());
    assertTrue(preview.edges().isEmpty());
    for (int k = 0; k < 2; k++) {
      assertTrue(count(preview.reference().get(k)) > 0);
      assertEquals(pixels(preview.reference().get(k)), pixels(preview.prediction().get(k)));
    }
    // intensities tell the classes apart: -1 outside, 1 in class 0, 3 in class 1
    Cursor<BoolType> inner = preview.reference().get(1).localizingCursor();
    while (inner.hasNext()) {
      boolean in = inner.next().get();
      assertEquals(in, preview.image().getAt(inner).get() > 2, inner.getLongPosition(0) + "");
    }
  }

  @Test
  void canonicalVolumesAreShownAsRadiologistsLookAtThem() throws Exception {
    previewer(trained(), Jobs.card()).offer(1);
    ModelCard plain = Jobs.card();
    Preprocessing p = plain.preprocessing();
    ModelCard canonical =
        new ModelCard(
            plain.format(),
            plain.name(),
            plain.architecture(),
            new Preprocessing(p.channels(), p.normalisation(), p.spacing(), true),
            plain.labels(),
            plain.crop(),
            plain.losses(),
            plain.software());
    previewer(trained(), canonical).offer(1);
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        assertEquals(
            shown.get(0).image().getAt(x, y).get(), shown.get(1).image().getAt(7 - x, 7 - y).get());
      }
    }
  }

  @Test
  void choosesTheSliceWithTheLargestPartOfTheClasses() throws Exception {
    var image = SyntheticCases.boxes(1, 8, 8, 4);
    image.codes().forEach(code -> code.set(0));
    // 8 of 9 voxels of class 1 in slice 1, all (one) of class 2 and the ninth of class 1 in slice 2
    for (int x = 0; x < 8; x++) {
      image.codes().getAt(x, 0, 1).set(1);
    }
    image.codes().getAt(0, 0, 2).set(1);
    image.codes().getAt(1, 0, 2).set(2);
    PreviewCrop crop =
        PreviewCrop.cut(
            Jobs.card(), List.of(SyntheticCases.prepared(image)), new Seeds(1).preview());
    assertEquals(new Size(4, 8, 8), crop.size());
    assertEquals(2, crop.slice().z());
  }

  @Test
  void regionsAreBitsAndMayOverlap() {
    PreviewSlice slice = new PreviewSlice(new Size(1, 1, 4), 0, false);
    var masks = slice.masks(2, false, voxel -> voxel);
    assertEquals(List.of(false, true, false, true), pixels(masks.get(0)));
    assertEquals(List.of(false, false, true, true), pixels(masks.get(1)));
    assertFalse(PreviewSlice.isOf(0, 0, true));
    assertTrue(PreviewSlice.isOf((byte) 200, 199, true));
    assertTrue(PreviewSlice.isOf((byte) 128, 7, false));
  }

  private static long count(RandomAccessibleInterval<BoolType> mask) {
    return pixels(mask).stream().filter(p -> p).count();
  }

  private static List<Boolean> pixels(RandomAccessibleInterval<BoolType> mask) {
    List<Boolean> pixels = new ArrayList<>();
    mask.forEach(pixel -> pixels.add(pixel.get()));
    return pixels;
  }
}
