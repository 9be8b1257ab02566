/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Grid;
import org.egcnn.volume.VolumeIO;

/** Scores many cases, several at a time. */
public final class Evaluator {
  private final VolumeIO io;
  private final EvaluationSettings settings;
  private final CasePool pool;

  /**
   * An evaluator. The masks being worked on take at most half of the memory that Java may use.
   *
   * @param io reads the masks
   * @param settings the policy, the tolerance and the number of threads are used
   */
  public Evaluator(VolumeIO io, EvaluationSettings settings) {
    this.io = io;
    this.settings = settings;
    this.pool = new CasePool(settings.threads(), Runtime.getRuntime().maxMemory() / 2);
  }

  /**
   * Scores every case. All headers are compared before the first case is read.
   *
   * @param pairs the cases
   * @param labels the meaning of the label values; if absent, every value found in any mask is a
   *     class {@code label_N}, for which all masks are read once more
   * @param observer is shown each case
   * @param listener is told of the cases done, and can cancel between cases
   * @throws BadInputException if masks do not lie on the same grid (naming both), hold values that
   *     were not declared, or cannot be read, or if classes have names that cannot be told apart
   * @throws IOException if a file cannot be read or the observer fails
   * @throws CancelledException if the listener cancels
   */
  public Evaluation evaluate(
      List<CasePair> pairs, Optional<Labels> labels, CaseObserver observer, TaskListener listener)
      throws IOException, CancelledException {
    List<Grid> grids = checkGrids(pairs, listener);
    List<LabelClass> classes = classes(pairs, grids, labels, listener);
    return evaluate(pairs, grids, classes, labels.map(Labels::values), observer, listener);
  }

  /**
   * The classes to be judged.
   *
   * @param grids the pairs' grids
   * @throws BadInputException as {@link #evaluate}
   */
  List<LabelClass> classes(
      List<CasePair> pairs, List<Grid> grids, Optional<Labels> labels, TaskListener listener)
      throws IOException, CancelledException {
    List<LabelClass> classes =
        labels.isPresent() ? labels.get().classes() : found(pairs, grids, listener);
    settings.requireNames(classes);
    return classes;
  }

  /**
   * Scores every case.
   *
   * @param grids the pairs' grids
   * @param declared the label values that masks may hold; if absent, any
   */
  Evaluation evaluate(
      List<CasePair> pairs,
      List<Grid> grids,
      List<LabelClass> classes,
      Optional<SortedSet<Integer>> declared,
      CaseObserver observer,
      TaskListener listener)
      throws IOException, CancelledException {
    CaseScorer scorer = new CaseScorer(classes, settings.policy(), settings.toleranceMm());
    CasePool.Work<CaseScores> work =
        pair -> {
          MaskPair masks = MaskPair.read(pair, io);
          if (declared.isPresent()) {
            masks.requireDeclared(declared.get(), pair);
          }
          CaseScores scores =
              scorer.score(
                  pair.name(),
                  masks.matrix(),
                  masks.reference().labels(),
                  masks.prediction().labels(),
                  masks.reference().grid().spacing());
          observer.scored(
              new ScoredCase(pair, masks.reference(), masks.prediction(), classes, scores));
          return scores;
        };
    List<CaseScores> cases =
        new ArrayList<>(pool.run(pairs, grids, observer.furtherMasks(), work, "Scoring", listener));
    cases.sort(Comparator.comparing(CaseScores::name));
    return new Evaluation(
        classes.stream().map(LabelClass::name).toList(),
        cases,
        settings.policy(),
        settings.toleranceMm(),
        settings.meanName());
  }

  /**
   * Compares all headers.
   *
   * @return the grid of each pair
   * @throws BadInputException if masks do not lie on the same grid, naming both
   */
  List<Grid> checkGrids(List<CasePair> pairs, TaskListener listener)
      throws IOException, CancelledException {
    List<Grid> grids = new ArrayList<>();
    for (CasePair pair : pairs) {
      listener.checkCancelled();
      grids.add(MaskPair.check(pair, io));
    }
    return grids;
  }

  private List<LabelClass> found(List<CasePair> pairs, List<Grid> grids, TaskListener listener)
      throws IOException, CancelledException {
    CasePool.Work<SortedSet<Integer>> work = pair -> MaskPair.read(pair, io).values();
    SortedSet<Integer> values = new TreeSet<>();
    pool.run(pairs, grids, 0, work, "Finding labels", listener).forEach(values::addAll);
    values.remove(0);
    if (values.isEmpty()) {
      throw new BadInputException("all masks are empty: there is nothing to evaluate");
    }
    return values.stream().map(value -> new LabelClass("label_" + value, value)).toList();
  }
}
