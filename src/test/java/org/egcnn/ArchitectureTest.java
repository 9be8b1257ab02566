/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.beans.XMLDecoder;
import java.io.ObjectInputStream;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;

/**
 * Which package may use which. {@link #ARROWS} is the whole plan: a package that is not in it, or
 * an arrow that is not in it, fails.
 */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.egcnn");

  private static final Map<String, List<String>> ARROWS = arrows();

  private static Map<String, List<String>> arrows() {
    Map<String, List<String>> arrows = new LinkedHashMap<>();
    arrows.put("task", List.of());
    arrows.put("image", List.of());
    arrows.put("model", List.of("task"));
    arrows.put("volume", List.of("task"));
    arrows.put("engine", List.of("model"));
    arrows.put("tensorflow", List.of("engine", "model"));
    arrows.put("cluster", List.of("engine", "model", "task"));
    arrows.put("dataset", List.of("volume", "image", "model", "task"));
    arrows.put("example", List.of("volume", "image", "dataset", "model", "task"));
    arrows.put("prepare", List.of("volume", "image", "model", "task"));
    arrows.put(
        "segment", List.of("engine", "prepare", "image", "volume", "dataset", "model", "task"));
    arrows.put("report", List.of("task"));
    arrows.put("evaluate", List.of("report", "image", "dataset", "volume", "model", "task"));
    arrows.put("inspect", List.of("engine", "segment", "image", "volume", "model", "task"));
    arrows.put(
        "train",
        List.of(
            "cluster",
            "inspect",
            "engine",
            "dataset",
            "image",
            "prepare",
            "segment",
            "evaluate",
            "report",
            "volume",
            "model",
            "task"));
    arrows.put(
        "compare",
        List.of(
            "train",
            "report",
            "segment",
            "evaluate",
            "engine",
            "dataset",
            "volume",
            "model",
            "task"));
    arrows.put(
        "bench",
        List.of(
            "train",
            "example",
            "segment",
            "evaluate",
            "engine",
            "dataset",
            "image",
            "volume",
            "model",
            "task"));
    List<String> work =
        arrows.keySet().stream().filter(name -> !name.equals("tensorflow")).toList();
    arrows.put("command", work);
    arrows.put("imagej", with(work, "command"));
    arrows.put("cli", work);
    return arrows;
  }

  private static List<String> with(List<String> names, String more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }

  private static String[] packages(Iterable<String> names) {
    List<String> packages = new ArrayList<>();
    names.forEach(name -> packages.add("org.egcnn." + name + ".."));
    return packages.toArray(String[]::new);
  }

  @Test
  void arrowsPointOneWay() {
    layers().check(CLASSES);
  }

  private static ArchRule layers() {
    LayeredArchitecture rule =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String name : ARROWS.keySet()) {
      rule = rule.layer(name).definedBy("org.egcnn." + name + "..");
    }
    for (Map.Entry<String, List<String>> arrow : ARROWS.entrySet()) {
      rule =
          arrow.getValue().isEmpty()
              ? rule.whereLayer(arrow.getKey()).mayNotAccessAnyLayer()
              : rule.whereLayer(arrow.getKey())
                  .mayOnlyAccessLayers(arrow.getValue().toArray(String[]::new));
    }
    return rule;
  }

  @Test
  void everyPackageIsInThePlan() {
    classes().should().resideInAnyPackage(packages(ARROWS.keySet())).check(CLASSES);
  }

  @Test
  void noCycles() {
    slices().matching("org.egcnn.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyOnePackageKnowsTensorFlow() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.egcnn.tensorflow..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.tensorflow..", "org.bytedeco..", "com.google.protobuf..")
        .check(CLASSES);
  }

  @Test
  void imagesNeedImgLib2Alone() {
    classes()
        .that()
        .resideInAPackage("org.egcnn.image..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.egcnn.image..", "net.imglib2..", "java..")
        .check(CLASSES);
  }

  @Test
  void modelsAndTheEngineNeedNoImageLibrary() {
    noClasses()
        .that()
        .resideInAnyPackage("org.egcnn.task..", "org.egcnn.model..", "org.egcnn.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.imglib2..", "ij..", "org.scijava..", "java.awt..")
        .check(CLASSES);
  }

  /** What is read is data: only the engine and the bridge load classes, the program's own. */
  @Test
  void nothingReadBecomesCode() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            ObjectInputStream.class, XMLDecoder.class, ScriptEngineManager.class, Proxy.class)
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.egcnn.engine..")
        .and()
        .haveNameNotMatching(".*EG_Bridge.*")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(URLClassLoader.class)
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
        .orShould()
        .callMethod(ClassLoader.class, "loadClass", String.class)
        .check(CLASSES);
  }

  @Test
  void staticFieldsAreFinal() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void staticFieldsHoldNoState() {
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(AtomicReference.class)
        .orShould()
        .haveRawType(AtomicBoolean.class)
        .orShould()
        .haveRawType(ThreadLocal.class)
        .check(CLASSES);
  }

  @Test
  void classesAreNamedForWhatTheyAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Utilities|Helpers?|Misc|Tools?)")
        .check(CLASSES);
  }
}
