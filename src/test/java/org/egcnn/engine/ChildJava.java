/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a class of the tests in a Java of its own, since an engine is looked for once a process. */
public final class ChildJava {
  private ChildJava() {}

  /**
   * Runs a main class to its end.
   *
   * @param options for Java, such as system properties
   * @return what it printed
   */
  public static String run(Class<?> main, String... options) throws Exception {
    return run(main, Map.of(), List.of(), options);
  }

  /**
   * Runs a main class in another environment.
   *
   * @param set variables that are added
   * @param unset variables that are taken away
   * @param options for Java, such as system properties
   * @return what it printed
   */
  public static String run(
      Class<?> main, Map<String, String> set, List<String> unset, String... options)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(set);
    builder.environment().keySet().removeAll(unset);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
