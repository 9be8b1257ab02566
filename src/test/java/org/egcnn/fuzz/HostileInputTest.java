/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of fuzzing is quick: the seeds, the inputs that once were trouble, and some mutants. */
class HostileInputTest {
  private static final int MUTANTS = 500;

  @TempDir Path folder;
  @TempDir Path scratch;

  static Stream<String> targets() {
    return FuzzTargets.ALL.stream().map(FuzzTarget::name);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void seedsAreTaken(String name) throws Exception {
    FuzzTarget target = FuzzTargets.named(name);
    ReaderOracle oracle = new ReaderOracle(target, folder);
    int number = 0;
    for (byte[] seed : target.seeds(scratch)) {
      assertNull(oracle.check(seed), "seed " + number++);
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void formerTroubleIsNone(String name) throws Exception {
    ReaderOracle oracle = new ReaderOracle(FuzzTargets.named(name), folder);
    for (Path file : stored(name)) {
      check(oracle, Files.readAllBytes(file), file.getFileName().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void mutantsAreTakenOrRefused(String name) throws Exception {
    FuzzTarget target = FuzzTargets.named(name);
    ReaderOracle oracle = new ReaderOracle(target, folder);
    Mutants mutants = new Mutants(target.seeds(scratch), name.hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      check(oracle, mutants.next(), "mutant " + i);
    }
    assertEquals(MUTANTS, oracle.inputs);
  }

  @Test
  void everyStoredInputHasATarget() throws Exception {
    try (Stream<Path> folders = Files.list(Path.of(getClass().getResource("found").toURI()))) {
      List<String> names = targets().toList();
      assertEquals(
          List.of(),
          folders.map(f -> f.getFileName().toString()).filter(n -> !names.contains(n)).toList());
    }
  }

  private static void check(ReaderOracle oracle, byte[] input, String what) throws Exception {
    try {
      oracle.check(input);
    } catch (AssertionError e) {
      throw new AssertionError(what + " " + HexFormat.of().formatHex(input), e);
    }
  }

  private List<Path> stored(String name) throws Exception {
    Path own = Path.of(getClass().getResource("found").toURI()).resolve(name);
    if (!Files.isDirectory(own)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(own)) {
      return files.sorted().toList();
    }
  }
}
