/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.egcnn.engine.Batch;

/**
 * Fills the batch of any step: which cases, where the crops lie and how they vary follows from the
 * step's number alone. Safe for use by several threads.
 */
final class BatchFiller {
  private final List<PreparedCase> cases;
  private final TrainingSettings settings;
  private final int steps;
  private final Seeds seeds;
  private final CaseOrder order;
  private final CropSampler sampler;
  private final Augmenter augmenter;
  private final CropReader reader = new CropReader();

  BatchFiller(List<PreparedCase> cases, TrainingSettings settings) {
    this.cases = cases;
    this.settings = settings;
    this.steps = settings.steps(cases.size());
    this.seeds = new Seeds(settings.seed());
    this.order = new CaseOrder(cases.size(), seeds);
    this.sampler =
        new CropSampler(settings.crop(), settings.foregroundShare(), settings.contentCrops());
    this.augmenter = new Augmenter(settings.augmentation());
  }

  /**
   * Fills a batch.
   *
   * @param number the step, counted from 0 over all epochs
   * @return the names of the cases in the batch
   * @throws IOException naming the case that could not be read
   */
  List<String> fill(Batch batch, long number) throws IOException {
    int epoch = Math.toIntExact(number / steps);
    int step = (int) (number % steps);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < batch.count(); i++) {
      PreparedCase source = cases.get(order.at(number * batch.count() + i));
      try {
        Crop crop = cut(source, seeds.crop(epoch, step, i));
        batch.images().put(i * crop.images().length, crop.images());
        batch.labels().put(i * crop.codes().length, crop.codes());
      } catch (IOException | RuntimeException e) {
        throw new IOException("cutting a crop of case " + source.name() + " failed: " + e, e);
      }
      names.add(source.name());
    }
    return names;
  }

  private Crop cut(PreparedCase source, SplittableRandom random) throws IOException {
    Crop crop = new Crop(settings.crop(), source.channels());
    int[] origin = sampler.origin(source, random);
    reader.read(source, origin, augmenter.transform(crop.size(), source.spacing(), random), crop);
    augmenter.vary(crop, source.deviation(), random);
    return crop;
  }
}
