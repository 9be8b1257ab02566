/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Prediction;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Size;

/**
 * A crop of a training case around a voxel of a class, without augmentation, and the axial slice of
 * it that shows most: the one with the largest part of the classes' voxels, each class counting
 * alike.
 */
final class PreviewCrop {
  private final ModelCard card;
  private final PreparedCase source;
  private final Crop crop;
  private final PreviewSlice slice;

  private PreviewCrop(ModelCard card, PreparedCase source, Crop crop) {
    this.card = card;
    this.source = source;
    this.crop = crop;
    this.slice = new PreviewSlice(crop.size(), fullest(), card.preprocessing().canonical());
  }

  /**
   * Cuts the crop from the first case that has the most classes.
   *
   * @throws IOException if the case cannot be read
   */
  static PreviewCrop cut(ModelCard card, List<PreparedCase> cases, RandomGenerator random)
      throws IOException {
    int most = cases.stream().mapToInt(PreviewCrop::classes).max().orElseThrow();
    PreparedCase source = cases.stream().filter(c -> classes(c) == most).findFirst().orElseThrow();
    Crop crop = new Crop(card.crop(), source.channels());
    int[] origin = new CropSampler(card.crop(), 1).origin(source, random);
    new CropReader().read(source, origin, Optional.empty(), crop);
    return new PreviewCrop(card, source, crop);
  }

  private static int classes(PreparedCase source) {
    return source.foreground().present().length;
  }

  private int fullest() {
    Size size = crop.size();
    int area = size.height() * size.width();
    double[] fullness = new double[size.depth()];
    for (int k = 0; k < card.labels().size(); k++) {
      int[] counts = new int[size.depth()];
      int total = 0;
      for (int i = 0; i < crop.codes().length; i++) {
        if (PreviewSlice.isOf(crop.codes()[i], k, card.labels().exclusive())) {
          counts[i / area]++;
          total++;
        }
      }
      for (int z = 0; z < fullness.length && total > 0; z++) {
        fullness[z] += (double) counts[z] / total;
      }
    }
    int fullest = size.depth() / 2;
    for (int z = 0; z < fullness.length; z++) {
      fullest = fullness[z] > fullness[fullest] ? z : fullest;
    }
    return fullest;
  }

  /** The size of the crop. */
  Size size() {
    return crop.size();
  }

  /** The slice that is shown. */
  PreviewSlice slice() {
    return slice;
  }

  /** Fills a batch of one crop. */
  void fill(Batch batch) {
    batch.images().put(0, crop.images());
    batch.labels().put(0, crop.codes());
  }

  /**
   * The slice with what the network says of it.
   *
   * @param prediction of a batch that {@link #fill} filled; what is needed of it is copied
   * @param epoch the running epoch, from 1
   */
  CropPreview show(Prediction prediction, int epoch) {
    int classes = card.labels().size();
    boolean exclusive = card.labels().exclusive();
    double[] spacing = source.spacing();
    return new CropPreview(
        source.name(),
        epoch,
        spacing[0] / spacing[1],
        slice.values(voxel -> crop.images()[voxel * crop.channels()]),
        slice.masks(classes, exclusive, voxel -> crop.codes()[voxel]),
        slice.masks(
            classes,
            exclusive,
            voxel -> code(prediction, voxel, card.architecture().outputChannels())),
        prediction
            .edges()
            .map(
                edges ->
                    slice.values(
                        voxel -> {
                          float highest = 0;
                          for (int k = 0; k < classes; k++) {
                            highest = Math.max(highest, edges.get(voxel * classes + k));
                          }
                          return highest;
                        })));
  }

  /** The label code that the network gives a voxel, see {@link org.egcnn.model.Labels#code}. */
  private int code(Prediction prediction, int voxel, int channels) {
    int at = voxel * channels;
    int code = 0;
    for (int c = 0; c < channels; c++) {
      float probability = prediction.probabilities().get(at + c);
      if (!card.labels().exclusive()) {
        code |= probability > 0.5f ? 1 << c : 0;
      } else if (probability > prediction.probabilities().get(at + code)) {
        code = c;
      }
    }
    return code;
  }
}
