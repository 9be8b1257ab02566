/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.egcnn.imagej.GuideMacros;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The zip unpacked into the ImageJ folder of a new user of Debian's package {@code imagej}, an
 * ImageJ 1.53t that nobody built for this, on a screen of {@code xvfb-run}.
 */
@Tag("debian-imagej")
class DebianImageJTest {
  /** A user's home folder. */
  @TempDir static Path home;

  @BeforeAll
  static void unpack() throws IOException {
    for (String program : List.of("imagej", "xvfb-run")) {
      assertTrue(
          Files.isExecutable(Path.of("/usr/bin", program)),
          "there is no " + program + ": apt-get install imagej xvfb xauth");
    }
    FijiZip.unpackOver(home.resolve(".imagej"));
  }

  /** Runs a macro and returns what ImageJ printed. Its exit status is 1 whatever happened. */
  private static String run(Path macro, String argument) throws IOException, InterruptedException {
    Path log = home.resolve("log.txt");
    ProcessBuilder imagej =
        new ProcessBuilder("xvfb-run", "-a", "imagej", "-b", macro.toString(), argument);
    imagej.environment().put("HOME", home.toString());
    imagej.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process =
        imagej
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    String text = Files.readString(log);
    assertTrue(ended, () -> "ImageJ does not end after\n" + text);
    assertFalse(text.contains("Exception"), text);
    return text;
  }

  @Test
  void runsTheMacrosOfTheGuide() throws Exception {
    Path job = Files.createDirectories(home.resolve("job"));
    Path data = Files.writeString(home.resolve("data.ijm"), GuideMacros.smallData("32x32x32", 8));
    StringBuilder log = new StringBuilder(run(data, job + "/"));
    for (String name : GuideMacros.NAMES) {
      log.append(run(home.resolve(".imagej/macros/EG-CNN/" + name + ".ijm"), job + "/"));
    }
    GuideMacros.assertResults(job, log.toString());
  }

  @Test
  void stopsAMacroAtAnError() throws Exception {
    Path macro =
        Files.writeString(
            home.resolve("wrong.ijm"),
            "print(\"the beginning\");\nrun(\"EG-CNN Model Info...\", \"model=\" + getArgument());\n"
                + "print(\"the end\");\n");
    String log = run(macro, home.resolve("missing").toString());
    assertTrue(log.contains("the beginning"), log);
    assertTrue(log.contains("missing: there is no such model folder. Check the path"), log);
    assertFalse(log.contains("the end\n"), log);
  }
}
