/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Jazzer comes in; it finds these methods by their names. Needs none of its classes, so that
 * it is on the class path of the fuzzing alone.
 */
public final class ReaderFuzzer {
  private static ReaderOracle oracle;

  private ReaderFuzzer() {}

  /** Takes the name of a target and a folder for its files. */
  public static void fuzzerInitialize(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    oracle = new ReaderOracle(FuzzTargets.named(arguments[0]), folder);
  }

  /** Tries an input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    oracle.check(input);
  }

  /** Prints what {@link FuzzCampaign} reads. */
  public static void fuzzerTearDown() {
    System.err.printf(
        "%s %d %d %d %d%n",
        FuzzCampaign.TOTALS,
        oracle.inputs,
        oracle.taken,
        oracle.mostNanos / 1_000_000,
        oracle.mostBytes >> 10);
  }
}
