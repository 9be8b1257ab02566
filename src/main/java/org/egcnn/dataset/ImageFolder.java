/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.VolumeIO;

/**
 * The image files of one folder, grouped into cases. A case is one file, or, as in nnU-Net, one
 * file for each channel: {@code case_0000.nii.gz}, {@code case_0001.nii.gz}. As {@code
 * img_0001.tif} may just as well be a case of its own, the number counts as a channel only if a
 * mask bears the name without the number and none the name with it or, where there are no masks, if
 * the numbers run from 0000 to the dataset's last channel.
 */
public final class ImageFolder {
  private static final Pattern CHANNEL = Pattern.compile("(.+)_(\\d{4})");

  private final Path folder;
  private final Map<String, Path> files;
  private final Map<String, TreeMap<Integer, Path>> numbered = new TreeMap<>();

  private ImageFolder(Path folder, Map<String, Path> files) {
    this.folder = folder;
    this.files = files;
    files.forEach(
        (name, file) -> {
          Matcher matcher = CHANNEL.matcher(name);
          if (matcher.matches()) {
            numbered
                .computeIfAbsent(matcher.group(1), stem -> new TreeMap<>())
                .put(Integer.valueOf(matcher.group(2)), file);
          }
        });
  }

  /**
   * Lists a folder. Hidden files and files that are no images are left out.
   *
   * @param accepted which files count as images
   * @throws BadInputException if two files have the same base name
   */
  public static ImageFolder list(Path folder, Predicate<Path> accepted) throws IOException {
    List<Path> paths;
    try (Stream<Path> stream = Files.list(folder)) {
      paths =
          stream
              .filter(p -> !p.getFileName().toString().startsWith("."))
              .filter(Files::isRegularFile)
              .filter(accepted)
              .sorted()
              .filter(p -> !VolumeIO.isPartOfAnother(p))
              .toList();
    }
    Map<String, Path> files = new TreeMap<>();
    for (Path path : paths) {
      Path other = files.put(VolumeIO.baseName(path), path);
      if (other != null) {
        throw new BadInputException(
            path, "has the same base name as " + other.getFileName(), "Keep one of the two");
      }
    }
    return new ImageFolder(folder, files);
  }

  /** The files by base name, ordered by name. */
  public Map<String, Path> files() {
    return files;
  }

  /**
   * The image files of the case a mask belongs to, in channel order; empty if there are none.
   *
   * @param maskName the mask's base name
   * @param channels the number of channels of the dataset, or 0 if it is not known yet
   * @throws BadInputException if a channel number is missing
   */
  List<Path> imagesOf(String maskName, int channels) throws BadInputException {
    if (files.containsKey(maskName)) {
      return List.of(files.get(maskName));
    }
    TreeMap<Integer, Path> numbers = numbered.get(maskName);
    if (numbers == null) {
      return List.of();
    }
    for (int c = 0; c < Math.max(numbers.lastKey() + 1, channels); c++) {
      if (!numbers.containsKey(c)) {
        throw new BadInputException(
            folder,
            String.format("case %s lacks its channel %04d", maskName, c),
            "Add the missing file");
      }
    }
    return List.copyOf(numbers.values());
  }

  /**
   * The cases of the files that belong to no mask. A file named like a case whose channels are all
   * there is none: a mask of it was written beside them.
   *
   * @param maskNames the base names of the masks
   * @param channels the number of channels of the dataset
   */
  public List<Case> unlabelled(Set<String> maskNames, int channels) {
    Map<String, List<Path>> cases = new TreeMap<>();
    files.forEach(
        (name, file) -> {
          Matcher matcher = CHANNEL.matcher(name);
          boolean isNumbered = matcher.matches();
          if (maskNames.contains(name) || isNumbered && maskNames.contains(matcher.group(1))) {
            return;
          }
          if (isNumbered && isComplete(numbered.get(matcher.group(1)), channels)) {
            cases.computeIfAbsent(matcher.group(1), stem -> new ArrayList<>()).add(file);
          } else if (!isComplete(numbered.get(name), channels)) {
            cases.put(name, List.of(file));
          }
        });
    return cases.entrySet().stream()
        .map(entry -> new Case(entry.getKey(), entry.getValue(), Optional.empty()))
        .toList();
  }

  private static boolean isComplete(TreeMap<Integer, Path> numbers, int channels) {
    return numbers != null
        && numbers.size() == channels
        && numbers.firstKey() == 0
        && numbers.lastKey() == channels - 1;
  }

  /**
   * The cases of masks, each with its images.
   *
   * @param masks the masks by case name
   * @param missing said of a mask without an image
   * @param problems takes what is wrong with a case, which is then left out
   */
  List<Case> labelled(Map<String, Path> masks, int channels, String missing, Problems problems) {
    List<Case> cases = new ArrayList<>();
    masks.forEach(
        (name, mask) -> {
          try {
            List<Path> images = imagesOf(name, channels);
            if (images.isEmpty()) {
              problems.add(mask + ": " + missing);
            } else {
              cases.add(new Case(name, images, Optional.of(mask)));
            }
          } catch (BadInputException e) {
            problems.add(e.getMessage());
          }
        });
    return cases;
  }
}
