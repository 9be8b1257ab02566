/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zip that the build makes. */
final class FijiZip {
  private FijiZip() {}

  /** Unpacks it over a folder, as a user does over that of Fiji or ImageJ. */
  static void unpackOver(Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(find().toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip.getInputStream(entry), target);
        }
      }
    }
  }

  private static Path find() throws IOException {
    List<Path> zips = list(Path.of("target"), "*-fiji.zip");
    if (zips.size() != 1) {
      throw new IOException("target holds " + zips.size() + " zips for Fiji: run with Maven");
    }
    return zips.get(0);
  }

  /** The files of a folder whose names match a pattern, in the order of their names. */
  static List<Path> list(Path folder, String pattern) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
      entries.forEach(files::add);
    }
    files.sort(null);
    return files;
  }
}
