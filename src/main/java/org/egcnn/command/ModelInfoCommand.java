/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.IJ;
import ij.text.TextWindow;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.segment.Models;
import org.egcnn.task.TaskListener;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows what a model is, what it needs and how it was trained. */
@Plugin(type = Command.class, menuPath = "Plugins>EG-CNN>EG-CNN Model Info...", headless = true)
public class ModelInfoCommand extends TaskCommand {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  @Parameter(
      label = "Model folder",
      description =
          "A folder that a training has written, with model.json; or a folder of several such.",
      style = "directory",
      persist = false)
  private File model;

  @Parameter(type = ItemIO.OUTPUT, label = "Description")
  private String text;

  @Override
  protected void execute(TaskListener listener) throws IOException {
    List<String> texts = new ArrayList<>();
    Models models = Models.of(model.toPath());
    for (int i = 0; i < models.folders().size(); i++) {
      Path folder = models.folders().get(i);
      texts.add(folder.getFileName() + "\n" + ModelText.of(models.cards().get(i)));
    }
    text = String.join("\n\n", texts);
    if (Screen.exists() && IJ.getInstance() != null) {
      new TextWindow("Model " + model.getName(), text, WIDTH, HEIGHT);
    } else {
      listener.info(text);
    }
  }
}
