/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the engine. Its jars lie in a private folder that no other plugin sees: the one that the
 * system property {@value #FOLDER_PROPERTY} names, or {@code engine} beside our jar (the command
 * line's tree), or {@code lib/eg-cnn} in the folder above it (a Fiji or ImageJ folder). Without
 * such a folder the class path is used, as in a test.
 */
public final class EngineLoader {
  /** The system property that names the folder of TensorFlow's jars. */
  public static final String FOLDER_PROPERTY = "egcnn.engine";

  private static final String IMPLEMENTATION = "org.egcnn.tensorflow.TensorFlowEngine";

  private EngineLoader() {}

  /** The engine, or why there is none. */
  private record Outcome(Optional<Engine> engine, Optional<EngineException> failure) {

    private static Outcome ofFinding() {
      try {
        return new Outcome(Optional.of(find()), Optional.empty());
      } catch (EngineException e) {
        return new Outcome(Optional.empty(), Optional.of(e));
      }
    }
  }

  /** Native libraries can be loaded once a process, so the engine is too, at its first use. */
  private static final class Holder {
    static final Outcome OUTCOME = Outcome.ofFinding();
  }

  /**
   * The engine.
   *
   * @throws EngineException if TensorFlow is missing, or does not run on this system; the message
   *     says what to do, also when asked again
   */
  public static Engine load() {
    Outcome outcome = Holder.OUTCOME;
    outcome
        .failure()
        .ifPresent(
            e -> {
              throw new EngineException(e.getMessage(), e);
            });
    return outcome.engine().orElseThrow();
  }

  private static Engine find() {
    // JavaCPP would refuse memory beyond four times the heap, which kills trainings in a small heap
    System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
    OneDnn.prefer();
    ClassLoader parent = EngineLoader.class.getClassLoader();
    Optional<Path> folder = folder();
    try {
      ClassLoader loader =
          folder.isPresent()
              ? new IsolatingClassLoader(jars(folder.get()), parent)
              : requireTensorFlow(parent);
      Engine engine =
          (Engine)
              Class.forName(IMPLEMENTATION, true, loader).getDeclaredConstructor().newInstance();
      engine.version();
      return engine;
    } catch (IOException e) {
      throw new EngineException(
          "EG-CNN's folder of TensorFlow, "
              + folder.orElseThrow()
              + ", cannot be read. Install EG-CNN again, or start Java with -D"
              + FOLDER_PROPERTY
              + "=<the folder of its jars>",
          e);
    } catch (ReflectiveOperationException e) {
      throw incomplete(folder, e);
    } catch (LinkageError e) {
      throw e.getCause() instanceof ClassNotFoundException
          ? incomplete(folder, e)
          : new EngineException(nativeProblem(e), e);
    }
  }

  private static EngineException incomplete(Optional<Path> folder, Throwable cause) {
    return new EngineException(
        "EG-CNN's installation is incomplete: TensorFlow's jars are missing from "
            + folder.map(Path::toString).orElse("the class path")
            + ". Install EG-CNN again",
        cause);
  }

  private static String nativeProblem(LinkageError error) {
    return "TensorFlow's native library does not run here ("
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", Java "
        + System.getProperty("java.version")
        + "): "
        + String.valueOf(error.getMessage()).lines().findFirst().orElse("")
        + ". Install the EG-CNN package made for this system; if the home folder is full or"
        + " read-only, start Java with -Dorg.bytedeco.javacpp.cachedir=<a writable folder>";
  }

  /** The private folder of TensorFlow's jars, which need not exist; empty if there is none. */
  static Optional<Path> folder() {
    String named = System.getProperty(FOLDER_PROPERTY);
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return ownPlace()
        .filter(Files::isRegularFile)
        .map(Path::getParent)
        .flatMap(
            folder ->
                Stream.of(folder.resolve("engine"), folder.resolveSibling("lib").resolve("eg-cnn"))
                    .filter(Files::isDirectory)
                    .findFirst());
  }

  /** The jar or folder that our classes come from. */
  private static Optional<Path> ownPlace() {
    try {
      return Optional.of(
          Path.of(EngineLoader.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static URL[] jars(Path folder) throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(EngineLoader.class.getProtectionDomain().getCodeSource().getLocation());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        urls.add(jar.toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }

  /** Checks that the class path's TensorFlow is ours and not the old one of the same names. */
  private static ClassLoader requireTensorFlow(ClassLoader parent) throws ClassNotFoundException {
    Class.forName("org.tensorflow.RawTensor", false, parent);
    return parent;
  }
}
