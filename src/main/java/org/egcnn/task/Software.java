/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

/** What this program is called and which version of it runs. */
public final class Software {
  /** The program's name. */
  public static final String NAME = "EG-CNN for Fiji";

  private Software() {}

  /** The version from the jar's manifest, or {@code development} outside a jar. */
  public static String version() {
    String version = Software.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Name and version, as written into models and results. */
  public static String nameAndVersion() {
    return NAME + " " + version();
  }
}
