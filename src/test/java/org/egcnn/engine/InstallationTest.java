/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.engine.Installation.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationTest {
  private static final long GB = 1L << 30;
  private static final Platform LINUX = new Platform("linux-x86_64");

  @TempDir Path folder;

  private List<Problem> problems(Platform platform) {
    return new Installation(platform, 4 * GB, 8 * GB, Optional.of(folder)).problems();
  }

  private void put(String... names) throws Exception {
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }

  private static String only(List<Problem> problems, boolean fatal) {
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(fatal, problems.get(0).fatal());
    assertFalse(problems.get(0).message().contains("\n"));
    return problems.get(0).message();
  }

  @Test
  void findsNothingWrongWithAWholeInstallation() throws Exception {
    put("tensorflow-core-api-1.1.0.jar", "tensorflow-core-native-1.1.0-linux-x86_64.jar");
    assertEquals(List.of(), problems(LINUX));
  }

  @Test
  void takesTheLibraryForGraphicsCards() throws Exception {
    put("tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar");
    assertEquals(List.of(), problems(LINUX));
  }

  @Test
  void asksNothingOfAClassPath() {
    assertEquals(List.of(), new Installation(LINUX, 4 * GB, 8 * GB, Optional.empty()).problems());
    assertEquals(
        List.of(),
        Installation.current().problems().stream().filter(Problem::fatal).toList(),
        "the tests run with the class path's TensorFlow");
  }

  @Test
  void namesTheMissingFolder() {
    Path missing = folder.resolve("missing");
    String message =
        only(new Installation(LINUX, 4 * GB, 8 * GB, Optional.of(missing)).problems(), true);
    assertTrue(message.contains(missing.toString()), message);
    assertTrue(message.contains("Unpack"), message);
  }

  @Test
  void namesTheMissingNativeLibrary() throws Exception {
    put("tensorflow-core-api-1.1.0.jar", "tensorflow-core-native-1.1.0.jar");
    String message = only(problems(LINUX), true);
    assertTrue(message.contains("native library is missing from " + folder), message);
    assertTrue(message.contains("zip for linux-x86_64"), message);
  }

  @Test
  void namesBothPlatformsWhereTheyDiffer() throws Exception {
    put(
        "tensorflow-core-native-1.1.0-windows-x86_64.jar",
        "tensorflow-core-native-1.1.0-macosx-arm64.jar");
    String message = only(problems(LINUX), true);
    assertTrue(message.contains("made for macosx-arm64, windows-x86_64"), message);
    assertTrue(message.contains("this system is linux-x86_64"), message);
  }

  @Test
  void saysWhereTensorFlowRunsAtAll() throws Exception {
    put("tensorflow-core-native-1.1.0-linux-x86_64.jar");
    String intel = only(problems(Platform.of("Mac OS X", "x86_64")), true);
    assertTrue(intel.contains("macosx-x86_64"), intel);
    assertTrue(intel.contains("linux-arm64, linux-x86_64, macosx-arm64, windows-x86_64"), intel);
    assertFalse(intel.contains("64-bit"), intel);
    String old = only(problems(Platform.of("Windows 10", "x86")), true);
    assertTrue(old.contains("64-bit Java"), old);
  }

  @Test
  void warnsOfLittleMemory() {
    String heap = only(new Installation(LINUX, GB / 2, 8 * GB, Optional.empty()).problems(), false);
    assertTrue(heap.contains("512 MB"), heap);
    assertTrue(heap.contains("Memory & Threads"), heap);
    String engine = only(new Installation(LINUX, 4 * GB, GB, Optional.empty()).problems(), false);
    assertTrue(engine.contains("1024 MB"), engine);
    assertEquals(List.of(), new Installation(LINUX, 4 * GB, 0, Optional.empty()).problems());
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Mac OS X, aarch64, macosx-arm64",
    "Windows 11, amd64, windows-x86_64",
    "Windows 11, aarch64, windows-arm64",
    "Linux, i386, linux-x86",
    "FreeBSD, riscv64, freebsd-riscv64"
  })
  void namesPlatformsAsTheLibrariesAreNamed(String system, String processor, String name) {
    assertEquals(name, Platform.of(system, processor).name());
  }
}
