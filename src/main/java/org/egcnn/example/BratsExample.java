/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * Example data in the layout of BraTS 2019: a training folder with {@code HGG} and {@code LGG}, a
 * validation folder without masks, and those masks in {@code references}. Every fourth case is a
 * low-grade one, without enhancing tumour.
 */
final class BratsExample {
  static final String TRAINING = "MICCAI_BraTS_2019_Data_Training";
  static final String VALIDATION = "MICCAI_BraTS_2019_Data_Validation";
  private static final List<String> SUFFIXES = List.of("t1", "t1ce", "t2", "flair");

  private final Path folder;
  private final ExampleSettings settings;

  BratsExample(Path folder, ExampleSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  void write(boolean overwrite, TaskListener listener) throws IOException, CancelledException {
    int total = settings.cases() + settings.testCases();
    List<Path> files = new ArrayList<>(List.of(mapping()));
    for (int index = 0; index < total; index++) {
      for (String suffix : SUFFIXES) {
        files.add(modality(index, suffix));
      }
      files.add(mask(index));
    }
    new ExampleFolder(folder).prepare("brats2019", settings, files, overwrite);
    VolumeIO io = VolumeIO.standard();
    for (int index = 0; index < total; index++) {
      listener.checkCancelled();
      listener.progress(index, total, "Making example cases");
      BrainPhantom phantom = BrainPhantom.of(settings, index, isHighGrade(index));
      for (int m = 0; m < SUFFIXES.size(); m++) {
        io.write(phantom.modalities().get(m), modality(index, SUFFIXES.get(m)));
      }
      io.write(phantom.label(), mask(index));
    }
    AtomicOutput.write(mapping(), file -> Files.writeString(file, table(), StandardCharsets.UTF_8));
    listener.progress(total, total, "Making example cases");
  }

  private static boolean isHighGrade(int index) {
    return index % 4 != 1;
  }

  private boolean isTraining(int index) {
    return index < settings.cases();
  }

  private static String name(int index) {
    return String.format(Locale.ROOT, "BraTS19_Example_%03d_1", index + 1);
  }

  private Path caseFolder(int index) {
    return isTraining(index)
        ? folder.resolve(TRAINING).resolve(isHighGrade(index) ? "HGG" : "LGG").resolve(name(index))
        : folder.resolve(VALIDATION).resolve(name(index));
  }

  private Path modality(int index, String suffix) {
    return caseFolder(index).resolve(name(index) + "_" + suffix + ".nii.gz");
  }

  private Path mask(int index) {
    return isTraining(index)
        ? modality(index, "seg")
        : folder.resolve(ExampleLayout.REFERENCES).resolve(name(index) + ".nii.gz");
  }

  private Path mapping() {
    return folder.resolve(TRAINING).resolve("name_mapping.csv");
  }

  private String table() {
    StringBuilder text = new StringBuilder("Grade,BraTS_2019_subject_ID\n");
    for (int index = 0; index < settings.cases(); index++) {
      text.append(isHighGrade(index) ? "HGG," : "LGG,").append(name(index)).append('\n');
    }
    return text.toString();
  }
}
