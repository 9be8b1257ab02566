/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.engine.EngineOptions;
import org.egcnn.example.ExampleDataset;
import org.egcnn.example.ExampleSettings;
import org.egcnn.model.Backbone;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.SplitChoice;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFindingsTest {
  private static final NetworkChoice NETWORK =
      new NetworkChoice(Backbone.U_NET, Optional.empty(), 2, 2, OptionalInt.empty());

  @TempDir Path folder;
  private final AtomicInteger read = new AtomicInteger();

  private final TaskListener counting =
      new TaskListener() {
        @Override
        public void progress(long done, long total, String what) {
          read.incrementAndGet();
        }
      };

  private TrainingFindings findings(TaskListener listener) throws IOException, CancelledException {
    return TrainingFindings.of(
        VolumeIO.standard(),
        folder.resolve("data"),
        folder.resolve("model"),
        SplitChoice.random(1),
        NETWORK,
        new EngineOptions(1, "cpu"),
        listener);
  }

  private void makeExample() throws IOException, CancelledException {
    ExampleSettings settings =
        new ExampleSettings(3, 0, new Size(16, 24, 32), List.of(12.0, 12.0, 12.0), 1);
    ExampleDataset.write(folder.resolve("data"), settings, false, TaskListener.SILENT);
  }

  @Test
  void tellsWhatTheTrainingWouldDo() throws Exception {
    makeExample();
    TrainingFindings findings = findings(counting);
    String[] lines = findings.advice().message().split("\n");
    assertEquals("Example: all 3 cases can be read", lines[0]);
    assertEquals("Channels: CT", lines[1]);
    double kidney = 100 * findings.fingerprint().classShares().get(0);
    assertTrue(kidney > 0);
    assertTrue(
        lines[2].matches("Labels: kidney [0-9.]+ %, tumour [0-9.]+ % of the voxels"), lines[2]);
    assertEquals(List.copyOf(findings.plan().reasons()), List.of(lines).subList(3, lines.length));
    assertEquals(List.of("auto", "16x24x32"), findings.advice().choices().get("crop"));
    assertTrue(read.get() > 0);
    assertFalse(Files.exists(folder.resolve("model")));
  }

  @Test
  void readsNothingWhereTheModelHasTheFingerprint() throws Exception {
    makeExample();
    TrainingFindings first = findings(counting);
    first.fingerprint().write(folder.resolve("model").resolve(Fingerprint.FILE_NAME));
    read.set(0);
    assertEquals(first, findings(counting));
    assertEquals(0, read.get());
  }

  private void write(String name, double spacing) throws IOException {
    Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(16, 16, 16);
    int i = 0;
    for (UnsignedByteType voxel : image) {
      voxel.set(i++ % 2);
    }
    Grid grid = new Grid(16, 16, 16, Affine.scaling(spacing, spacing, spacing));
    for (String part : List.of("images/", "labels/")) {
      VolumeIO.standard()
          .write(new Volume(image, grid), folder.resolve("data/" + part + name + ".nii.gz"));
    }
  }

  /** Of spacings 1 and 3 mm the middle is 2, so that 16 voxels become 8 and 24. */
  @Test
  void offersCropsOfTheGridThatTheNetworkSees() throws Exception {
    write("a", 1);
    write("b", 3);
    assertEquals(
        Map.of("crop", List.of("auto", "24x24x24")), findings(counting).advice().choices());
  }

  @Test
  void namesCasesThatCannotBeRead() throws Exception {
    makeExample();
    Path broken = folder.resolve("data/imagesTr/example_002.nii.gz");
    Files.write(broken, new byte[] {31, (byte) 139, 8});
    String message = assertThrows(BadInputException.class, () -> findings(counting)).getMessage();
    assertTrue(message.contains("1 of 3 cases cannot be used"), message);
    assertTrue(message.contains("example_002"), message);
  }

  @Test
  void stopsWhenNobodyWantsToKnow() throws Exception {
    makeExample();
    TaskListener closed =
        new TaskListener() {
          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThrows(CancelledException.class, () -> findings(closed));
  }
}
