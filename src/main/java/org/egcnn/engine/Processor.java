/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What the processor can do.
 *
 * @param instructions names of its groups of instructions as Linux has them, such as {@code avx2};
 *     empty if they are not known
 */
public record Processor(Optional<Set<String>> instructions) {
  /** Vectors of 16 numbers in single precision. */
  public static final String AVX_512 = "avx512f";

  private static final Path LINUX = Path.of("/proc/cpuinfo");
  private static final String INTEL_AND_AMD = "flags";

  /** oneDNN computes with bfloat16 on these; on others TensorFlow does without it. */
  private static final Set<String> WITH_BFLOAT16 = Set.of("avx512bw", "avx_ne_convert");

  /** Windows' numbers of features, in {@code IsProcessorFeaturePresent}. */
  private static final int WINDOWS_AVX = 39;

  private static final int WINDOWS_AVX_512 = 41;

  /** This machine's. */
  public static Processor current() {
    if (System.getProperty("os.name").startsWith("Windows")) {
      return windows(Processor::windowsHas);
    }
    try {
      return of(Files.readString(LINUX, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return new Processor(Optional.empty());
    }
  }

  /** The first processor of Linux's description. */
  static Processor of(String description) {
    return new Processor(
        description
            .lines()
            .map(line -> line.split(":", 2))
            .filter(pair -> pair.length == 2 && pair[0].strip().equals(INTEL_AND_AMD))
            .map(pair -> Set.of(pair[1].strip().split("\\s+")))
            .findFirst());
  }

  /**
   * A processor under Windows, which tells of few groups of instructions. Windows before version
   * 2004 of 2020 does not know these groups and denies all of them: then nothing is known.
   *
   * @param has whether Windows says that there is a feature
   */
  static Processor windows(IntPredicate has) {
    if (has.test(WINDOWS_AVX_512)) {
      return new Processor(Optional.of(Set.of(AVX_512, "avx512bw")));
    }
    return new Processor(has.test(WINDOWS_AVX) ? Optional.of(Set.of("avx")) : Optional.empty());
  }

  private static boolean windowsHas(int feature) {
    try {
      NativeLibrary windows = NativeLibrary.getInstance("kernel32");
      Function asked = windows.getFunction("IsProcessorFeaturePresent");
      return asked.invokeInt(new Object[] {feature}) != 0;
    } catch (LinkageError e) {
      return false;
    }
  }

  /** Whether it is known not to have a group of instructions. */
  public boolean lacks(String group) {
    return instructions.isPresent() && !instructions.get().contains(group);
  }

  /**
   * Whether convolutions in bfloat16 are not far slower than in single precision, on all that is
   * known: true where nothing is.
   */
  boolean suitsBfloat16() {
    return instructions.map(has -> WITH_BFLOAT16.stream().anyMatch(has::contains)).orElse(true);
  }
}
