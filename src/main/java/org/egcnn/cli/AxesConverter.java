/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.Set;
import org.egcnn.segment.Axis;
import picocli.CommandLine.ITypeConverter;

/** Reads axes such as {@code xyz} or {@code none}. */
final class AxesConverter implements ITypeConverter<Set<Axis>> {
  @Override
  public Set<Axis> convert(String text) {
    return new SettingConverter<>(Axis::parse).convert(text);
  }
}
