/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.io.IOException;
import java.nio.file.Path;
import org.egcnn.model.Size;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/** The layouts in which example data can be written. */
public enum ExampleLayout {
  /**
   * The Medical Segmentation Decathlon's: CT of kidneys with tumours, see {@link ExampleDataset}.
   */
  DECATHLON(new Size(48, 64, 64)),

  /**
   * The BraTS 2019 challenge's: four modalities of brains with gliomas in {@code
   * MICCAI_BraTS_2019_Data_Training}, unseen ones in {@code MICCAI_BraTS_2019_Data_Validation} with
   * their masks in {@code references}.
   */
  BRATS2019(new Size(40, 56, 48)),

  /**
   * The KiTS 2019 challenge's: CT of kidneys with tumours in {@code case_00000} and so on, unseen
   * ones from {@code case_00210} on with their masks in {@code references}.
   */
  KITS2019(new Size(48, 64, 64));

  /** The folder that holds the masks of unseen cases, which the challenges keep to themselves. */
  static final String REFERENCES = "references";

  private final Size size;

  ExampleLayout(Size size) {
    this.size = size;
  }

  /** The size of volumes of 4 mm that shows the whole object. */
  public Size standardSize() {
    return size;
  }

  /**
   * The folder of the cases to train on.
   *
   * @param folder where example data were written
   */
  public Path trainingFolder(Path folder) {
    return this == BRATS2019 ? folder.resolve(BratsExample.TRAINING) : folder;
  }

  /**
   * Makes the cases and writes them.
   *
   * @param folder where to; made if missing
   * @param overwrite whether example data in the folder are replaced
   * @param listener told of progress
   * @throws org.egcnn.task.BadInputException if the folder holds something that is not to be
   *     replaced
   * @throws IOException if writing fails
   * @throws CancelledException if the listener cancels
   */
  public void write(Path folder, ExampleSettings settings, boolean overwrite, TaskListener listener)
      throws IOException, CancelledException {
    switch (this) {
      case DECATHLON -> ExampleDataset.write(folder, settings, overwrite, listener);
      case BRATS2019 -> new BratsExample(folder, settings).write(overwrite, listener);
      case KITS2019 -> new KitsExample(folder, settings).write(overwrite, listener);
    }
  }
}
