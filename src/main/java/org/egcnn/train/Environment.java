/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Optional;
import org.egcnn.engine.EngineOptions;
import org.scijava.util.Manifest;

/**
 * What a training ran on.
 *
 * @param software this program and its version
 * @param commit the commit it was built from, or {@code unknown} outside a built jar
 * @param engine the engine and its version
 * @param java the Java version and vendor
 * @param system the operating system and processor architecture
 * @param processors processors Java may use
 * @param precision the numbers of the convolutions; empty in records of earlier versions
 */
public record Environment(
    String software,
    String commit,
    String engine,
    String java,
    String system,
    int processors,
    Optional<EngineOptions.Precision> precision) {

  /** Records of earlier versions do not say the precision. */
  public Environment {
    precision = precision == null ? Optional.empty() : precision;
  }

  /**
   * The present one.
   *
   * @param software this program and its version
   * @param engine the engine and its version
   * @param precision the numbers of the convolutions
   */
  static Environment of(String software, String engine, EngineOptions.Precision precision) {
    Manifest manifest = Manifest.getManifest(Environment.class);
    String commit = manifest == null ? null : manifest.getImplementationBuild();
    return new Environment(
        software,
        commit == null ? "unknown" : commit,
        engine,
        System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", "
            + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Optional.of(precision));
  }
}
