/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.CaseReader;
import org.egcnn.dataset.LoadedCase;
import org.egcnn.engine.Network;
import org.egcnn.evaluate.Overlap;
import org.egcnn.inspect.Inspection;
import org.egcnn.inspect.Inspector;
import org.egcnn.model.ModelCard;
import org.egcnn.prepare.Prepared;
import org.egcnn.prepare.Preprocessor;
import org.egcnn.segment.CaseSegmenter;
import org.egcnn.segment.OutputKind;
import org.egcnn.segment.SegmentSettings;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * Segments whole validation volumes as a user would, and compares them with their masks on the
 * original grid. Dice is averaged over the cases; a class that neither mask of a case has is left
 * out of that case, as nnU-Net does. The next case is read while one is segmented.
 */
final class WholeVolumeValidation implements Validation {
  private final List<Case> cases;
  private final CaseReader reader;
  private final ModelCard card;
  private final Preprocessor preprocessor;
  private final SegmentSettings settings;

  /**
   * A validation.
   *
   * @param cases labelled cases
   * @param overlap share by which windows overlap, 0 to below 1
   */
  WholeVolumeValidation(List<Case> cases, CaseReader reader, ModelCard card, double overlap) {
    this.cases = List.copyOf(cases);
    this.reader = reader;
    this.card = card;
    this.preprocessor = new Preprocessor(card.preprocessing());
    this.settings =
        new SegmentSettings(
            Optional.empty(), overlap, 1, Set.of(), true, Set.of(OutputKind.LABELS));
  }

  /** A volume ready to be segmented, and its mask's label values on the original grid. */
  private record Sample(Prepared image, RandomAccessibleInterval<IntType> reference) {}

  @Override
  public int cases() {
    return cases.size();
  }

  @Override
  public ValidationScores score(Network network, TaskListener listener)
      throws IOException, CancelledException {
    long start = System.nanoTime();
    CaseSegmenter segmenter = new CaseSegmenter(network, card, settings);
    List<List<Overlap>> overlaps = new ArrayList<>();
    forEach(
        "Validating",
        listener,
        sample -> {
          RandomAccessibleInterval<IntType> labels = segmenter.labels(sample.image(), listener);
          overlaps.add(Overlap.count(sample.reference(), labels, card.labels().classes()));
        });
    return new ValidationScores(dice(overlaps), (System.nanoTime() - start) / 1e9);
  }

  @Override
  public Inspection inspect(Network network, TaskListener listener)
      throws IOException, CancelledException {
    CaseSegmenter segmenter =
        new CaseSegmenter(
            network,
            card,
            new SegmentSettings(
                Optional.empty(),
                settings.overlap(),
                settings.batch(),
                Set.of(),
                false,
                Inspector.outputs(card.architecture())));
    Inspector inspector = new Inspector(card);
    forEach(
        "Inspecting",
        listener,
        sample -> inspector.add(segmenter.segment(sample.image(), listener), sample.reference()));
    return inspector.result();
  }

  /** What is done with a case. */
  @FunctionalInterface
  private interface Use {
    void of(Sample sample) throws CancelledException;
  }

  private void forEach(String what, TaskListener listener, Use use)
      throws IOException, CancelledException {
    ExecutorService reading = Executors.newSingleThreadExecutor();
    try {
      Future<Sample> next = reading.submit(() -> read(cases.get(0)));
      for (int i = 0; i < cases.size(); i++) {
        listener.checkCancelled();
        listener.progress(i, cases.size(), what + " " + cases.get(i).name());
        Sample sample = await(next, cases.get(i));
        if (i + 1 < cases.size()) {
          Case following = cases.get(i + 1);
          next = reading.submit(() -> read(following));
        }
        use.of(sample);
      }
    } finally {
      reading.shutdown();
    }
  }

  private Sample read(Case source) throws IOException {
    LoadedCase loaded = reader.read(source);
    if (loaded.label().isEmpty()) {
      throw new BadInputException(
          "Case " + source.name() + " has no mask. Leave it out of the validation cases");
    }
    return new Sample(preprocessor.prepare(loaded.image()), loaded.label().get().labels());
  }

  private static Sample await(Future<Sample> sample, Case source)
      throws IOException, CancelledException {
    try {
      return sample.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new BadInputException(
          "Validation case " + source.name() + " could not be prepared: " + e.getCause(),
          e.getCause());
    }
  }

  private List<Double> dice(List<List<Overlap>> overlaps) {
    Double[] dice = new Double[card.labels().size()];
    Arrays.setAll(
        dice,
        k ->
            overlaps.stream()
                .mapToDouble(one -> one.get(k).dice())
                .filter(d -> !Double.isNaN(d))
                .average()
                .orElse(Double.NaN));
    return List.of(dice);
  }
}
