/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.egcnn.task.ExclusiveLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code segment --shard} and what becomes of it. */
class SegmentShardsTest {
  private static final int CASES = 6;

  @TempDir static Path shared;
  private static Path images;
  private static Path labels;
  private static Path model;

  @TempDir Path folder;
  private Path masks;

  @BeforeAll
  static void write() {
    Path data = TinyJob.data(shared.resolve("data"));
    model = TinyJob.model(data, shared.resolve("model"));
    CliRun.of(
            "example",
            "--out",
            shared.resolve("unseen"),
            "--cases=1",
            "--tests=" + CASES,
            "--size=16x16x16",
            "--spacing=20")
        .successful();
    images = shared.resolve("unseen/imagesTs");
    labels = shared.resolve("unseen/labelsTs");
  }

  @BeforeEach
  void results() {
    masks = folder.resolve("masks");
  }

  private static List<Object> segment(Path in, Path out, Object... more) {
    List<Object> args = new ArrayList<>(List.of("segment", "--model", model));
    args.addAll(List.of("--in", in, "--out", out));
    args.addAll(List.of(more));
    return args;
  }

  private CliRun shard(String shard) {
    return CliRun.of(segment(images, masks, "--shard", shard).toArray());
  }

  private JsonObject info() {
    String json = CliRun.of("info", "--segmented", masks, "--json").successful().out();
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .filter(name -> !name.equals(ExclusiveLock.FILE))
          .sorted()
          .toList();
    }
  }

  /** The shards of two processes, one of which is this one, make what a single process makes. */
  @Test
  void shardsTogetherDoWhatOneProcessDoes() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    segment(images, masks, "--shard", "0/2").forEach(arg -> command.add(arg.toString()));
    Process other = new ProcessBuilder(command).inheritIO().start();
    CliRun own = shard("1/2").successful();
    assertEquals(0, other.waitFor());
    assertTrue(own.err().contains("Shard 1/2 has "), own.err());

    Path alone = folder.resolve("alone");
    CliRun.of(segment(images, alone).toArray()).successful();
    assertEquals(CASES, names(alone).size());
    assertFalse(Files.exists(alone.resolve("manifest")));
    assertEquals(names(alone), names(masks));
    for (String name : names(alone)) {
      assertArrayEquals(
          Files.readAllBytes(alone.resolve(name)), Files.readAllBytes(masks.resolve(name)), name);
    }
    assertEquals(CASES, info().get("done").getAsInt());
    assertTrue(info().get("complete").getAsBoolean());
    assertEquals(
        "6 of 6 cases are in " + masks + ": 6 done, 0 skipped",
        CliRun.of("info", "--segmented", masks).successful().out().trim());
    CliRun.of("evaluate", "--pred", masks, "--ref", labels, "--out", folder.resolve("scores"))
        .successful();
  }

  @Test
  void aFailedCaseIsDoneByTheNextRun() throws Exception {
    Path own = TinyJob.copy(images, folder.resolve("images"));
    String broken = names(own).get(0);
    byte[] whole = Files.readAllBytes(own.resolve(broken));
    Files.writeString(own.resolve(broken), "no image");
    CliRun failing = CliRun.of(segment(own, masks, "--shard", "0/1").toArray());
    assertEquals(ExitCode.BAD_INPUT, failing.code());
    assertEquals(1, info().get("failed").getAsInt());
    assertFalse(info().get("complete").getAsBoolean());
    String text = CliRun.of("info", "--segmented", masks).successful().out();
    assertTrue(text.contains("1 failed:\n  " + broken.replace(".nii.gz", ": ")), text);

    Files.write(own.resolve(broken), whole);
    String out = CliRun.of(segment(own, masks, "--shard", "0/1").toArray()).successful().out();
    assertTrue(out.startsWith("1 done, 5 skipped, 0 failed"), out);
    assertEquals(CASES, info().get("done").getAsInt());
  }

  @Test
  void aShardWithoutCasesIsDone() {
    int empty = -1;
    for (int i = 0; i < 100 && empty < 0; i++) {
      CliRun run = shard(i + "/100");
      empty = run.successful().err().contains(" has 0 of 6 cases") ? i : -1;
    }
    assertTrue(Files.exists(masks.resolve("manifest/shard-" + empty + "-of-100.json")));
    String text = CliRun.of("info", "--segmented", masks).successful().out();
    assertTrue(text.contains("shards that did not begin: "), text);
  }

  @Test
  void aShardThatIsBeingDoneIsRefused() throws Exception {
    Files.createDirectories(masks.resolve("manifest"));
    try (ExclusiveLock lock =
        ExclusiveLock.ofFile(masks.resolve("manifest/.shard-0-of-2.lock")).orElseThrow()) {
      CliRun run = shard("0/2");
      assertEquals(ExitCode.BAD_INPUT, run.code());
      assertEquals(
          masks
              + ": another process is segmenting shard 0/2 into this folder. Wait for it, or give"
              + " each process a shard of its own",
          run.complaint());
    }
    assertEquals(List.of(), names(masks));
  }

  @Test
  void badShardsAreRefused() {
    for (String bad : List.of("4/4", "1", "1-4", "0/0")) {
      CliRun run = shard(bad);
      assertEquals(ExitCode.BAD_INPUT, run.code(), bad);
      assertTrue(run.complaint().startsWith("Invalid value for option '--shard'"), run.err());
      assertFalse(Files.exists(masks));
    }
  }

  @Test
  void aFolderWithoutManifestIsRefused() {
    CliRun run = CliRun.of("info", "--segmented", images);
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.complaint().startsWith(images + ": holds no manifest"), run.err());
  }
}
