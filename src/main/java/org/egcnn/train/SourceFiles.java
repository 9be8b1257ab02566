/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.CaseReader;
import org.egcnn.dataset.FileStamp;
import org.egcnn.dataset.LoadedCase;
import org.egcnn.task.BadInputException;

/**
 * A labelled case whose files must stay as they were when the training began: scores before and
 * after a change could not be compared.
 */
final class SourceFiles {
  private final Case source;
  private final CaseReader reader;
  private final Map<Path, FileStamp> stamps = new LinkedHashMap<>();

  /**
   * Notes how the files are now.
   *
   * @param source a labelled case
   * @param reader reads and checks it
   * @throws IOException if the system does not say
   */
  SourceFiles(Case source, CaseReader reader) throws IOException {
    this.source = source;
    this.reader = reader;
    for (Path file : source.files()) {
      stamps.put(file, FileStamp.of(file));
    }
  }

  /** The case's name. */
  String name() {
    return source.name();
  }

  /**
   * Reads the case.
   *
   * @throws BadInputException naming the file that is missing, broken, or was changed
   */
  LoadedCase read() throws IOException {
    LoadedCase loaded = reader.read(source);
    if (loaded.label().isEmpty()) {
      throw new BadInputException("Case " + name() + " has no mask. Leave it out of the training");
    }
    // after reading, so that a change meanwhile is seen too
    for (Map.Entry<Path, FileStamp> file : stamps.entrySet()) {
      if (!FileStamp.of(file.getKey()).equals(file.getValue())) {
        throw new BadInputException(
            file.getKey(),
            "was changed since the training began",
            "Leave the data alone while it runs");
      }
    }
    return loaded;
  }
}
