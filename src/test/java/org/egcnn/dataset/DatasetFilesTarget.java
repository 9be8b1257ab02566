/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.fuzz.FuzzTarget;
import org.egcnn.model.Json;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.model.Size;
import org.egcnn.volume.VolumeIO;

/** A dataset's JSON: 0 dataset.json in a folder with one case; 1 a split; 2 a kept fingerprint. */
public final class DatasetFilesTarget implements FuzzTarget {
  private static final int FORMS = 3;
  private static final Dataset DATASET =
      new Dataset(
          Path.of("data"),
          "d",
          List.of("CT"),
          new Labels(true, List.of(new LabelClass("kidney", 1))),
          List.of(labelled("a"), labelled("b"), labelled("c")),
          List.of());

  private static Case labelled(String name) {
    return new Case(name, List.of(Path.of(name)), Optional.of(Path.of(name)));
  }

  @Override
  public String name() {
    return "dataset";
  }

  @Override
  public List<byte[]> seeds(Path scratch) {
    return List.of(
        FuzzTarget.input(
            0,
            """
            {"name": "Kidneys", "channel_names": {"0": "CT"}, "file_ending": ".nii",
             "labels": {"background": 0, "whole": [1, 2], "core": 2}, "regions_class_order": [1, 2],
             "training": [{"image": "./imagesTr/a.nii", "label": "./labelsTr/a.nii"}]}
            """),
        FuzzTarget.input(
            0, "{\"modality\": [\"CT\"], \"labels\": {\"0\": \"background\", \"1\": \"kidney\"}}"),
        FuzzTarget.input(1, "{\"train\": [\"a\", \"b\"], \"val\": [\"c\"]}"),
        FuzzTarget.input(
            1, "[{\"train\": [\"a\"], \"val\": []}, {\"train\": [\"b\"], \"val\": []}]"),
        FuzzTarget.input(2, Json.toText(fingerprint())));
  }

  private static Fingerprint fingerprint() {
    IntensityStatistics some = new IntensityStatistics(8, -1, 1, 0, 0.5);
    return new Fingerprint(
        "abc",
        List.of(
            new CaseFingerprint(
                "a",
                "RAS",
                new Size(2, 2, 2),
                List.of(1.0, 1.0, 1.0),
                List.of(new CaseFingerprint.Channel(some, some, some)),
                List.of(3L))),
        List.of(new ChannelFingerprint("CT", some, some, some, 0.1, -1, 0, 1)),
        List.of("kidney"),
        List.of(0.4));
  }

  @Override
  public Reading place(byte[] input, Path folder) throws IOException {
    byte[] content = FuzzTarget.content(input);
    switch (FuzzTarget.form(input, FORMS)) {
      case 0 -> {
        for (String each : List.of("imagesTr", "labelsTr")) {
          Path file = Files.createDirectories(folder.resolve(each)).resolve("a.nii");
          if (!Files.exists(file)) {
            Files.createFile(file);
          }
        }
        Files.write(folder.resolve(DatasetDescription.FILE_NAME), content);
        Datasets datasets = new Datasets(List.of(new DecathlonLayout()), VolumeIO.standard());
        return new Reading(folder.toString(), () -> datasets.openSilently(folder));
      }
      case 1 -> {
        Path file = Files.write(folder.resolve("split.json"), content);
        return new Reading(file.toString(), () -> Split.read(file, DATASET, 0));
      }
      default -> {
        Path file = Files.write(folder.resolve("fingerprint.json"), content);
        return new Reading(
            file.toString(),
            () -> {
              Fingerprint read = Fingerprint.read(file);
              read.channels().forEach(c -> c.foreground().mean());
              read.cases().forEach(c -> c.size().voxels());
            });
      }
    }
  }
}
