/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.train.AugmentationSettings;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingResult;
import org.egcnn.train.TrainingSettingsBuilder;
import org.egcnn.train.TrainingTask;
import org.egcnn.volume.VolumeIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;

/** Trains a network on a dataset's folder, or on an open image and its open labels. */
@Plugin(type = Command.class, menuPath = "Plugins>EG-CNN>EG-CNN Train...", headless = true)
public class TrainCommand extends TaskCommand implements Advised {
  private static final NetworkChoice NETWORK = NetworkChoice.standard();

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
      description = "Adds the edge-gated stream; without it the main stream is trained alone.",
      persist = false)
  private boolean edge_stream = true;

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

  @Parameter(
      label = "Crop",
      description =
          "Slices x height x width of the crops, such as 64x96x96; auto takes the largest that the"
              + " data and the memory suggest.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private String crop = WindowInputs.AUTO;

  @Parameter(
      label = "Crops in a step",
      description = "More crops take more memory.",
      min = "1",
      max = "64",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int batch = TrainingOptions.BATCH;

  @Parameter(
      label = "Width",
      description = "Channels at the finest resolution; they double at each lower one.",
      min = "1",
      max = "128",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int width = NETWORK.width();

  @Parameter(
      label = "Resolutions",
      description = "Each halves the image once more; crop sides are multiples of 2^(n-1).",
      min = "2",
      max = "6",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int levels = NETWORK.levels();

  @Parameter(
      label = "Learning rate",
      description = "Adam's first step size; lower it if the loss jumps.",
      min = "1e-8",
      max = "1",
      attrs = @Attr(name = PAGE),
      persist = false)
  private double learning_rate = TrainingOptions.LEARNING_RATE;

  @Parameter(
      label = "Steps in an epoch",
      description = "0 takes as many as give each case one crop.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int steps_per_epoch;

  @Parameter(
      label = "Variation of crops",
      description = "none; standard: mirroring and intensities; strong: also rotation and zoom.",
      choices = {"none", "standard", "strong"},
      attrs = @Attr(name = PAGE),
      persist = false)
  private String augmentation = "standard";

  @Parameter(
      label = "Epochs between validations",
      description = "0 validates about ten times in a training.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int validate_every;

  @Parameter(
      label = "Patience",
      description = "Stops after so many validations without a better score; 0 never does.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int patience;

  @Parameter(
      label = "Share of cases to train on",
      description = "The others validate, drawn by the seed.",
      min = "0.01",
      max = "1",
      attrs = @Attr(name = PAGE),
      persist = false)
  private double training_share = SplitChoice.random(1).trainingShare();

  @Parameter(
      label = "Split file",
      description = "JSON that names the cases that train and validate; empty draws them.",
      style = "open",
      required = false,
      attrs = @Attr(name = PAGE),
      persist = false)
  private File split = new File("");

  @Parameter(
      label = "Folds",
      description = "Cross-validation with so many folds; 0 for a single split.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int folds;

  @Parameter(
      label = "Fold",
      description = "The fold that validates, from 0.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int fold;

  @Parameter(
      label = "Random seed",
      description = "Decides the split, the first weights, the crops and their variation.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int seed = 1;

  @Parameter(
      label = "Go on with a stopped training",
      description = "From the last checkpoint in the model folder, with its settings.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private boolean resume;

  @Parameter(
      label = "Replace the model in the folder",
      description = "Otherwise a folder that holds a model is refused.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private boolean overwrite;

  @Parameter(
      label = "Processor threads",
      description = "0 for all.",
      min = "0",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int threads;

  @Parameter(
      label = "Device",
      description = "auto takes a graphics card if there is one that can be used.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private String device = EngineOptions.standard().device();

  @Override
  public Advice firstAdvice() {
    return OpenImages.choices("image", "mask");
  }

  @Override
  public Advice advancedAdvice() {
    return data.getPath().isEmpty()
        ? Advice.NONE
        : TrainingAdvice.of(data.toPath(), network(), engine());
  }

  @Override
  protected void execute(TaskListener listener) throws IOException, CancelledException {
    TrainingOptions options = options(listener);
    NewFolder folder = NewFolder.of(options.out());
    TrainingDisplay display = display(options.out(), listener);
    TrainingResult result;
    try {
      result = new TrainingTask(options, VolumeIO.withContext(context())).run(display);
    } catch (IOException | CancelledException | RuntimeException e) {
      display.failed(e.getMessage());
      throw e;
    }
    if (display.isDiscarded()) {
      display.close();
      folder.removeIfNew();
      throw new CancelledException();
    }
    display.finished(result);
    listener.info("The training " + result.ending() + "; its model is in " + result.folder());
  }

  private TrainingDisplay display(Path folder, TaskListener listener) {
    return Screen.exists()
        ? plugins.createInstancesOfType(TrainingDisplayFactory.class).stream()
            .findFirst()
            .map(factory -> factory.open(folder, listener))
            .orElse(new LoggedTraining(listener))
        : new LoggedTraining(listener);
  }

  private TrainingOptions options(TaskListener listener) throws IOException {
    if (resume && overwrite) {
      throw new BadInputException("resume and overwrite exclude each other: set one of them");
    }
    if (data.getPath().isEmpty() == (image.isEmpty() && mask.isEmpty())) {
      throw new BadInputException(
          "Give either a dataset folder (data) or an open image and its labels (image, mask)");
    }
    SplitChoice choice =
        new SplitChoice(
            split.getPath().isEmpty() ? Optional.empty() : Optional.of(split.toPath()),
            folds,
            fold,
            training_share,
            seed);
    Path dataset = data.toPath();
    if (data.getPath().isEmpty()) {
      OpenImages pair = OpenImages.of(image, mask);
      dataset = pair.keepAsDataset(out.toPath(), resume, overwrite);
      choice = pair.split(dataset, choice, listener);
    }
    return new TrainingOptions(
        dataset,
        out.toPath(),
        mode(),
        choice,
        network(),
        LossSettings.standard(),
        crop.equals(WindowInputs.AUTO) ? Optional.empty() : Optional.of(Size.parse(crop)),
        batch,
        this::apply,
        engine());
  }

  private TrainingJob.Mode mode() {
    if (resume) {
      return TrainingJob.Mode.RESUME;
    }
    return overwrite ? TrainingJob.Mode.OVERWRITE : TrainingJob.Mode.NEW;
  }

  private NetworkChoice network() {
    return new NetworkChoice(
        Backbone.parse(backbone),
        edge_stream ? Optional.of(EdgeStream.standard()) : Optional.empty(),
        width,
        levels,
        OptionalInt.empty());
  }

  private EngineOptions engine() {
    return new EngineOptions(threads, device);
  }

  private TrainingSettingsBuilder apply(TrainingSettingsBuilder settings) {
    return settings
        .epochs(epochs)
        .learningRate(learning_rate)
        .stepsPerEpoch(steps_per_epoch)
        .augmentation(
            switch (augmentation) {
              case "none" -> AugmentationSettings.none();
              case "strong" -> AugmentationSettings.strong();
              default -> AugmentationSettings.standard();
            })
        .validateEvery(validate_every)
        .patience(patience)
        .seed(seed);
  }
}
