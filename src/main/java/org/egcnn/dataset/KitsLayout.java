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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * The KiTS 2019 challenge as downloaded: folders {@code case_00000}, {@code case_00001} and so on,
 * each with {@code imaging.nii.gz} and, for training, {@code segmentation.nii.gz}; in the given
 * folder or in {@code data} within it, as in the challenge's repository. Later years use the same
 * names. Cases without a mask are unlabelled. The challenge keeps the images apart from the masks,
 * so a case with a mask alone is a complaint of its own.
 *
 * <p>The one channel is CT in Hounsfield units; classes are 1 kidney and 2 tumour.
 */
public final class KitsLayout implements DatasetLayout {
  private static final Pattern CASE = Pattern.compile("case_\\d{1,9}", Pattern.CASE_INSENSITIVE);
  private static final String IMAGE = "imaging";
  private static final String MASK = "segmentation";
  private static final List<String> ENDINGS = List.of(".nii.gz", ".nii");

  /** Kidney and tumour, which exclude each other. */
  public static final Labels LABELS =
      new Labels(true, List.of(new LabelClass("kidney", 1), new LabelClass("tumour", 2)));

  /** Creates the layout. */
  public KitsLayout() {}

  @Override
  public String name() {
    return "KiTS";
  }

  @Override
  public String expects() {
    return "case_00000/ with imaging.nii.gz and segmentation.nii.gz";
  }

  @Override
  public boolean recognises(Path folder) {
    try {
      return !caseFolders(folder).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Dataset open(Path folder, VolumeIO io, TaskListener listener) throws IOException {
    List<Case> labelled = new ArrayList<>();
    List<Case> unlabelled = new ArrayList<>();
    Problems problems = new Problems();
    List<Path> folders = caseFolders(folder);
    for (Path one : folders) {
      Optional<Path> image = file(one, IMAGE, io::canRead);
      Optional<Path> mask = file(one, MASK, io::canRead);
      if (image.isPresent()) {
        Case found = new Case(one.getFileName().toString(), List.of(image.get()), mask);
        (mask.isPresent() ? labelled : unlabelled).add(found);
      } else {
        problems.add(
            one
                + (mask.isPresent()
                    ? ": holds a mask but no imaging.nii.gz"
                    : ": holds neither imaging.nii.gz nor segmentation.nii.gz"));
      }
    }
    problems.throwIfAny(
        String.format(
            "%s: %d of %d cases have no image. KiTS keeps the images apart from the masks:"
                + " download them with the script that comes with the masks, such as"
                + " starter_code/get_imaging.py for 2019, or remove these cases",
            folder, problems.count(), folders.size()));
    return new Dataset(folder, "KiTS", List.of("CT"), LABELS, labelled, unlabelled);
  }

  private static List<Path> caseFolders(Path folder) throws IOException {
    for (Path place : List.of(folder, folder.resolve("data"))) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> entries = Files.list(place)) {
          List<Path> cases =
              entries
                  .filter(path -> CASE.matcher(path.getFileName().toString()).matches())
                  .filter(Files::isDirectory)
                  .sorted()
                  .toList();
          if (cases.stream().anyMatch(KitsLayout::isCase)) {
            return cases;
          }
        }
      }
    }
    return List.of();
  }

  private static boolean isCase(Path folder) {
    return Stream.of(IMAGE, MASK)
        .anyMatch(name -> file(folder, name, Files::isRegularFile).isPresent());
  }

  private static Optional<Path> file(Path folder, String name, Predicate<Path> accepted) {
    return ENDINGS.stream().map(e -> folder.resolve(name + e)).filter(accepted).findFirst();
  }
}
