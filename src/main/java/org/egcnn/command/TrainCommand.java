/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.ExclusiveLock;
import org.egcnn.task.TaskListener;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.ProtocolTraining;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingResult;
import org.egcnn.train.TrainingTask;
import org.egcnn.volume.VolumeIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;

/** Trains a network on a dataset's folder, or on an open image and its open labels. */
@Plugin(type = Command.class, menuPath = "Plugins>EG-CNN>EG-CNN Train...", headless = true)
public class TrainCommand extends TrainingCommand implements Advised {
  @Parameter private PluginService plugins;

  @Parameter(
      label = "Dataset folder",
      description =
          "Holds dataset.json with imagesTr and labelsTr, or folders images and labels with files"
              + " of the same names. Leave it empty to train on open images.",
      style = "directory",
      required = false,
      persist = false)
  private File data = new File("");

  @Parameter(
      label = "or an open image",
      description = "Its channels are the model's channels, its time points are cases.",
      required = false,
      persist = false)
  private String image = "";

  @Parameter(
      label = "and its open labels",
      description = "An image of label values of the same size; 0 is the background.",
      required = false,
      persist = false)
  private String mask = "";

  @Parameter(
      label = "Model folder to write",
      description = "The model, its weights and the course of its training go there.",
      style = "directory",
      persist = false)
  private File out;

  @Parameter(
      label = "Network",
      description = "The main stream: seg-net (a residual encoder and decoder), u-net or v-net.",
      choices = {"seg-net", "u-net", "v-net"},
      persist = false)
  private String backbone = NETWORK.backbone().label();

  @Parameter(
      label = "Edge stream",
      description =
          "Adds the edge-gated stream, which takes 1.1 to 2 times as long; without it the main"
              + " stream is trained alone.",
      persist = false)
  private boolean edge_stream;

  @Parameter(
      label = "Epochs",
      description = "Passes over the training cases, one crop of each.",
      min = "1",
      max = "100000",
      persist = false)
  private int epochs = TrainingOptions.EPOCHS;

  @Parameter(
      label = "Advanced options",
      description = "Asks for everything else in a second dialog.",
      persist = false)
  private boolean advanced;

  /** What was found while the dialog was open, which need not be looked for again. */
  private volatile Optional<Fingerprint> found = Optional.empty();

  @Override
  public Advice firstAdvice() {
    return OpenImages.choices("image", "mask");
  }

  @Override
  public Advice advancedAdvice() {
    return data.getPath().isEmpty()
        ? Advice.NONE
        : TrainingAdvice.of(VolumeIO.withContext(context()), data.toPath(), advised(), engine());
  }

  @Override
  public Optional<Advice> thoroughAdvice(TaskListener listener)
      throws IOException, CancelledException {
    if (data.getPath().isEmpty()) {
      return Optional.empty();
    }
    TrainingFindings findings =
        TrainingFindings.of(
            VolumeIO.withContext(context()),
            data.toPath(),
            out.toPath(),
            splitChoice(),
            advised(),
            engine(),
            listener);
    found = Optional.of(findings.fingerprint());
    return Optional.of(findings.advice());
  }

  @Override
  protected void execute(TaskListener listener) throws IOException, CancelledException {
    NewFolder kept = NewFolder.of(new KeptDataset(out.toPath()).folder());
    NewFolder folder = new NewFolder(out.toPath(), TrainingTask.isUnused(out.toPath()));
    TrainingOptions options = options(listener);
    if (found.isPresent() && (folder.isNew() || options.mode() == TrainingJob.Mode.OVERWRITE)) {
      try (ExclusiveLock lock = ExclusiveLock.take(options.out(), "training")) {
        found.get().write(options.out().resolve(Fingerprint.FILE_NAME));
      }
    }
    TrainingDisplay display = display(options.out(), listener);
    try {
      TrainingResult result =
          new TrainingTask(options, VolumeIO.withContext(context())).run(display);
      if (display.isDiscarded()) {
        throw new CancelledException();
      }
      display.finished(result);
      listener.info("The training " + result.ending() + "; its model is in " + result.folder());
    } catch (CancelledException e) {
      if (display.isDiscarded()) {
        display.close();
        folder.removeIfNew();
      } else {
        display.failed("Stopped before the first step");
      }
      forget(kept);
      throw e;
    } catch (IOException | RuntimeException e) {
      display.failed(e.getMessage());
      forget(kept);
      throw e;
    } catch (Error e) {
      // such as too little memory; the window would wait for ever
      display.failed(e.toString());
      try {
        forget(kept);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  /** Open images that were kept for a training that cannot be gone on with. */
  private void forget(NewFolder kept) throws IOException {
    if (data.getPath().isEmpty() && !TrainingTask.canGoOn(out.toPath())) {
      kept.removeIfNew();
    }
  }

  private TrainingDisplay display(Path folder, TaskListener listener) {
    return Screen.isWatched()
        ? plugins.createInstancesOfType(TrainingDisplayFactory.class).stream()
            .findFirst()
            .map(factory -> factory.open(folder, listener))
            .orElse(new LoggedTraining(listener))
        : new LoggedTraining(listener);
  }

  private TrainingOptions options(TaskListener listener) throws IOException {
    if (data.getPath().isEmpty() == (image.isEmpty() && mask.isEmpty())) {
      throw new BadInputException(
          "Give either a dataset folder (data) or an open image and its labels (image, mask)");
    }
    requireProtocol();
    if (mode() != TrainingJob.Mode.RESUME || !TrainingTask.canGoOn(out.toPath())) {
      requireStream(edge_stream);
    }
    ProtocolTraining followed = followed();
    Path dataset = data.toPath();
    SplitChoice split = splitChoice();
    Optional<Size> crop = crop();
    if (data.getPath().isEmpty()) {
      OpenImages pair = OpenImages.of(image, mask);
      pair.requireSplittable(split);
      dataset = new KeptDataset(out.toPath()).keep(mode(), folder -> pair.write(folder, listener));
      split = pair.split(dataset, split, listener);
    }
    return new TrainingOptions(
        dataset,
        out.toPath(),
        mode(),
        split,
        network(backbone, edge_stream, followed),
        followed.losses(),
        crop,
        batch(),
        settings -> apply(settings, followed).epochs(epochs),
        followed.preprocessing(),
        engine(followed.recomputation()));
  }

  /** The network as far as it is known while the advanced dialog is open. */
  private NetworkChoice advised() {
    return network(backbone, edge_stream, ProtocolTraining.standard());
  }
}
