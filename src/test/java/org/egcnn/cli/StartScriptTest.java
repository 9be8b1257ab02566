/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script with a Java that only says how it was started. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a shell script")
class StartScriptTest {
  private static final String JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then echo 'openjdk version "VERSION" 2025-01-01' >&2; exit 0; fi
      echo "TF_CPP_MIN_LOG_LEVEL=$TF_CPP_MIN_LOG_LEVEL LC_ALL=$LC_ALL"
      for arg in "$@"; do echo "<$arg>"; done
      exit 7
      """;

  @TempDir Path folder;

  private Path script;

  private record Run(int code, String output) {}

  @BeforeEach
  void install() throws IOException {
    Path bin = Files.createDirectories(folder.toRealPath().resolve("a place/bin"));
    script = bin.resolve("eg-cnn");
    Files.copy(Path.of("src/main/scripts/eg-cnn"), script);
    assertTrue(script.toFile().setExecutable(true));
  }

  @Test
  void itFindsItsJarsThroughLinksAndPassesArgumentsOn() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), script);
    Path second = Files.createSymbolicLink(folder.resolve("second"), folder.relativize(link));
    Run run =
        run(
            second,
            Map.of("JAVA_HOME", java("17.0.9"), "EG_CNN_JAVA_OPTIONS", "-Xmx1g -Xss2m"),
            "train",
            "--out",
            "my model");
    assertEquals(7, run.code());
    assertTrue(
        run.output()
            .endsWith(
                "<-Djava.awt.headless=true>\n<-Degcnn.terminal=false>\n<-Xmx1g>\n<-Xss2m>\n<-cp>\n<"
                    + script.getParent().getParent()
                    + "/lib/*>\n<org.egcnn.cli.Main>\n<train>\n<--out>\n<my model>\n"),
        run.output());
    assertTrue(run.output().startsWith("TF_CPP_MIN_LOG_LEVEL=2 "), run.output());
  }

  @Test
  void theUsersLogLevelCounts() throws Exception {
    Run run = run(script, Map.of("JAVA_HOME", java("21"), "TF_CPP_MIN_LOG_LEVEL", "0"));
    assertTrue(run.output().startsWith("TF_CPP_MIN_LOG_LEVEL=0 "), run.output());
    assertTrue(!run.output().contains("native-access"), run.output());
  }

  @Test
  void aNewJavaIsGivenLeaveToLoadNativeLibraries() throws Exception {
    Run run = run(script, Map.of("JAVA_HOME", java("24-ea")));
    assertTrue(run.output().contains("<--enable-native-access=ALL-UNNAMED>"), run.output());
  }

  @Test
  void anOldJavaIsRefused() throws Exception {
    Run run = run(script, Map.of("JAVA_HOME", java("1.8.0_402")));
    assertEquals(2, run.code());
    assertTrue(run.output().startsWith("eg-cnn: Java 17 or newer is needed"), run.output());
    assertTrue(run.output().contains("is Java 8."), run.output());
  }

  @Test
  void aMissingJavaIsReported() throws Exception {
    Run run = run(script, Map.of("JAVA_HOME", folder.resolve("nothing").toString()));
    assertEquals(2, run.code());
    assertTrue(run.output().contains("is missing. Install it, or set JAVA_HOME"), run.output());
  }

  private String java(String version) throws IOException {
    Path home = folder.resolve("java-" + version);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, JAVA.replace("VERSION", version));
    assertTrue(java.toFile().setExecutable(true));
    return home.toString();
  }

  private static Run run(Path script, Map<String, String> environment, String... args)
      throws Exception {
    String[] command = new String[args.length + 1];
    command[0] = script.toString();
    System.arraycopy(args, 0, command, 1, args.length);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("TF_CPP_MIN_LOG_LEVEL");
    builder.environment().remove("EG_CNN_JAVA_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
