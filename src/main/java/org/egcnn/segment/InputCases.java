/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Datasets;
import org.egcnn.dataset.ImageFolder;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.VolumeIO;

/**
 * Finds the cases in what a user names as input: image files, folders of images, or dataset folders
 * of the Medical Segmentation Decathlon's, nnU-Net's, BraTS's or KiTS's layout. A case is one file,
 * or one file for each channel, numbered {@code _0000}, {@code _0001} and so on or, for BraTS,
 * named by its modality.
 */
public final class InputCases {
  /** Where a dataset folder keeps images, the cases without labels first. */
  private static final List<String> IMAGE_FOLDERS = List.of("imagesTs", "imagesTr", "images");

  private final VolumeIO io;
  private final int channels;

  /**
   * A finder for a model.
   *
   * @param io decides which files of a folder are images
   * @param channels the number of channels the model needs
   */
  public InputCases(VolumeIO io, int channels) {
    this.io = io;
    this.channels = channels;
  }

  /**
   * Finds the cases. Of a dataset folder only the first of {@code imagesTs}, {@code imagesTr} and
   * {@code images} that holds images is taken; of a BraTS or KiTS folder the cases without a mask
   * or, if there are none, all.
   *
   * @param inputs files and folders
   * @return the cases, those of one folder ordered by name
   * @throws BadInputException if an input does not exist, a folder holds no images, or two cases
   *     have the same name
   * @throws IOException if a folder cannot be listed
   */
  public List<Case> find(List<Path> inputs) throws IOException {
    List<Case> cases = new ArrayList<>();
    Map<Path, Set<Path>> filesByFolder = new LinkedHashMap<>();
    for (Path input : inputs) {
      Path path = input.toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        cases.addAll(casesIn(path));
      } else if (Files.exists(path)) {
        filesByFolder.computeIfAbsent(path.getParent(), f -> new LinkedHashSet<>()).add(path);
      } else {
        throw new BadInputException(input, "it does not exist", "Check the path");
      }
    }
    for (Map.Entry<Path, Set<Path>> entry : filesByFolder.entrySet()) {
      List<Case> named =
          ImageFolder.list(entry.getKey(), entry.getValue()::contains)
              .unlabelled(Set.of(), channels);
      requireAll(entry.getValue(), named);
      cases.addAll(named);
    }
    requireUniqueNames(cases);
    return cases;
  }

  private List<Case> casesIn(Path folder) throws IOException {
    Datasets challenges = Datasets.caseFolders();
    if (challenges.recognise(folder)) {
      Dataset dataset = challenges.openSilently(folder);
      return dataset.unlabelled().isEmpty()
          ? dataset.labelled().stream()
              .map(one -> new Case(one.name(), one.images(), Optional.empty()))
              .toList()
          : dataset.unlabelled();
    }
    List<Path> candidates = new ArrayList<>(List.of(folder));
    IMAGE_FOLDERS.forEach(name -> candidates.add(folder.resolve(name)));
    for (Path candidate : candidates) {
      if (Files.isDirectory(candidate)) {
        List<Case> cases = ImageFolder.list(candidate, io::canRead).unlabelled(Set.of(), channels);
        if (!cases.isEmpty()) {
          return cases;
        }
      }
    }
    throw new BadInputException(
        folder, "it holds no images", "Give a folder of images or an image file");
  }

  /** Files that are named are never left out without a word, as others of a folder are. */
  private static void requireAll(Set<Path> files, List<Case> cases) throws BadInputException {
    for (Path file : files) {
      if (cases.stream().noneMatch(one -> one.images().contains(file))) {
        throw new BadInputException(
            file,
            "is no image by itself: it is hidden, no regular file, or belongs to another (the voxels"
                + " of a header, the mask of numbered channels)",
            "Give the image's own file, such as the .hdr of an .img");
      }
    }
  }

  private static void requireUniqueNames(List<Case> cases) throws BadInputException {
    Map<String, Path> seen = new HashMap<>();
    for (Case one : cases) {
      Path file = one.images().get(0);
      Path other = seen.put(one.name(), file);
      if (other != null) {
        throw new BadInputException(
            file, "its case has the same name as " + other, "Segment the two separately");
      }
    }
  }
}
