/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Split;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/** Works out what an experiment means for a dataset: widths, cases and epochs of each run. */
final class RunPlanner {
  /** The folder of the runs. */
  static final String RUNS = "runs";

  private final Experiment experiment;
  private final Dataset dataset;
  private final Path out;
  private final NetworkSizes sizes;
  private final StepTimes times;
  private final Set<String> told = new HashSet<>();

  /**
   * A planner.
   *
   * @param out the experiment's folder
   * @param times measures networks where a variant is to take the time of another
   */
  RunPlanner(
      Experiment experiment, Dataset dataset, Path out, NetworkSizes sizes, StepTimes times) {
    this.experiment = experiment;
    this.dataset = dataset;
    this.out = out;
    this.sizes = sizes;
    this.times = times;
  }

  /**
   * All runs in their order.
   *
   * @throws BadInputException if the experiment does not suit the dataset
   */
  List<PlannedRun> plan(TaskListener listener) throws IOException, CancelledException {
    experiment.scoring().requireFor(dataset.labels());
    List<Split> splits = experiment.cases().of(dataset);
    List<PlannedRun> runs = new ArrayList<>();
    for (RunKey key : experiment.runs()) {
      listener.checkCancelled();
      int number = runs.size() + 1;
      runs.add(
          key.seed().isPresent()
              ? plan(number, key, key.seed().get(), splits.get(key.fold()), listener)
              : together(number, key, runs));
    }
    return List.copyOf(runs);
  }

  private PlannedRun together(int number, RunKey key, List<PlannedRun> runs) {
    String variant = experiment.variant(key.variant()).ensembleOf().orElseThrow();
    List<PlannedRun> members =
        runs.stream()
            .filter(
                run ->
                    run.key().backbone() == key.backbone()
                        && run.key().fold() == key.fold()
                        && run.key().variant().equals(variant))
            .toList();
    return PlannedRun.together(number, key, members, folder(key));
  }

  private Path folder(RunKey key) {
    return out.resolve(RUNS).resolve(key.name());
  }

  private PlannedRun plan(int number, RunKey key, long seed, Split split, TaskListener listener)
      throws IOException, CancelledException {
    Variant variant = experiment.variant(key.variant());
    RunSettings settings = variant.settings();
    Architecture architecture = architecture(key.backbone(), variant);
    if (!settings
        .training()
        .crop()
        .roundUp(architecture.step())
        .equals(settings.training().crop())) {
      throw new BadInputException(
          "Variant "
              + variant.name()
              + ": each side of crop "
              + settings.training().crop()
              + " must be a multiple of "
              + architecture.step()
              + ". Try "
              + settings.training().crop().roundUp(architecture.step()));
    }
    if (variant.equalTime()) {
      settings = settings.withEpochs(epochs(key, variant, split, listener));
    }
    NetworkSizes.NetworkSize size =
        sizes.of(architecture, settings.training().batch(), settings.training().crop());
    Split cases = CaseChoice.subset(split, settings.trainingCases(), seed);
    return new PlannedRun(
        number,
        key,
        architecture,
        settings.losses(),
        settings.preprocessing(),
        settings.training().toBuilder(settings.training().crop()).seed(seed).build(),
        settings.precision(),
        cases,
        fileLengths(cases),
        experiment.scoring(),
        size.parameters(),
        size.bytes(),
        folder(key),
        List.of());
  }

  private Architecture architecture(Backbone backbone, Variant variant) throws BadInputException {
    Architecture own = architecture(backbone, variant.settings());
    if (variant.widerThan().isEmpty()) {
      return own;
    }
    RunSettings matched = experiment.variant(variant.widerThan().get()).settings();
    int batch = variant.settings().training().batch();
    long parameters =
        sizes
            .of(architecture(backbone, matched), batch, variant.settings().training().crop())
            .parameters();
    try {
      return sizes.widened(own, parameters, batch, variant.settings().training().crop());
    } catch (IllegalArgumentException e) {
      throw new BadInputException("Variant " + variant.name() + ": " + e.getMessage(), e);
    }
  }

  private Architecture architecture(Backbone backbone, RunSettings settings)
      throws BadInputException {
    try {
      return settings
          .network(backbone, settings.network().width())
          .architecture(dataset.channels().size(), dataset.labels());
    } catch (IllegalArgumentException e) {
      throw new BadInputException("The network cannot be built: " + e.getMessage(), e);
    }
  }

  /**
   * As many epochs as take the time of the variant it is compared with, at least one; as many as
   * another seed or fold has, if one was begun, for times differ from one measurement to the next.
   */
  private int epochs(RunKey key, Variant variant, Split split, TaskListener listener)
      throws IOException, CancelledException {
    for (RunKey like : experiment.runs()) {
      if (like.backbone() == key.backbone() && like.variant().equals(key.variant())) {
        Optional<Integer> begun = new RunFolder(folder(like)).epochs();
        if (begun.isPresent()) {
          return begun.get();
        }
      }
    }
    Backbone backbone = key.backbone();
    Variant other = experiment.variant(variant.against().orElseThrow());
    double own = secondsPerEpoch(backbone, variant, split, listener);
    double wanted = secondsPerEpoch(backbone, other, split, listener);
    int epochs = other.settings().training().epochs();
    int equal = (int) Math.max(1, Math.round(epochs * wanted / own));
    String message =
        String.format(
            Locale.ROOT,
            "%s, %s: %d epochs of %.1f s take the time of %s's %d of %.1f s",
            backbone,
            variant.name(),
            equal,
            own,
            other.name(),
            epochs,
            wanted);
    if (told.add(message)) {
      listener.info(message);
    }
    return equal;
  }

  private double secondsPerEpoch(
      Backbone backbone, Variant variant, Split split, TaskListener listener)
      throws IOException, CancelledException {
    RunSettings settings = variant.settings();
    int all = split.training().size();
    int cases = settings.trainingCases() > 0 ? settings.trainingCases() : all;
    double step =
        times.of(
            architecture(backbone, variant),
            settings.losses(),
            settings.training(),
            settings.precision(),
            listener);
    return step * settings.training().steps(cases);
  }

  private Map<String, List<Long>> fileLengths(Split split) throws IOException {
    List<String> names =
        Stream.concat(split.training().stream(), split.validation().stream()).toList();
    Map<String, List<Long>> lengths = new TreeMap<>();
    for (Case one : dataset.select(names)) {
      List<Long> files = new ArrayList<>();
      for (Path file : one.files()) {
        // a missing file is complained of when the case is read
        files.add(Files.exists(file) ? Files.size(file) : -1);
      }
      lengths.put(one.name(), files);
    }
    return lengths;
  }
}
