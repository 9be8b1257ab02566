/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.CaseFingerprint;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.DatasetCheck;
import org.egcnn.dataset.Datasets;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.dataset.Plan;
import org.egcnn.dataset.Split;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Architecture;
import org.egcnn.model.Size;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingDesign;
import org.egcnn.volume.VolumeIO;

/**
 * What reading all cases of a dataset tells whoever sets up a training: the same fingerprint and
 * plan that the training itself begins with.
 *
 * @param dataset the dataset
 * @param fingerprint what was found in its cases
 * @param plan what the training would take from it
 * @param crops the crops to offer
 */
record TrainingFindings(Dataset dataset, Fingerprint fingerprint, Plan plan, List<String> crops) {

  /**
   * Reads the cases, unless the model's folder has a fingerprint that still holds.
   *
   * @param io reads the files as the training will
   * @param data the dataset's folder
   * @param model the model's folder, in which nothing is changed
   * @param choice which cases are read, and in which order
   * @param network the network, as far as it is known
   * @throws IOException if the data cannot be used
   * @throws CancelledException if the listener cancels
   */
  static TrainingFindings of(
      VolumeIO io,
      Path data,
      Path model,
      SplitChoice choice,
      NetworkChoice network,
      EngineOptions engine,
      TaskListener listener)
      throws IOException, CancelledException {
    Dataset dataset = Datasets.standard(io).open(data, listener);
    Split split = choice.of(dataset);
    List<Case> cases =
        dataset.select(
            Stream.concat(split.training().stream(), split.validation().stream()).toList());
    Optional<Fingerprint> kept =
        DatasetCheck.kept(dataset, cases, model.resolve(Fingerprint.FILE_NAME), listener);
    Fingerprint fingerprint =
        kept.isPresent() ? kept.get() : DatasetCheck.check(io, dataset, cases, listener);
    Architecture architecture = network.architecture(dataset.channels().size(), dataset.labels());
    Plan plan = TrainingDesign.plan(EngineLoader.load(), architecture, fingerprint, engine);
    return new TrainingFindings(
        dataset,
        fingerprint,
        plan,
        new CropChoices(architecture, engine).upTo(largest(fingerprint, plan)));
  }

  /** The largest sides of the volumes as the network sees them. */
  private static Size largest(Fingerprint fingerprint, Plan plan) {
    int[] largest = {1, 1, 1};
    for (CaseFingerprint one : fingerprint.cases()) {
      int[] sides = {one.size().width(), one.size().height(), one.size().depth()};
      for (int axis = 0; axis < 3; axis++) {
        double spacing = one.spacing().get(axis);
        int a = axis;
        double voxel = plan.preprocessing().spacing().map(s -> s.get(a)).orElse(spacing);
        largest[axis] = (int) Math.max(largest[axis], Math.round(sides[axis] * spacing / voxel));
      }
    }
    return new Size(largest[2], largest[1], largest[0]);
  }

  /** The findings in words, and the crops. */
  Advice advice() {
    List<String> shares = new ArrayList<>();
    for (int k = 0; k < fingerprint.classNames().size(); k++) {
      shares.add(
          String.format(
              Locale.ROOT,
              "%s %.2g %%",
              fingerprint.classNames().get(k),
              100 * fingerprint.classShares().get(k)));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format("%s: all %d cases can be read", dataset.name(), fingerprint.cases().size()));
    lines.add("Channels: " + String.join(", ", dataset.channels()));
    lines.add("Labels: " + String.join(", ", shares) + " of the voxels");
    lines.addAll(plan.reasons());
    return new Advice(String.join("\n", lines), Map.of("crop", crops));
  }
}
