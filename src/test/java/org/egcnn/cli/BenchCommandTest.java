/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir Path folder;

  @Test
  void aTinyRunMeasuresWhatWasChosen() throws Exception {
    CliRun run =
        CliRun.of(
                "bench",
                "--out",
                folder,
                "--cases=limit,networks,images",
                "--backbones=seg-net",
                "--sizes=8:2",
                "--batches=1",
                "--precision=float32",
                "--volume=16x24x32",
                "--rounds=1",
                "--json")
            .successful();
    JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(JsonParser.parseString(Files.readString(folder.resolve("speed.json"))), report);
    assertEquals(3, report.getAsJsonArray("limits").size());
    // step: without, with the stream, recomputed; inference: without, with
    assertEquals(5, report.getAsJsonArray("networks").size());
    report
        .getAsJsonArray("networks")
        .forEach(
            row ->
                assertTrue(
                    row.getAsJsonObject()
                            .getAsJsonObject("timing")
                            .get("medianSeconds")
                            .getAsDouble()
                        > 0));
    assertEquals(3, report.getAsJsonArray("ratios").size());
    assertEquals(7, report.getAsJsonArray("images").size());
    assertEquals(0, report.getAsJsonArray("tasks").size());
    assertTrue(Files.readString(folder.resolve("speed.md")).contains("# Speed"));

    CliRun again = CliRun.of("bench", "--out", folder, "--cases=limit");
    assertEquals(2, again.code());
    assertTrue(again.complaint().contains("speed.json: exists already"), again.err());
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    refuses("'17' is no size with a width", "--sizes=17");
    refuses("must be multiples of 8", "--sizes=20:8");
    refuses("none of limit, networks", "--cases=all");
    refuses("a batch must be at least 1", "--batches=0");
    refuses("the rounds must be at least 1", "--rounds=0");
    refuses("the threads must be 0 or more", "--threads=-1");
  }

  private void refuses(String complaint, String option) {
    CliRun run = CliRun.of("bench", "--out", folder.resolve("new"), option);
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains(complaint), run.err());
    assertTrue(Files.notExists(folder.resolve("new")));
  }
}
