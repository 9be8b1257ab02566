/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcnn.task.BadInputException;

/**
 * The image files of a BraTS download, grouped into cases by their names: {@code CASE_t1.nii.gz},
 * {@code CASE_t1ce.nii.gz}, {@code CASE_t2.nii.gz}, {@code CASE_flair.nii.gz} and {@code
 * CASE_seg.nii.gz}, in any case of letters, also as {@code .nii}.
 */
final class BratsFiles {
  /** From the folder to the files: archive, training or validation, grade, case. */
  private static final int DEPTH = 5;

  /** Names a case's mask that was published under the wrong name: case 355 of BraTS 2020. */
  private static final Pattern MISNAMED =
      Pattern.compile(".+_segm\\.nii(\\.gz)?", Pattern.CASE_INSENSITIVE);

  private static final Pattern IMAGE =
      Pattern.compile("[^.].*\\.nii(\\.gz)?", Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME =
      Pattern.compile("(.+)_(t1|t1ce|t2|flair|seg)\\.nii(\\.gz)?", Pattern.CASE_INSENSITIVE);

  /** What a file of a case holds. */
  enum Part {
    T1,
    T1CE,
    T2,
    FLAIR,
    SEG;

    /** The ending in a file's name. */
    String suffix() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The files of one case.
   *
   * @param folder where they are
   * @param files the file of each part that is there
   */
  record Group(Path folder, Map<Part, Path> files) {}

  private final Map<String, Group> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private BratsFiles() {}

  /**
   * Whether there are files named like a contrast-enhanced T1 or a FLAIR image and another of a
   * case: one kind alone is a folder of plain images, and so is one that holds images of other
   * names, whatever is in the folders within it.
   */
  static boolean isIn(Path folder) {
    try (Stream<Path> files = files(folder)) {
      if (holdsOthersOnly(folder)) {
        return false;
      }
      Set<Part> parts =
          files
              .map(BratsFiles::matcher)
              .filter(Matcher::matches)
              .map(BratsFiles::part)
              .filter(part -> part != Part.SEG)
              .collect(Collectors.toSet());
      return parts.size() > 1 && (parts.contains(Part.T1CE) || parts.contains(Part.FLAIR));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static boolean holdsOthersOnly(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> images =
          entries
              .filter(path -> IMAGE.matcher(path.getFileName().toString()).matches())
              .filter(Files::isRegularFile)
              .toList();
      return !images.isEmpty() && images.stream().noneMatch(path -> matcher(path).matches());
    }
  }

  /**
   * Lists a folder and the folders in it.
   *
   * @param accepted which files count as images
   * @param problems takes what is wrong with the names
   * @throws IOException if a folder cannot be listed
   */
  static BratsFiles list(Path folder, Predicate<Path> accepted, Problems problems)
      throws IOException {
    BratsFiles found = new BratsFiles();
    List<Path> paths;
    try (Stream<Path> files = files(folder)) {
      paths = files.filter(accepted).sorted().toList();
    } catch (UncheckedIOException e) {
      throw new BadInputException(
          folder, "cannot be listed (" + e.getCause() + ")", "Check its permissions", e);
    }
    Map<Path, List<Path>> misnamed = new HashMap<>();
    for (Path path : paths) {
      Matcher matcher = matcher(path);
      if (matcher.matches()) {
        found.add(matcher.group(1), part(matcher), path, problems);
      } else if (MISNAMED.matcher(path.getFileName().toString()).matches()) {
        misnamed.computeIfAbsent(path.getParent(), parent -> new ArrayList<>()).add(path);
      }
    }
    found.adopt(misnamed);
    return found;
  }

  private static Stream<Path> files(Path folder) throws IOException {
    return Files.find(
        folder,
        DEPTH,
        (path, attributes) ->
            attributes.isRegularFile() && !path.getFileName().toString().startsWith("."),
        FileVisitOption.FOLLOW_LINKS);
  }

  private static Matcher matcher(Path file) {
    return NAME.matcher(file.getFileName().toString());
  }

  private static Part part(Matcher matcher) {
    return Part.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
  }

  private void add(String name, Part part, Path path, Problems problems) {
    Group group = groups.computeIfAbsent(name, n -> new Group(path.getParent(), new TreeMap<>()));
    if (!group.folder().equals(path.getParent())) {
      problems.add(path + ": a case of the same name is in " + group.folder());
      return;
    }
    Path other = group.files().put(part, path);
    if (other != null) {
      problems.add(path + ": there is also " + other.getFileName() + "; keep one of the two");
    }
  }

  /** Takes a misnamed mask where it can belong to one case only. */
  private void adopt(Map<Path, List<Path>> misnamed) {
    for (Group group : groups.values()) {
      List<Path> candidates = misnamed.getOrDefault(group.folder(), List.of());
      boolean alone =
          groups.values().stream().filter(g -> g.folder().equals(group.folder())).count() == 1;
      if (alone && candidates.size() == 1) {
        group.files().putIfAbsent(Part.SEG, candidates.get(0));
      }
    }
  }

  /** Whether a mask is named otherwise than its case. */
  static boolean isMisnamed(Path mask) {
    return !matcher(mask).matches();
  }

  /** The cases by name. */
  Map<String, Group> groups() {
    return groups;
  }

  /**
   * The image files of a case in the order T1, T1ce, T2, FLAIR; empty if one is missing.
   *
   * @param problems takes what is missing
   */
  static Optional<List<Path>> images(String name, Group group, Problems problems) {
    List<Path> images = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Stream.of(Part.values())
        .filter(part -> part != Part.SEG)
        .sorted(Comparator.naturalOrder())
        .forEach(
            part -> {
              Path file = group.files().get(part);
              if (file == null) {
                missing.add(name + "_" + part.suffix() + ".nii.gz");
              } else {
                images.add(file);
              }
            });
    if (!missing.isEmpty()) {
      problems.add(
          "case " + name + " lacks " + String.join(", ", missing) + " in " + group.folder());
      return Optional.empty();
    }
    return Optional.of(images);
  }
}
