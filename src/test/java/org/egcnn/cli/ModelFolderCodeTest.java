/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.egcnn.engine.ChildJava;
import org.egcnn.model.Json;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.ModelTarget;
import org.egcnn.model.WeightTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No code of a model folder ever runs, however it is offered. */
class ModelFolderCodeTest {
  @TempDir Path folder;

  /** A class that would be seen if it were loaded. */
  public static final class Planted {
    static {
      System.out.println("planted code ran");
    }
  }

  /** Describes the model in the folder that a system property names. */
  static final class Describe {
    private Describe() {}

    public static void main(String[] arguments) {
      Main.main(new String[] {"info", "--model", System.getProperty("test.model")});
    }
  }

  @Test
  void classesInAModelFolderAreNotLoaded() throws Exception {
    String name = Planted.class.getName();
    ModelFolder.write(
        folder, ModelTarget.card(), Map.of("w", new WeightTensor(new long[] {1}, new float[] {1})));
    String card = Json.toText(ModelTarget.card());
    String tags =
        String.format(
            "{\"class\": \"%s\", \"@class\": \"%s\", \"@type\": \"%s\", ", name, name, name);
    Files.writeString(folder.resolve(ModelFolder.CARD), tags + card.substring(1));
    String path = name.replace('.', '/') + ".class";
    byte[] code = getClass().getClassLoader().getResourceAsStream(path).readAllBytes();
    Files.createDirectories(folder.resolve(path).getParent());
    Files.write(folder.resolve(path), code);
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("org.egcnn.dataset.DatasetLayout"), name);
    try (OutputStream out = Files.newOutputStream(folder.resolve("eg-cnn.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry(path));
      jar.write(code);
    }

    String output =
        ChildJava.run(Describe.class, "-Dtest.model=" + folder, "-Xlog:class+load=info");

    assertTrue(output.contains("kidneys"), output.lines().reduce((a, b) -> b).orElse(""));
    assertTrue(output.contains("org.egcnn.model.ModelCard source: "), "the log names sources");
    assertFalse(output.contains("planted code ran"));
    assertFalse(output.contains(name + " source: "), "the planted class was loaded");
    assertTrue(
        output.lines().filter(line -> line.contains("source: ")).noneMatch(this::isFromFolder));
  }

  private boolean isFromFolder(String line) {
    return line.contains(folder.toString());
  }
}
