/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import org.egcnn.segment.Shard;
import picocli.CommandLine.ITypeConverter;

/** Reads a shard such as {@code 2/4}. */
final class ShardConverter implements ITypeConverter<Shard> {
  @Override
  public Shard convert(String text) {
    return new SettingConverter<>(Shard::parse).convert(text);
  }
}
