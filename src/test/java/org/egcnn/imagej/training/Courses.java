/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.engine.StepLosses;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.model.Size;
import org.egcnn.train.CropPreview;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.History;
import org.egcnn.train.TrainingSettings;
import org.egcnn.train.TrainingStart;
import org.egcnn.train.ValidationScores;

/** Made-up courses of trainings that look like real ones. */
final class Courses {
  static final Size CROP = new Size(16, 96, 96);

  private Courses() {}

  /** A training of two classes with edge stream, validated every second epoch. */
  static TrainingStart start(int epochs, int steps, List<EpochRecord> before) {
    ModelCard card =
        new ModelCard(
            ModelCard.FORMAT,
            "made up",
            new Architecture(
                Backbone.SEG_NET, 1, 2, true, 4, 3, 3, Optional.of(EdgeStream.standard())),
            new Preprocessing(
                List.of("CT"),
                List.of(Normalisation.of(Normalisation.Kind.NONE)),
                Optional.empty(),
                false),
            new Labels(true, List.of(new LabelClass("kidney", 1), new LabelClass("tumour", 2))),
            CROP,
            LossSettings.standard(),
            "test");
    TrainingSettings settings =
        TrainingSettings.builder(CROP)
            .epochs(epochs)
            .stepsPerEpoch(steps)
            .validateEvery(2)
            .learningRate(1e-3)
            .build();
    return new TrainingStart(card, settings, steps, true, new History(before));
  }

  /** Losses that fall from epoch to epoch, with noise that follows from their place. */
  static StepLosses losses(double epochs) {
    double noise = new SplittableRandom(Math.round(epochs * 1e4)).nextGaussian();
    double semantic = 0.08 + 0.75 * Math.exp(-epochs / 8) * (1 + 0.15 * noise);
    double edge = 0.05 + 0.3 * Math.exp(-epochs / 14) * (1 + 0.1 * noise);
    double consistency = 0.01 + 0.06 * Math.exp(-epochs / 5);
    return new StepLosses(semantic + edge + consistency, semantic, edge, consistency, 1);
  }

  /** An epoch, from 1; every second one has scores. */
  static EpochRecord epoch(int epoch) {
    Optional<ValidationScores> scores =
        epoch % 2 == 0
            ? Optional.of(
                new ValidationScores(
                    List.of(
                        0.94 - 0.9 * Math.exp(-epoch / 5.0), 0.8 - 0.8 * Math.exp(-epoch / 9.0)),
                    4))
            : Optional.empty();
    return new EpochRecord(epoch, 1e-3, losses(epoch), 20, scores);
  }

  /** Epochs from the first on. */
  static List<EpochRecord> epochs(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Courses::epoch).toList();
  }

  /** A disc in a disc, and a prediction beside them. */
  static CropPreview preview(int epoch) {
    Img<FloatType> image = ArrayImgs.floats(CROP.width(), CROP.height());
    Cursor<FloatType> cursor = image.localizingCursor();
    SplittableRandom random = new SplittableRandom(epoch);
    while (cursor.hasNext()) {
      cursor.fwd();
      double r = radius(cursor.getDoublePosition(0), cursor.getDoublePosition(1), 0);
      double level = r < 14 ? 140 : r < 30 ? 100 : 40;
      cursor.get().setReal(level + 8 * random.nextGaussian());
    }
    Img<FloatType> edges = ArrayImgs.floats(CROP.width(), CROP.height());
    Cursor<FloatType> edge = edges.localizingCursor();
    while (edge.hasNext()) {
      edge.fwd();
      double r = radius(edge.getDoublePosition(0), edge.getDoublePosition(1), 3);
      edge.get().setReal(Math.exp(-Math.pow((r - 30) / 2, 2)) + Math.exp(-Math.pow(r - 14, 2)));
    }
    return new CropPreview("example_003", epoch, 1, image, masks(0), masks(3), Optional.of(edges));
  }

  private static List<RandomAccessibleInterval<BoolType>> masks(double shift) {
    return Stream.of(new double[] {14, 30}, new double[] {0, 14})
        .map(ring -> ring(ring[0], ring[1], shift))
        .toList();
  }

  private static RandomAccessibleInterval<BoolType> ring(double from, double to, double shift) {
    Img<FloatType> radii = ArrayImgs.floats(CROP.width(), CROP.height());
    Cursor<FloatType> cursor = radii.localizingCursor();
    while (cursor.hasNext()) {
      cursor.fwd();
      cursor.get().setReal(radius(cursor.getDoublePosition(0), cursor.getDoublePosition(1), shift));
    }
    return Converters.convert(
        radii, (in, out) -> out.set(in.get() >= from && in.get() < to), new BoolType());
  }

  private static double radius(double x, double y, double shift) {
    return Math.hypot(x - 48 - shift, 1.3 * (y - 48));
  }
}
