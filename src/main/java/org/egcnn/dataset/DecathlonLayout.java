/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * The layout of the Medical Segmentation Decathlon and of nnU-Net: {@code dataset.json}, {@code
 * imagesTr}, {@code labelsTr} and, for images to be segmented, {@code imagesTs}. Cases are those
 * listed under {@code training} or, where there is no list (nnU-Net v2), those of {@code labelsTr}.
 * Images are 3D or 4D files, or one file for each channel ({@code case_0000.nii.gz}). Masks in a
 * {@code labelsTs} are left alone: they are for evaluating, and training must not see them.
 */
public final class DecathlonLayout implements DatasetLayout {
  private static final String IMAGES = "imagesTr";
  private static final String LABELS = "labelsTr";
  private static final String TEST_IMAGES = "imagesTs";

  /** Creates the layout. */
  public DecathlonLayout() {}

  @Override
  public String name() {
    return "Medical Segmentation Decathlon or nnU-Net";
  }

  @Override
  public String expects() {
    return "dataset.json with imagesTr/ and labelsTr/";
  }

  @Override
  public boolean recognises(Path folder) {
    return Files.isRegularFile(folder.resolve(DatasetDescription.FILE_NAME))
        && Files.isDirectory(folder.resolve(IMAGES));
  }

  @Override
  public Dataset open(Path folder, VolumeIO io, TaskListener listener) throws IOException {
    Path file = folder.resolve(DatasetDescription.FILE_NAME);
    DatasetDescription description = DatasetDescription.read(file);
    List<String> channels = description.channels().orElseThrow(() -> lacks(file, "channel_names"));
    Labels labels = description.labels().orElseThrow(() -> lacks(file, "labels"));
    Predicate<Path> accepted =
        description
            .fileEnding()
            .<Predicate<Path>>map(ending -> path -> path.toString().endsWith(ending))
            .orElse(io::canRead);
    List<Case> cases =
        description.training().isEmpty()
            ? found(folder, accepted, channels.size())
            : listed(folder, description, accepted);
    Path testFolder = folder.resolve(TEST_IMAGES);
    List<Case> unlabelled =
        Files.isDirectory(testFolder)
            ? ImageFolder.list(testFolder, accepted).unlabelled(Set.of(), channels.size())
            : List.of();
    return new Dataset(folder, description.name(), channels, labels, cases, unlabelled);
  }

  /** The cases under {@code training}. */
  private static List<Case> listed(
      Path folder, DatasetDescription description, Predicate<Path> accepted) throws IOException {
    ImageFolder images = ImageFolder.list(folder.resolve(IMAGES), accepted);
    int channels = description.channels().map(List::size).orElse(0);
    List<Case> cases = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Problems problems = new Problems();
    for (DatasetDescription.Entry entry : description.training()) {
      try {
        Path image = folder.resolve(entry.image()).normalize();
        Path label = folder.resolve(entry.label()).normalize();
        String name = VolumeIO.baseName(label);
        // nnU-Net v1 lists "case.nii.gz" where the files are "case_0000.nii.gz" and so on.
        List<Path> files =
            Files.isRegularFile(image)
                ? List.of(image)
                : images.imagesOf(VolumeIO.baseName(image), channels);
        if (files.isEmpty()) {
          problems.add(image + ": listed in dataset.json but missing");
        } else if (!Files.isRegularFile(label)) {
          problems.add(label + ": listed in dataset.json but missing");
        } else if (!names.add(name)) {
          problems.add(name + ": listed twice in dataset.json");
        } else {
          cases.add(new Case(name, files, Optional.of(label)));
        }
      } catch (BadInputException e) {
        problems.add(e.getMessage());
      } catch (InvalidPathException e) {
        problems.add(e.getInput() + ": listed in dataset.json but no file name");
      }
    }
    problems.throwIfAny(
        String.format(
            "%s: %d of %d listed cases cannot be used. Add the files or correct dataset.json",
            folder, problems.count(), description.training().size()));
    cases.sort(Comparator.comparing(Case::name));
    return cases;
  }

  /** The cases that have a mask in {@code labelsTr}. */
  private static List<Case> found(Path folder, Predicate<Path> accepted, int channels)
      throws IOException {
    Path labelFolder = folder.resolve(LABELS);
    if (!Files.isDirectory(labelFolder)) {
      throw new BadInputException(labelFolder, "there is no such folder", "Put the masks there");
    }
    ImageFolder images = ImageFolder.list(folder.resolve(IMAGES), accepted);
    Map<String, Path> masks = ImageFolder.list(labelFolder, accepted).files();
    if (masks.isEmpty()) {
      throw new BadInputException(
          labelFolder,
          "holds no masks",
          "Put one there for each image in imagesTr, or correct file_ending in dataset.json");
    }
    Problems problems = new Problems();
    List<Case> cases = images.labelled(masks, channels, "has no image in imagesTr", problems);
    images
        .unlabelled(masks.keySet(), channels)
        .forEach(c -> problems.add(c.images().get(0) + ": has no mask in labelsTr"));
    problems.throwIfAny(
        String.format(
            "%s: %d cases cannot be used. Each image in imagesTr needs a mask in labelsTr",
            folder, problems.count()));
    return cases;
  }

  private static BadInputException lacks(Path file, String key) {
    return new BadInputException(file, "has no '" + key + "'", "Add it");
  }
}
