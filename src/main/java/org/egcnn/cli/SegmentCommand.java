/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.egcnn.model.Json;
import org.egcnn.model.Size;
import org.egcnn.segment.Axis;
import org.egcnn.segment.CaseOutcome;
import org.egcnn.segment.CaseOutcome.Status;
import org.egcnn.segment.OutputKind;
import org.egcnn.segment.SegmentReport;
import org.egcnn.segment.SegmentSettings;
import org.egcnn.segment.SegmentationTask;
import org.egcnn.segment.Shard;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.Choice;
import org.egcnn.volume.VolumeIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code eg-cnn segment}. */
@Command(
    name = "segment",
    description = {
      "Segments volumes with a model. Results lie on each input's own grid; a case that fails does"
          + " not stop the others."
    })
final class SegmentCommand implements Callable<Integer> {
  private static final SegmentSettings STANDARD = SegmentSettings.standard();

  @ParentCommand private Main main;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FOLDER",
      description =
          "A model folder that a training has written, or a folder of several, whose predictions"
              + " are averaged, such as the folds of a cross-validation.")
  private Path model;

  @Option(
      names = "--in",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Image files, folders of images, or a dataset folder (its imagesTs). Channels in files"
              + " of their own end in _0000, _0001 and so on.")
  private List<Path> inputs;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the results go, named like the cases.")
  private Path out;

  @Option(
      names = "--outputs",
      split = ",",
      defaultValue = "labels",
      paramLabel = "KIND",
      description = "What is written: labels, probabilities, edges, gates, separated by commas.")
  private Set<OutputKind> outputs;

  @Option(
      names = "--window",
      paramLabel = "DxHxW",
      description = "Size of the windows along z, y, x. By default the model's crop.")
  private Size window;

  @Option(
      names = "--overlap",
      paramLabel = "SHARE",
      description = "Share of a side that neighbouring windows share, 0 to below 1.")
  private double overlap = STANDARD.overlap();

  @Option(
      names = "--mirror",
      paramLabel = "AXES",
      defaultValue = "none",
      converter = AxesConverter.class,
      description = "Average over mirrored copies along these axes; each doubles the time.")
  private Set<Axis> mirror;

  @Option(names = "--batch", paramLabel = "N", description = "Windows computed at once.")
  private int batch = STANDARD.batch();

  @Option(
      names = "--skip-empty",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Take windows of nothing but 0 for background where the model allows it.")
  private boolean skipEmpty;

  @Option(
      names = "--largest-component",
      description =
          "Keep only the largest connected part of each class or region; for organs of which there"
              + " is one.")
  private boolean largestComponent;

  @Option(
      names = "--ending",
      paramLabel = "ENDING",
      description = "File ending of the results, such as .nii.gz. By default that of the input.")
  private String ending;

  @Option(names = "--overwrite", description = "Replace results that exist; else they are skipped.")
  private boolean overwrite;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = ShardConverter.class,
      description =
          "Segment only part I of N, counted from 0: 0/4, 1/4, 2/4, 3/4 are four processes' parts. A"
              + " case's name decides its part. The course is kept in manifest/ of --out; see"
              + " 'eg-cnn info --segmented'.")
  private Shard shard;

  @Option(names = "--json", description = "Print what became of each case as JSON.")
  private boolean json;

  @Mixin private EngineArguments engine;

  /** A case in the JSON result. */
  private record CaseResult(String name, String status, List<String> files, String reason) {}

  /** The JSON result. */
  private record Result(int done, int skipped, int failed, List<CaseResult> cases) {}

  @Override
  public Integer call() throws IOException, CancelledException {
    Session session = main.session();
    SegmentationTask task = task();
    SegmentReport report;
    try (ConsoleListener listener = session.listener()) {
      report = task.run(VolumeIO.standard(), listener);
    }
    session.out().println(json ? Json.toText(result(report)) : report + ", in " + out);
    List<CaseOutcome> failed = report.with(Status.FAILED);
    if (failed.isEmpty()) {
      return ExitCode.SUCCESS;
    }
    return failed.stream().allMatch(CaseOutcome::inputAtFault)
        ? ExitCode.BAD_INPUT
        : ExitCode.FAILURE;
  }

  private SegmentationTask task() throws BadInputException {
    SegmentSettings settings =
        ValidSetting.of(
            () ->
                new SegmentSettings(
                    Optional.ofNullable(window),
                    overlap,
                    batch,
                    mirror,
                    skipEmpty,
                    largestComponent,
                    outputs));
    return new SegmentationTask(
        model,
        inputs,
        out,
        settings,
        Optional.ofNullable(ending),
        overwrite,
        Optional.ofNullable(shard),
        engine.options());
  }

  private static Result result(SegmentReport report) {
    return new Result(
        report.with(Status.DONE).size(),
        report.with(Status.SKIPPED).size(),
        report.with(Status.FAILED).size(),
        report.cases().stream()
            .map(
                c ->
                    new CaseResult(
                        c.name(),
                        Choice.name(c.status()),
                        c.files().stream().map(Path::toString).toList(),
                        c.reason()))
            .toList());
  }
}
