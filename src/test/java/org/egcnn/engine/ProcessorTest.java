/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.junit.jupiter.api.Test;

class ProcessorTest {
  private static final Processor AVX2 =
      Processor.of(
          """
          processor\t: 0
          vendor_id\t: AuthenticAMD
          flags\t\t: fpu sse4_2 avx f16c avx2
          bugs\t\t: sysret_ss_attrs

          processor\t: 1
          flags\t\t: fpu avx512bw
          """);

  private final List<String> warnings = new ArrayList<>();

  @Test
  void readsTheFirstProcessorsInstructions() {
    assertEquals(Optional.of(Set.of("fpu", "sse4_2", "avx", "f16c", "avx2")), AVX2.instructions());
    assertEquals(
        Optional.empty(),
        Processor.of("processor\t: 0\nFeatures\t: fp asimd bf16\n").instructions());
  }

  @Test
  void windowsIsAskedForAvx512() {
    Processor without = Processor.windows(feature -> feature == 39 || feature == 40);
    assertTrue(without.lacks(Processor.AVX_512));
    assertFalse(without.suitsBfloat16());
    Processor with = Processor.windows(feature -> feature >= 39 && feature <= 41);
    assertFalse(with.lacks(Processor.AVX_512));
    assertTrue(with.suitsBfloat16());
    assertEquals(Optional.empty(), Processor.windows(feature -> false).instructions(), "too old");
  }

  @Test
  void bfloat16NeedsItsInstructions() {
    assertFalse(AVX2.suitsBfloat16());
    assertTrue(Processor.of("flags : avx2 avx512f avx512bw amx_bf16").suitsBfloat16());
    assertTrue(Processor.of("flags : avx2 avx_vnni avx_ne_convert").suitsBfloat16());
    assertTrue(new Processor(Optional.empty()).suitsBfloat16(), "nothing is known");
  }

  @Test
  void withoutThemSinglePrecisionIsTakenAndSaid() {
    EngineOptions taken =
        options("cpu", Precision.BFLOAT16).on(AVX2, () -> List.of("cpu:0"), this::warn);
    assertEquals(options("cpu", Precision.FLOAT32), taken);
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("bfloat16"), warnings.get(0));
  }

  @Test
  void graphicsCardsDoNotNeedThem() {
    List<String> devices = List.of("cpu:0", "gpu:0");
    for (String device : List.of("auto", "gpu:0", "gpus")) {
      EngineOptions wanted = options(device, Precision.BFLOAT16);
      assertEquals(wanted, wanted.on(AVX2, () -> devices, this::warn));
    }
    assertEquals(List.of(), warnings);
    assertEquals(
        Precision.FLOAT32,
        options("cpu", Precision.BFLOAT16).on(AVX2, () -> devices, this::warn).precision());
  }

  @Test
  void singlePrecisionStaysAsItIs() {
    EngineOptions wanted = options("auto", Precision.FLOAT32);
    assertEquals(wanted, wanted.on(AVX2, () -> List.of("cpu:0"), this::warn));
    assertEquals(List.of(), warnings);
  }

  private void warn(String message) {
    warnings.add(message);
  }

  private static EngineOptions options(String device, Precision precision) {
    return new EngineOptions(2, device, Recomputation.AUTO, precision);
  }
}
