/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.egcnn.train.Protocol;

/**
 * A protocol for people and for scripts: every setting with who decided it.
 *
 * @param name what it is called
 * @param training settings of {@code train}
 * @param evaluation settings of {@code evaluate}
 */
record ProtocolInfo(
    String name, Map<String, Protocol.Setting> training, Map<String, Protocol.Setting> evaluation) {

  /** Opens a protocol. */
  static ProtocolInfo of(String nameOrFile) throws IOException {
    Protocol protocol = Protocol.open(nameOrFile);
    return new ProtocolInfo(protocol.name(), protocol.training(), protocol.evaluation());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    add(text, "train", training);
    add(text, "evaluate", evaluation);
    return text.toString();
  }

  private static void add(
      StringBuilder text, String command, Map<String, Protocol.Setting> settings) {
    text.append(String.format("%n%neg-cnn %s", command));
    settings.forEach(
        (key, setting) ->
            text.append(
                String.format(
                        "%n  --%-20s %-22s %-8s %s",
                        key,
                        setting.value(),
                        setting.from().name().toLowerCase(Locale.ROOT),
                        setting.note().orElse(""))
                    .stripTrailing()));
  }
}
