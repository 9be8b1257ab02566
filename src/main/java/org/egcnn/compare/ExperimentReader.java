/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcnn.model.Backbone;
import org.egcnn.task.BadInputException;
import org.egcnn.train.NamedSettings;
import org.egcnn.train.Protocol;
import org.egcnn.train.ProtocolTraining;

/** Reads an experiment's file, and refuses whatever could be a mistake. */
final class ExperimentReader {
  private static final String VARIANTS = "a list of variants such as {\"name\": \"none\"}";

  private ExperimentReader() {}

  /**
   * Reads a file.
   *
   * @throws BadInputException naming the file and the key if a key is missing, unknown or holds
   *     what it must not
   */
  static Experiment read(Path file) throws IOException {
    StrictObject root = StrictObject.read(file);
    String name = root.requiredText("name", "a text");
    Path folder = file.toAbsolutePath().normalize().getParent();
    Optional<Path> data = root.parsed("data", Path::of).map(folder::resolve);
    CaseChoice cases =
        CaseChoice.read(
            root.requiredObject(
                "cases", "an object such as {\"split\": \"split.json\"} or {\"folds\": 5}"),
            folder);
    List<Backbone> backbones =
        root.list("backbones", "a list of seg-net, u-net or v-net", Backbone::parse);
    List<Long> seeds = root.list("seeds", "a list of whole numbers", Long::valueOf);
    Optional<Protocol> protocol = protocol(root, folder);
    Optional<StrictObject> scoring = root.object("scoring");
    StrictObject common =
        root.requiredObject("settings", "an object")
            .over(protocol.map(p -> texts(p.training())).orElse(Map.of()));
    RunSettings settings = SettingsKeys.read(common);
    List<Variant> variants = variants(root, settings);
    if (variants.stream().allMatch(v -> v.settings().network().edgeStream().isEmpty())) {
      SettingsKeys.requireStream(common, settings, NamedSettings.OF_STREAM_LOSSES);
    }
    Experiment experiment =
        new Experiment(
            name,
            data,
            cases,
            backbones,
            variants,
            seeds,
            Scoring.read(
                scoring
                    .orElse(root.empty("scoring"))
                    .over(protocol.map(p -> texts(p.evaluation())).orElse(Map.of()))));
    root.finish();
    return experiment;
  }

  private static Optional<Protocol> protocol(StrictObject root, Path folder) throws IOException {
    Optional<String> named = root.text("protocol");
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Protocol protocol = Protocol.open(place(root, named.get(), folder));
    // a slip of the pen in the protocol is refused as one in the experiment is
    ProtocolTraining.of(protocol);
    return Optional.of(protocol);
  }

  /** A built-in protocol's name, or the path of a file that is named as seen from a folder. */
  private static String place(StrictObject root, String named, Path folder)
      throws BadInputException {
    if (Protocol.BUILT_IN.contains(named)) {
      return named;
    }
    try {
      if (named.endsWith(".json")) {
        return folder.resolve(named).toString();
      }
    } catch (InvalidPathException e) {
      // No file can have this name, so that no protocol has it.
    }
    throw root.problem(
        "protocol",
        "is '" + named + "', which is no protocol",
        "Give " + String.join(", ", Protocol.BUILT_IN) + " or a .json file");
  }

  /** A protocol's settings by the names they have in an experiment. */
  private static Map<String, String> texts(Map<String, Protocol.Setting> settings) {
    return settings.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().replace('-', '_'), entry -> entry.getValue().value()));
  }

  private static List<Variant> variants(StrictObject root, RunSettings settings)
      throws BadInputException {
    List<StrictObject> objects = root.objects("variants", VARIANTS);
    List<String> names = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (StrictObject object : objects) {
      String name = object.requiredText("name", "a text");
      String slug = Variant.slug(name);
      if (slug.isEmpty()) {
        throw object.problem("name", "holds no letter or digit", "Name the variant");
      }
      if (!slugs.add(slug)) {
        throw object.problem(
            "name", "'" + name + "' cannot be told from that of another variant", "Change it");
      }
      names.add(name);
    }
    String baseline = root.text("baseline").orElse(names.get(0));
    if (!names.contains(baseline)) {
      throw unknown(root, "baseline", baseline, names);
    }
    List<Variant> variants = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      variants.add(variant(objects.get(i), names.get(i), settings, baseline, names));
    }
    requireOneStep(objects, variants);
    return variants;
  }

  private static BadInputException unknown(
      StrictObject keys, String key, String name, List<String> names) {
    return keys.problem(
        key, "is '" + name + "', which is no variant", "There are " + String.join(", ", names));
  }

  private static Variant variant(
      StrictObject keys, String name, RunSettings settings, String baseline, List<String> names)
      throws BadInputException {
    Optional<String> wider = keys.text("wider_than");
    Optional<String> against = keys.text("against");
    Optional<String> ensemble = keys.text("ensemble_of");
    for (String key : List.of("wider_than", "against", "ensemble_of")) {
      Optional<String> other = keys.text(key);
      if (other.isPresent() && (!names.contains(other.get()) || other.get().equals(name))) {
        throw unknown(keys, key, other.get(), names.stream().filter(n -> !n.equals(name)).toList());
      }
    }
    if (wider.isPresent() && keys.has("width")) {
      throw keys.problem("width", "is set beside wider_than", "Leave one of them out");
    }
    Optional<String> reference =
        against.isEmpty() && !name.equals(baseline) ? Optional.of(baseline) : against;
    boolean equalTime = keys.flag("equal_time").orElse(false);
    if (equalTime && (reference.isEmpty() || keys.has("epochs"))) {
      throw keys.problem(
          "equal_time",
          keys.has("epochs") ? "is set beside epochs" : "has nothing to be equal to",
          "Leave one of them out");
    }
    if (ensemble.isPresent()) {
      for (String key : keys.keys()) {
        if (!List.of("name", "against", "ensemble_of").contains(key)) {
          throw keys.problem(key, "is set beside ensemble_of", "Leave one of them out");
        }
      }
    }
    Variant variant =
        new Variant(
            name, SettingsKeys.override(keys, settings), wider, reference, ensemble, equalTime);
    keys.finish();
    return variant;
  }

  /** What depends on another variant depends on one that stands by itself. */
  private static void requireOneStep(List<StrictObject> objects, List<Variant> variants)
      throws BadInputException {
    for (int i = 0; i < variants.size(); i++) {
      Variant variant = variants.get(i);
      for (Variant other : variants) {
        boolean widens = isNamed(other, variant.widerThan());
        boolean takesTime = variant.equalTime() && isNamed(other, variant.against());
        boolean takesNetwork = widens || takesTime || isNamed(other, variant.ensembleOf());
        if (takesNetwork && other.ensembleOf().isPresent()) {
          throw objects
              .get(i)
              .problem(
                  "name", "depends on " + other.name() + ", which is an ensemble", "Change it");
        }
        if (widens && other.widerThan().isPresent()) {
          throw objects
              .get(i)
              .problem(
                  "wider_than", "names a variant that is itself wider_than another", "Change it");
        }
        if (takesTime && other.equalTime()) {
          throw objects
              .get(i)
              .problem("equal_time", "is compared with a variant of equal_time", "Change it");
        }
      }
    }
  }

  private static boolean isNamed(Variant variant, Optional<String> name) {
    return name.filter(variant.name()::equals).isPresent();
  }
}
