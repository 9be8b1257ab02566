/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
  @TempDir Path folder;

  record Holder(Optional<List<Double>> numbers, Optional<String> text) {}

  private Holder throughFile(Holder value) throws Exception {
    Path file = folder.resolve("holder.json");
    Json.write(file, value);
    return Json.read(file, Holder.class);
  }

  @Test
  void emptyOptionalsStayEmpty() throws Exception {
    Holder empty = new Holder(Optional.empty(), Optional.empty());
    assertEquals(empty, throughFile(empty));
    assertEquals("null", Json.toTree(empty).getAsJsonObject().get("text").toString());
  }

  @Test
  void filledOptionalsKeepTheirContent() throws Exception {
    Holder full = new Holder(Optional.of(List.of(0.1, 1.0 / 3)), Optional.of("text"));
    assertEquals(full, throughFile(full));
  }

  @Test
  void aFileOfAnEarlierVersionGetsWhatThatDid() throws Exception {
    Path file = folder.resolve("stream.json");
    Files.writeString(file, "{\"fusion\": \"ZERO_START\", \"gated\": true, \"width\": 4}");
    assertEquals(
        new EdgeStream(
            EdgeStream.Fusion.ZERO_START,
            true,
            4,
            EdgeStream.Stop.NONE,
            EdgeStream.Attention.PLAIN),
        Json.read(file, EdgeStream.class));
  }

  @Test
  void aLongTrainingsFileMayHoldMore() throws Exception {
    Path file = folder.resolve("long.json");
    int values = (1 << 21) + 1;
    Files.writeString(file, "[" + "0,".repeat(values - 1) + "0]");
    String message = assertThrows(BadInputException.class, () -> Json.readTree(file)).getMessage();
    assertTrue(message.contains("more than 2097152 values"), message);
    assertEquals(values, Json.readTree(file, 2).getAsJsonArray().size());
  }

  @Test
  void anythingElseThatIsMissingIsNamed() throws Exception {
    Path file = folder.resolve("stream.json");
    Files.writeString(file, "{\"gated\": true, \"width\": 4}");
    BadInputException e =
        assertThrows(BadInputException.class, () -> Json.read(file, EdgeStream.class));
    assertTrue(e.getMessage().contains("fusion is missing"), e.getMessage());
  }
}
