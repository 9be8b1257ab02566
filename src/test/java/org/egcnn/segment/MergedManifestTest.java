/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.egcnn.segment.CaseOutcome.Status;
import org.egcnn.segment.ManifestEntry.State;
import org.egcnn.task.BadInputException;
import org.egcnn.task.Warnings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shards write down and what comes of it together; the masks are empty files. */
class MergedManifestTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");

  @TempDir Path folder;
  private Path out;
  private final Warnings warnings = new Warnings();

  @BeforeEach
  void results() {
    out = folder.resolve("masks");
  }

  private ShardRecorder begin(String shard) throws IOException {
    return begin(shard, "model", NAMES);
  }

  private ShardRecorder begin(String shard, String model, List<String> names) throws IOException {
    return ShardRecorder.begin(
        out, model, SegmentSettings.standard(), Shard.parse(shard), names, warnings);
  }

  private static List<String> of(String shard) {
    return NAMES.stream().filter(Shard.parse(shard)::has).toList();
  }

  private void done(ShardRecorder recorder, String name) throws IOException {
    recorder.begun(name);
    Path mask = Files.writeString(out.resolve(name + ".nii.gz"), "");
    recorder.ended(new CaseOutcome(name, Status.DONE, List.of(mask), ""));
  }

  private static void failed(ShardRecorder recorder, String name) {
    recorder.begun(name);
    recorder.ended(new CaseOutcome(name, Status.FAILED, List.of(), "it is cut short", true));
  }

  private void skipped(ShardRecorder recorder, String name) {
    Path mask = out.resolve(name + ".nii.gz");
    recorder.ended(new CaseOutcome(name, Status.SKIPPED, List.of(mask), "it exists already"));
  }

  private String states() throws IOException {
    TreeMap<String, State> states = new TreeMap<>();
    MergedManifest.read(out).cases().forEach(entry -> states.put(entry.name(), entry.state()));
    return states.toString();
  }

  private ManifestEntry entry(String name) throws IOException {
    return MergedManifest.read(out).cases().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void adds() throws IOException {
    try (ShardRecorder first = begin("0/2");
        ShardRecorder second = begin("1/2")) {
      for (String name : of("0/2")) {
        done(first, name);
      }
      assertFalse(MergedManifest.read(out).isComplete());
      for (String name : of("1/2")) {
        done(second, name);
      }
    }
    MergedManifest merged = MergedManifest.read(out);
    assertEquals(NAMES, merged.with(State.DONE).stream().map(ManifestEntry::name).toList());
    assertTrue(merged.isComplete());
    assertEquals(List.of(), merged.problems());
    assertEquals(List.of("a.nii.gz"), entry("a").files());
    assertTrue(entry("a").seconds().orElseThrow() >= 0);
    assertEquals(List.of(), warnings.messages());
  }

  @Test
  void namesWhatNobodyDid() throws IOException {
    String own = of("0/3").get(0);
    try (ShardRecorder recorder = begin("0/3")) {
      done(recorder, own);
    }
    MergedManifest merged = MergedManifest.read(out);
    assertEquals(NAMES.size() - 1, merged.with(State.WAITING).size());
    assertEquals(List.of(new Shard(1, 3), new Shard(2, 3)), merged.absent());
    assertFalse(merged.isComplete());

    Files.delete(out.resolve(own + ".nii.gz"));
    assertEquals(State.WAITING, entry(own).state());
    assertEquals(own + ".nii.gz was there and is gone", entry(own).reason());
  }

  @Test
  void aShardStartedAgainCorrectsItsOwnEntries() throws IOException {
    try (ShardRecorder recorder = begin("0/1")) {
      done(recorder, "a");
      failed(recorder, "b");
      Files.writeString(out.resolve("c.nii.gz"), "");
      skipped(recorder, "c");
    }
    assertEquals("{a=DONE, b=FAILED, c=SKIPPED, d=WAITING, e=WAITING, f=WAITING}", states());
    assertEquals("it is cut short", entry("b").reason());
    Optional<Double> seconds = entry("a").seconds();
    try (ShardRecorder recorder = begin("0/1")) {
      assertEquals(State.FAILED, entry("b").state(), "until it is tried again");
      skipped(recorder, "a");
      done(recorder, "b");
      skipped(recorder, "c");
      recorder.begun("d");
      assertEquals(State.RUNNING, entry("d").state());
    }
    assertEquals("{a=DONE, b=DONE, c=SKIPPED, d=WAITING, e=WAITING, f=WAITING}", states());
    assertEquals(seconds, entry("a").seconds());
    assertEquals("", entry("b").reason());
    assertEquals("stopped before it was done", entry("d").reason());
  }

  @Test
  void aKilledProcessLeavesTheTruth() throws IOException {
    Path file = ShardManifest.file(out, Shard.parse("0/1"));
    byte[] killed;
    try (ShardRecorder recorder = begin("0/1")) {
      recorder.begun("a");
      recorder.begun("b");
      // the mask is there, and then the process is killed
      Files.writeString(out.resolve("a.nii.gz"), "");
      killed = Files.readAllBytes(file);
    }
    Files.write(file, killed);
    assertEquals(2, MergedManifest.read(out).with(State.RUNNING).size());
    try (ShardRecorder recorder = begin("0/1")) {
      assertEquals("a process that began it did not end it", entry("b").reason());
      skipped(recorder, "a");
    }
    assertEquals(State.DONE, entry("a").state());
    assertEquals(State.WAITING, entry("b").state());
  }

  @Test
  void aDivisionOfAnotherCountContinues() throws IOException {
    try (ShardRecorder recorder = begin("0/2")) {
      failed(recorder, of("0/2").get(0));
      done(recorder, of("0/2").get(1));
    }
    try (ShardRecorder recorder = begin("0/1")) {
      for (String name : NAMES) {
        if (name.equals(of("0/2").get(1))) {
          skipped(recorder, name);
        } else {
          done(recorder, name);
        }
      }
    }
    assertEquals(NAMES.size(), MergedManifest.read(out).with(State.DONE).size());
    assertTrue(MergedManifest.read(out).isComplete());
  }

  @Test
  void aCaseThatWasTakenAwayIsNotWaitedFor() throws IOException {
    try (ShardRecorder recorder = begin("0/1")) {
      done(recorder, "a");
      failed(recorder, "b");
    }
    try (ShardRecorder recorder = begin("0/1", "model", List.of("c"))) {
      done(recorder, "c");
    }
    assertEquals("{a=DONE, c=DONE}", states());
    assertTrue(MergedManifest.read(out).isComplete());
  }

  @Test
  void aDamagedManifestIsNamedAndWrittenAnew() throws IOException {
    for (String shard : List.of("0/2", "1/2")) {
      try (ShardRecorder recorder = begin(shard)) {
        for (String name : of(shard)) {
          done(recorder, name);
        }
      }
    }
    Path file = ShardManifest.file(out, Shard.parse("1/2"));
    String whole = Files.readString(file);
    for (String damaged :
        List.of(
            "",
            whole.substring(0, whole.length() / 2),
            "[]",
            whole.replace("\"format\": 1", "\"format\": 2"),
            whole.replace("\"time\": \"2", "\"time\": \"yesterday 2"))) {
      Files.writeString(file, damaged);
      MergedManifest merged = MergedManifest.read(out);
      assertEquals(1, merged.problems().size(), damaged);
      assertTrue(merged.problems().get(0).startsWith(file.toString()), merged.problems().get(0));
      assertEquals(of("0/2").size(), merged.with(State.DONE).size());
      assertEquals(of("1/2").size(), merged.with(State.WAITING).size());
      assertFalse(merged.isComplete());
    }
    try (ShardRecorder recorder = begin("1/2")) {
      of("1/2").forEach(name -> skipped(recorder, name));
    }
    assertEquals(1, warnings.messages().size());
    assertTrue(
        warnings.messages().get(0).endsWith("The shard's manifest is begun anew"),
        warnings.messages().get(0));
    assertTrue(MergedManifest.read(out).isComplete());
  }

  @Test
  void tellsOfShardsThatDiffer() throws IOException {
    begin("0/2", "one", NAMES).close();
    begin("1/2", "two", NAMES).close();
    String problem = String.join("\n", MergedManifest.read(out).problems());
    assertTrue(problem.startsWith("The shards were made with different models: "), problem);
    begin("1/2", "one", NAMES).close();
    assertEquals(List.of(), MergedManifest.read(out).problems());
    ShardRecorder.begin(
            out,
            "one",
            SegmentSettings.standard().withOutputs(Set.of(OutputKind.PROBABILITIES)),
            Shard.parse("0/2"),
            NAMES,
            warnings)
        .close();
    assertEquals(
        List.of("The shards were made with different settings of segmenting"),
        MergedManifest.read(out).problems());
  }

  @Test
  void twoProcessesCannotDoOneShard() throws IOException {
    try (ShardRecorder recorder = begin("0/2")) {
      BadInputException e = assertThrows(BadInputException.class, () -> begin("0/2"));
      assertTrue(e.getMessage().startsWith(out + ": another process is segmenting shard 0/2"));
      begin("1/2").close();
    }
    begin("0/2").close();
  }

  @Test
  void aManifestThatCannotBeWrittenDoesNotStopTheShard() throws IOException {
    Path file = ShardManifest.file(out, Shard.parse("0/1"));
    ShardRecorder recorder = begin("0/1");
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    done(recorder, "a");
    done(recorder, "b");
    assertEquals(1, warnings.messages().size(), warnings.messages().toString());
    assertThrows(BadInputException.class, recorder::close);
    begin("0/2").close();
  }

  @Test
  void aFolderWithoutManifestIsRefused() throws IOException {
    Files.createDirectories(out);
    BadInputException e = assertThrows(BadInputException.class, () -> MergedManifest.read(out));
    assertEquals(
        out + ": holds no manifest. Give a folder into which shards were segmented",
        e.getMessage());
  }
}
