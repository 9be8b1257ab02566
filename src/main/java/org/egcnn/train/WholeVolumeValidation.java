/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.dataset.LoadedCase;
import org.egcnn.engine.Network;
import org.egcnn.evaluate.Overlap;
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
 * out of that case, as nnU-Net does. The next case is read while one is segmented. A case whose
 * files have changed or can no longer be read is left out of the validation.
 */
final class WholeVolumeValidation implements Validation {
  private final List<SourceFiles> cases;
  private final ModelCard card;
  private final Preprocessor preprocessor;
  private final SegmentSettings settings;

  /**
   * A validation.
   *
   * @param cases labelled cases
   * @param overlap share by which windows overlap, 0 to below 1
   */
  WholeVolumeValidation(List<SourceFiles> cases, ModelCard card, double overlap) {
    this.cases = List.copyOf(cases);
    this.card = card;
    this.preprocessor = new Preprocessor(card.preprocessing());
    this.settings =
        new SegmentSettings(
            Optional.empty(), overlap, 1, Set.of(), true, Set.of(OutputKind.LABELS));
  }

  /**
   * A case.
   *
   * @param image ready to be segmented
   * @param original its first channel as it was read, if it is to be looked at
   * @param reference its mask's label values on the original grid
   */
  private record Sample(
      Prepared image,
      Optional<RandomAccessibleInterval<FloatType>> original,
      RandomAccessibleInterval<IntType> reference) {}

  @Override
  public int cases() {
    return cases.size();
  }

  @Override
  public ValidationScores score(Network network, TaskListener listener)
      throws IOException, CancelledException {
    long start = System.nanoTime();
    CaseSegmenter segmenter = new CaseSegmenter(network, card, settings);
    Map<String, List<Double>> dice = new LinkedHashMap<>();
    forEach(
        "Validating",
        false,
        listener,
        (name, sample) -> dice.put(name, dice(segmenter, sample, listener)));
    return ValidationScores.of(dice, card.labels().size(), (System.nanoTime() - start) / 1e9);
  }

  @Override
  public Inspected inspect(Network network, TaskListener listener)
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
        true,
        listener,
        (name, sample) ->
            inspector.add(
                name,
                sample.original().orElseThrow(),
                segmenter.segment(sample.image(), listener),
                sample.reference()));
    return new Inspected(inspector.result(), inspector.picture());
  }

  /** What is done with a case of a name. */
  @FunctionalInterface
  private interface Use {
    void of(String name, Sample sample) throws CancelledException;
  }

  private void forEach(String what, boolean keepOriginal, TaskListener listener, Use use)
      throws IOException, CancelledException {
    ExecutorService reading = Executors.newSingleThreadExecutor();
    try {
      Future<Sample> next = reading.submit(() -> read(cases.get(0), keepOriginal));
      for (int i = 0; i < cases.size(); i++) {
        listener.checkCancelled();
        SourceFiles source = cases.get(i);
        listener.progress(i, cases.size(), what + " " + source.name());
        Optional<Sample> sample = await(next, source, listener);
        if (i + 1 < cases.size()) {
          SourceFiles following = cases.get(i + 1);
          next = reading.submit(() -> read(following, keepOriginal));
        }
        if (sample.isPresent()) {
          use.of(source.name(), sample.get());
        }
      }
    } finally {
      reading.shutdown();
    }
  }

  private List<Double> dice(CaseSegmenter segmenter, Sample sample, TaskListener listener)
      throws CancelledException {
    RandomAccessibleInterval<IntType> labels = segmenter.labels(sample.image(), listener);
    return Overlap.count(sample.reference(), labels, card.labels().classes()).stream()
        .map(Overlap::dice)
        .toList();
  }

  private Sample read(SourceFiles source, boolean keepOriginal) throws IOException {
    LoadedCase loaded = source.read();
    return new Sample(
        preprocessor.prepare(loaded.image()),
        keepOriginal ? Optional.of(loaded.image().channel(0)) : Optional.empty(),
        loaded.label().orElseThrow().labels());
  }

  /** The sample, or nothing if its files cannot be used any more. */
  private static Optional<Sample> await(
      Future<Sample> sample, SourceFiles source, TaskListener listener)
      throws IOException, CancelledException {
    try {
      return Optional.of(sample.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        listener.warn(
            "Case " + source.name() + " is left out of this validation: " + failure.getMessage());
        return Optional.empty();
      }
      if (e.getCause() instanceof OutOfMemoryError) {
        throw new BadInputException(
            "Validation case "
                + source.name()
                + " does not fit into Java's memory. Give Java more memory (-Xmx)",
            e.getCause());
      }
      throw new BadInputException(
          "Validation case " + source.name() + " could not be prepared: " + e.getCause(),
          e.getCause());
    }
  }
}
