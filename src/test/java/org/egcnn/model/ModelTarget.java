/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.fuzz.FuzzTarget;

/**
 * A model folder: 0 model.json; 1 weights.safetensors as it is; 2 the header of
 * weights.safetensors, before which its length is written and behind it 64 bytes of weights.
 */
public final class ModelTarget implements FuzzTarget {
  private static final int FORMS = 3;
  private static final int WEIGHT_BYTES = 64;

  @Override
  public String name() {
    return "model";
  }

  /** A model's description with every part. */
  public static ModelCard card() {
    return new ModelCard(
        ModelCard.FORMAT,
        "kidneys",
        new Architecture(
            Backbone.SEG_NET, 1, 2, false, 8, 3, 3, Optional.of(EdgeStream.standard())),
        new Preprocessing(
            List.of("CT"),
            List.of(Normalisation.window(-100, 300)),
            Optional.of(List.of(1.0, 1.0, 2.5)),
            true),
        new Labels(
            false,
            List.of(
                new LabelClass("kidney", List.of(1, 2), 1),
                new LabelClass("tumour", List.of(2), 2))),
        new Size(16, 32, 32),
        LossSettings.standard(),
        "test");
  }

  @Override
  public List<byte[]> seeds(Path scratch) throws Exception {
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    weights.put("conv/kernel", new WeightTensor(new long[] {2, 3}, new float[6]));
    weights.put("conv/bias", new WeightTensor(new long[] {10}, new float[10]));
    weights.put("empty", new WeightTensor(new long[] {0}, new float[0]));
    Path file = scratch.resolve("w.safetensors");
    Safetensors.write(file, weights, Map.of("model", "a"));
    byte[] whole = Files.readAllBytes(file);
    byte[] header = java.util.Arrays.copyOfRange(whole, 8, whole.length - WEIGHT_BYTES);
    return List.of(
        FuzzTarget.input(0, Json.toText(card())),
        FuzzTarget.input(1, whole),
        FuzzTarget.input(2, header),
        FuzzTarget.input(
            2, "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,4,2],\"data_offsets\":[0,64]}}    "));
  }

  @Override
  public Reading place(byte[] input, Path folder) throws IOException {
    byte[] content = FuzzTarget.content(input);
    int form = FuzzTarget.form(input, FORMS);
    if (form == 0) {
      Files.write(folder.resolve(ModelFolder.CARD), content);
      return new Reading(
          folder.toString(),
          () -> {
            ModelCard card = ModelFolder.readCard(folder);
            card.toString();
            card.architecture().edgeWidth();
            card.labels().values();
          });
    }
    ByteBuffer file =
        ByteBuffer.allocate(8 + content.length + WEIGHT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(content.length).put(content);
    Files.write(folder.resolve(ModelFolder.WEIGHTS), form == 1 ? content : file.array());
    return new Reading(
        folder.toString(),
        () -> {
          for (WeightTensor tensor : ModelFolder.readWeights(folder).values()) {
            for (long side : tensor.shape()) {
              if (side < 0) {
                throw new IllegalStateException("a negative side");
              }
            }
          }
        });
  }
}
