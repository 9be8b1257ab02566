/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcnn.engine.StepLosses;
import org.egcnn.model.Json;
import org.egcnn.model.WeightTensor;
import org.egcnn.task.BadInputException;
import org.egcnn.task.Warnings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
  @TempDir Path folder;
  private CheckpointStore store;
  private final Warnings warnings = new Warnings();

  @BeforeEach
  void open() {
    store = new CheckpointStore(folder, 2);
  }

  /** Saves the state after so many steps of the first epoch. */
  private void save(int steps) throws Exception {
    Progress progress = Progress.START;
    for (int i = 0; i < steps; i++) {
      progress = progress.plus(new StepLosses(1.0 / 3, 0.1, 0.2, 0.3, 4), 0.5);
    }
    store.save(
        Jobs.card(),
        Jobs.settings().build(),
        "data",
        progress,
        Map.of("w", new WeightTensor(new long[] {3}, new float[] {steps, 2, 3})));
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private Path state(int steps) {
    return folder.resolve(String.format("epoch-00000-step-%06d.safetensors", steps));
  }

  private static void flipLastByte(Path file) throws Exception {
    try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
      f.seek(f.length() - 1);
      int last = f.read();
      f.seek(f.length() - 1);
      f.write(last ^ 1);
    }
  }

  @Test
  void givesBackExactlyWhatWasSaved() throws Exception {
    save(3);
    Checkpoint checkpoint = store.newest(warnings).orElseThrow();
    assertEquals(3, checkpoint.description().progress().step());
    assertEquals(1.0 / 3 + 1.0 / 3 + 1.0 / 3, checkpoint.description().progress().sums().total());
    assertEquals(Jobs.card(), checkpoint.description().card());
    assertArrayEquals(new float[] {3, 2, 3}, checkpoint.state().get("w").values());
    assertEquals(List.of(), warnings.messages());
  }

  @Test
  void keepsTheNewest() throws Exception {
    for (int steps : new int[] {1, 2, 3, 10}) {
      save(steps);
    }
    assertEquals(
        List.of(
            "epoch-00000-step-000003.json",
            "epoch-00000-step-000003.safetensors",
            "epoch-00000-step-000010.json",
            "epoch-00000-step-000010.safetensors"),
        files());
  }

  @Test
  void fallsBackWhenTheNewestStateIsDamaged() throws Exception {
    save(1);
    save(2);
    flipLastByte(state(2));
    assertEquals(1, store.newest(warnings).orElseThrow().description().progress().step());
    assertEquals(1, warnings.messages().size());
    assertTrue(
        warnings.messages().get(0).contains("epoch-00000-step-000002"), warnings.messages().get(0));
  }

  @Test
  void fallsBackWhenTheNewestDescriptionIsCutShort() throws Exception {
    save(1);
    save(2);
    Path description = folder.resolve("epoch-00000-step-000002.json");
    String text = Files.readString(description);
    Files.writeString(description, text.substring(0, text.length() / 2));
    assertEquals(1, store.newest(warnings).orElseThrow().description().progress().step());
  }

  @Test
  void fallsBackWhenADigitOfTheNewestDescriptionChanged() throws Exception {
    save(1);
    save(2);
    Path description = folder.resolve("epoch-00000-step-000002.json");
    String text = Files.readString(description);
    String changed = text.replace("\"seconds\": 1.0", "\"seconds\": 3.0");
    assertNotEquals(text, changed);
    Files.writeString(description, changed);
    assertEquals(1, store.newest(warnings).orElseThrow().description().progress().step());
    assertTrue(
        warnings.messages().get(0).contains(description.toString()), warnings.messages().get(0));
    assertEquals(2, files().size());
  }

  /** What a newer program has saved is sound, though this one cannot read it. */
  @Test
  void aNewerFormatIsNeitherPassedOverNorRemoved() throws Exception {
    save(1);
    save(2);
    Path description = folder.resolve("epoch-00000-step-000002.json");
    JsonObject sealed = Json.readTree(description).getAsJsonObject();
    JsonObject content = sealed.getAsJsonObject("checkpoint");
    content.addProperty("format", 99);
    sealed.addProperty("sha256", Sha256.of(Json.toText(content)));
    Json.write(description, sealed);
    BadInputException e = assertThrows(BadInputException.class, () -> store.newest(warnings));
    assertTrue(e.getMessage().endsWith("Go on with the version that saved it"), e.getMessage());
    assertEquals(4, files().size());
  }

  @Test
  void aStateThatIsNotYetDescribedDoesNotCount() throws Exception {
    save(1);
    save(2);
    Files.delete(folder.resolve("epoch-00000-step-000002.json"));
    assertEquals(1, store.newest(warnings).orElseThrow().description().progress().step());
    assertEquals(List.of(), warnings.messages());
    save(3);
    assertFalse(Files.exists(state(2)));
    assertEquals(4, files().size());
  }

  @Test
  void saysSoWhenAllAreDamagedAndRemovesNone() throws Exception {
    save(1);
    Files.delete(state(1));
    assertThrows(BadInputException.class, () -> store.newest(warnings));
    assertFalse(store.isEmpty());
  }

  @Test
  void isEmptyBeforeTheFirst() throws Exception {
    assertEquals(Optional.empty(), new CheckpointStore(folder.resolve("no"), 2).newest(warnings));
  }
}
