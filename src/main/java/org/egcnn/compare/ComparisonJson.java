/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.egcnn.model.Json;

/**
 * A comparison for programs: what {@link Comparison} holds, with the verdicts and the sentences. A
 * number that does not exist is null.
 */
final class ComparisonJson {
  /** Of this format. */
  private static final int VERSION = 1;

  private ComparisonJson() {}

  /** The content of {@code comparison.json}. */
  static JsonObject of(Comparison comparison) {
    JsonObject tree = new JsonObject();
    tree.addProperty("version", VERSION);
    Json.toTree(comparison).getAsJsonObject().asMap().forEach(tree::add);
    JsonArray differences = tree.getAsJsonArray("differences");
    for (int i = 0; i < differences.size(); i++) {
      PairedDifference d = comparison.differences().get(i);
      JsonObject difference = differences.get(i).getAsJsonObject();
      difference.addProperty("metric", d.metric().key());
      difference.add("verdict", Json.toTree(d.verdict().map(Object::toString).orElse(null)));
    }
    tree.add("regions", Json.toTree(comparison.regions().stream().map(Region::name).toList()));
    tree.add("sentences", Json.toTree(VerdictText.of(comparison)));
    return tree;
  }
}
