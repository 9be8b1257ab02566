/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.egcnn.evaluate.EmptyPolicy;
import org.egcnn.evaluate.Evaluation;
import org.egcnn.evaluate.EvaluationFolder;
import org.egcnn.evaluate.EvaluationSettings;
import org.egcnn.evaluate.EvaluationTask;
import org.egcnn.evaluate.ReferenceFolder;
import org.egcnn.evaluate.ScoreTable;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.volume.VolumeIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code eg-cnn evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Compares predicted masks with reference masks: Dice, Jaccard, sensitivity, precision,"
          + " surface distances and volumes of each case and class. Writes summary.json, cases.csv,"
          + " report.html and a figure of each case."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final EvaluationSettings STANDARD = EvaluationSettings.standard();

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(
      names = "--pred",
      required = true,
      paramLabel = "FOLDER",
      description = "The predicted masks, named like the references.")
  private Path predictions;

  @Option(
      names = "--ref",
      required = true,
      paramLabel = "FOLDER",
      description = "The reference masks: a folder of them, or a dataset folder.")
  private Path references;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the results go.")
  private Path out;

  @Option(
      names = "--tolerance",
      paramLabel = "MM",
      description = "Tolerance of the normalised surface Dice.")
  private double tolerance = STANDARD.toleranceMm();

  @Option(
      names = "--empty-policy",
      paramLabel = "NAME",
      defaultValue = "nnunet",
      description = "What an empty mask is worth: brats, monai or nnunet.")
  private EmptyPolicy policy;

  @Option(
      names = "--regions",
      split = ",",
      paramLabel = "REGION",
      description =
          "Judge by these regions instead of the references' classes: NAME=VALUES separated by"
              + " commas, values joined by +, such as Kidneys=1+2,Tumor=2.")
  private List<LabelClass> regions;

  @Option(
      names = "--mean-name",
      paramLabel = "NAME",
      description = "What results call the mean over the classes or regions.")
  private String meanName = STANDARD.meanName();

  @Mixin private ProtocolOption protocol;

  @Option(
      names = "--allow-missing",
      description = "Leave out references without a prediction instead of refusing.")
  private boolean allowMissing;

  @Option(names = "--overwrite", description = "Write into a folder that is not empty.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print the content of summary.json.")
  private boolean json;

  @Option(names = "--threads", paramLabel = "N", description = "Processor threads; 0 for all.")
  private int threads;

  @Mixin private FigureArguments figures;

  @Override
  public Integer call() throws IOException, CancelledException {
    Session session = main.session();
    VolumeIO io = VolumeIO.standard();
    EvaluationSettings settings = settings();
    figures.requireUse(spec.commandLine().getParseResult());
    Evaluation evaluation;
    try (ConsoleListener listener = session.listener()) {
      protocol.report(spec.commandLine().getParseResult(), listener);
      ReferenceFolder judged = ReferenceFolder.open(references, io, listener);
      Optional<Labels> labels =
          regions == null
              ? judged.labels()
              : Optional.of(ValidSetting.of(() -> new Labels(false, regions)));
      evaluation =
          new EvaluationTask(
                  judged.references(), predictions, labels, out, settings, figures.settings())
              .run(io, listener);
    }
    Path summary = out.resolve(EvaluationFolder.SUMMARY);
    if (json) {
      session.out().print(Files.readString(summary));
      return ExitCode.SUCCESS;
    }
    session.out().print(ScoreTable.of(evaluation));
    session.out().println("Summary: " + summary);
    session.out().println("Report: " + out.resolve(EvaluationFolder.REPORT));
    if (figures.wanted()) {
      session.out().println("Figures: " + out.resolve(EvaluationFolder.FIGURES));
    }
    return ExitCode.SUCCESS;
  }

  private EvaluationSettings settings() throws BadInputException {
    return ValidSetting.of(
        () ->
            new EvaluationSettings(
                policy,
                tolerance,
                allowMissing,
                figures.wanted(),
                overwrite,
                threads == 0 ? STANDARD.threads() : threads,
                meanName));
  }
}
