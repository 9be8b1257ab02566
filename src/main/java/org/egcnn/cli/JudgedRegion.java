/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.List;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import picocli.CommandLine.ITypeConverter;

/**
 * A region by which masks are judged, written {@code NAME=1+2}.
 *
 * @param name its name in results
 * @param values the label values that belong to it
 */
record JudgedRegion(String name, LabelGroup values) {

  /** Reads a region. */
  static final class Converter implements ITypeConverter<JudgedRegion> {
    @Override
    public JudgedRegion convert(String text) {
      return new SettingConverter<>(JudgedRegion::parse).convert(text);
    }
  }

  private static JudgedRegion parse(String text) {
    String[] parts = text.trim().split("=", -1);
    if (parts.length != 2 || parts[0].isBlank()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no region: write it as NAME=1 or, of several label values, NAME=1+2");
    }
    return new JudgedRegion(parts[0].trim(), LabelGroup.parse(parts[1]));
  }

  /**
   * Labels that stand for regions; a mask may hold no value that is in none of them.
   *
   * @throws BadInputException if there are too many
   */
  static Labels labels(List<JudgedRegion> regions) throws BadInputException {
    return ValidSetting.of(
        () ->
            new Labels(
                false,
                regions.stream()
                    .map(
                        region ->
                            new LabelClass(
                                region.name(),
                                List.copyOf(region.values().values()),
                                region.values().values().first()))
                    .toList()));
  }

  @Override
  public String toString() {
    return name + "=" + values;
  }
}
