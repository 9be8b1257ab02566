/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.egcnn.evaluate.EmptyPolicy;
import org.egcnn.evaluate.Evaluation;
import org.egcnn.evaluate.EvaluationFolder;
import org.egcnn.evaluate.EvaluationSettings;
import org.egcnn.evaluate.EvaluationTask;
import org.egcnn.evaluate.ReferenceFolder;
import org.egcnn.evaluate.ScoreTable;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.train.Protocol;
import org.egcnn.volume.VolumeIO;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.platform.PlatformService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares predicted masks with reference masks. */
@Plugin(type = Command.class, menuPath = "Plugins>EG-CNN>EG-CNN Evaluate...", headless = true)
public class EvaluateCommand extends TaskCommand implements Following {
  private static final EvaluationSettings STANDARD = EvaluationSettings.standard();

  @Parameter(
      label = "Predicted masks",
      description = "A folder of masks, named like the references.",
      style = "directory",
      persist = false)
  private File pred;

  @Parameter(
      label = "Reference masks",
      description = "A folder of true masks, or a dataset folder.",
      style = "directory",
      persist = false)
  private File ref;

  @Parameter(
      label = "Folder for results",
      description = "Gets summary.json, cases.csv, report.html and figures.",
      style = "directory",
      persist = false)
  private File out;

  @Parameter(
      label = "Empty masks count as in",
      description = "What a class is worth that is empty in the prediction or the reference.",
      choices = {"nnunet", "brats", "monai"},
      persist = false)
  private String empty_policy = STANDARD.policy().name().toLowerCase(Locale.ROOT);

  @Parameter(
      label = "Tolerance of surface Dice (mm)",
      description = "Surfaces nearer than this count as the same.",
      min = "0",
      persist = false)
  private double tolerance = STANDARD.toleranceMm();

  @Parameter(
      label = "Protocol",
      description =
          "brats2019, kits2019 or a .json file: decides regions, empty masks and tolerance where they"
              + " are left as they are. Empty for none.",
      required = false,
      persist = false)
  private String protocol = "";

  @Parameter(
      label = "Regions",
      description =
          "Judges by these instead of the references' classes, such as Kidneys=1+2,Tumor=2. Empty"
              + " for the classes.",
      required = false,
      persist = false)
  private String regions = "";

  @Parameter(
      label = "Leave out missing predictions",
      description = "References without a prediction are left out instead of refused.",
      persist = false)
  private boolean allow_missing;

  @Parameter(
      label = "Draw and show figures",
      description = "Draws each case with both outlines on its worst slices.",
      persist = false)
  private boolean figures = true;

  @Parameter(
      label = "Open the report",
      description = "Opens report.html in the browser, unless nobody is watching.",
      persist = false)
  private boolean open_report;

  @Parameter(
      label = "Allow a folder that is not empty",
      description = "Old results in it are replaced.",
      persist = false)
  private boolean overwrite;

  @Parameter private PlatformService platforms;

  @Parameter(type = ItemIO.OUTPUT, label = "Scores")
  private ResultsTable scores;

  @Override
  protected void execute(TaskListener listener) throws IOException, CancelledException {
    VolumeIO io = VolumeIO.withContext(context());
    ReferenceFolder judged = ReferenceFolder.open(ref.toPath(), io, listener);
    Optional<Labels> labels = regions.isBlank() ? judged.labels() : Optional.of(regions());
    EvaluationSettings settings =
        new EvaluationSettings(
            EmptyPolicy.valueOf(empty_policy.toUpperCase(Locale.ROOT)),
            tolerance,
            allow_missing,
            figures,
            overwrite,
            STANDARD.threads(),
            meanName());
    Evaluation evaluation =
        new EvaluationTask(judged.references(), pred.toPath(), labels, out.toPath(), settings)
            .run(io, listener);
    listener.info(ScoreTable.of(evaluation));
    listener.info("Written to " + out);
    scores = EvaluationResults.table(evaluation);
    scores.show("EG-CNN scores");
    if (figures) {
      EvaluationResults.showFigures(out.toPath().resolve(EvaluationFolder.FIGURES), evaluation);
    }
    if (open_report && Screen.isWatched()) {
      open(out.toPath().resolve(EvaluationFolder.REPORT), listener);
    }
  }

  @Override
  public Map<String, String> defaults() throws IOException {
    Map<String, String> texts = new HashMap<>();
    if (!protocol.isEmpty()) {
      Protocol.open(protocol)
          .evaluation()
          .forEach((key, setting) -> texts.put(key.replace('-', '_'), setting.value()));
    }
    return texts;
  }

  private Labels regions() {
    return new Labels(false, Arrays.stream(regions.split(",", -1)).map(LabelClass::parse).toList());
  }

  private String meanName() throws IOException {
    return defaults().getOrDefault("mean_name", STANDARD.meanName());
  }

  /** Whatever keeps a browser from opening must not lose the scores. */
  private void open(Path report, TaskListener listener) {
    try {
      platforms.open(report.toUri().toURL());
    } catch (IOException e) {
      listener.warn(report + " cannot be opened (" + e.getMessage() + "). Open it by hand");
    }
  }
}
