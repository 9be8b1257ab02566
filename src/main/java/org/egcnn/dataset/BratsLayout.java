/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * The BraTS challenges from 2017 to 2021 as downloaded: a folder for each case with its four
 * modalities and, for training, its mask. The case folders may lie in {@code HGG} and {@code LGG},
 * as up to 2019, or side by side, and those in an archive's folder; or all files in one folder.
 * Cases without a mask, as in the challenges' validation data, are unlabelled. Tables beside them,
 * such as {@code name_mapping.csv}, are left alone.
 *
 * <p>Channels are T1, T1c, T2 and FLAIR, in this order. Classes are the three regions that the
 * challenge judges: whole tumour {1, 2, 4}, tumour core {1, 4} and enhancing tumour {4}; a
 * predicted mask is put together from them with the challenge's values 2 (oedema), 1 (necrotic and
 * non-enhancing core) and 4 (enhancing tumour).
 */
public final class BratsLayout implements DatasetLayout {
  /** The modalities in their order. */
  public static final List<String> CHANNELS = List.of("T1", "T1c", "T2", "FLAIR");

  /** The regions, each inside the one before. */
  public static final Labels LABELS =
      new Labels(
          false,
          List.of(
              new LabelClass("WT", List.of(1, 2, 4), 2),
              new LabelClass("TC", List.of(1, 4), 1),
              new LabelClass("ET", List.of(4), 4)));

  /** Creates the layout. */
  public BratsLayout() {}

  @Override
  public String name() {
    return "BraTS";
  }

  @Override
  public String expects() {
    return "CASE_t1, CASE_t1ce, CASE_t2, CASE_flair and CASE_seg.nii.gz, perhaps in HGG/ and LGG/";
  }

  @Override
  public boolean recognises(Path folder) {
    return BratsFiles.isIn(folder);
  }

  @Override
  public Dataset open(Path folder, VolumeIO io, TaskListener listener) throws IOException {
    Problems problems = new Problems();
    BratsFiles files = BratsFiles.list(folder, io::canRead, problems);
    List<Case> labelled = new ArrayList<>();
    List<Case> unlabelled = new ArrayList<>();
    files
        .groups()
        .forEach(
            (name, group) ->
                BratsFiles.images(name, group, problems)
                    .ifPresent(
                        images -> {
                          Optional<Path> mask =
                              Optional.ofNullable(group.files().get(BratsFiles.Part.SEG));
                          mask.filter(BratsFiles::isMisnamed)
                              .ifPresent(
                                  m -> listener.info(m + " is taken for the mask of case " + name));
                          (mask.isPresent() ? labelled : unlabelled)
                              .add(new Case(name, images, mask));
                        }));
    problems.throwIfAny(
        String.format(
            "%s: %d files or cases cannot be used. Each case needs t1, t1ce, t2 and flair, once:"
                + " copy the missing files or unpack the archive again",
            folder, problems.count()));
    if (labelled.isEmpty() && unlabelled.isEmpty()) {
      throw new BadInputException(folder, "holds no case", "Unpack the archive again");
    }
    return new Dataset(folder, "BraTS", CHANNELS, LABELS, labelled, unlabelled);
  }
}
