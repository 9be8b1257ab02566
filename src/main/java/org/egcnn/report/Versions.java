/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.egcnn.task.Software;
import org.scijava.util.Manifest;

/** What a report was made with and when, for its end. */
public final class Versions {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private Versions() {}

  /** The versions of this program, of Java and of the system, and the time. */
  public static KeyValues now() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(Software.NAME, Software.version());
    Manifest manifest = Manifest.getManifest(Versions.class);
    if (manifest != null && manifest.getImplementationBuild() != null) {
      values.put("Commit", manifest.getImplementationBuild());
    }
    values.put("Java", property("java.version") + ", " + property("java.vendor"));
    values.put(
        "System", property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
    values.put("Written", WHEN.format(ZonedDateTime.now()));
    return new KeyValues("Versions", values);
  }

  private static String property(String name) {
    return System.getProperty(name);
  }
}
