/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.egcnn.evaluate.EmptyPolicy;
import org.egcnn.evaluate.EvaluationSettings;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.segment.Axis;
import org.egcnn.segment.OutputKind;
import org.egcnn.segment.SegmentSettings;
import org.egcnn.task.BadInputException;
import org.egcnn.task.Choice;

/**
 * How the trained networks are judged: all alike, on whole volumes.
 *
 * @param policy what empty masks are worth
 * @param toleranceMm the tolerance of the normalised surface Dice, mm
 * @param overlap the share by which windows overlap when validation cases are segmented
 * @param mirror the axes along which windows are also predicted mirrored
 * @param largestComponent whether only the largest connected part of each class is judged
 * @param regions the regions to judge by, none for the dataset's classes
 * @param meanName what the mean over the classes or regions is called, if not as usual
 * @param figures whether each variant is drawn beside what it is compared with
 */
record Scoring(
    EmptyPolicy policy,
    double toleranceMm,
    double overlap,
    Set<Axis> mirror,
    boolean largestComponent,
    List<LabelClass> regions,
    Optional<String> meanName,
    boolean figures) {

  /** As many overlapping ones as {@link Labels} take. */
  private static final int MOST_REGIONS = 8;

  /** Copies the axes in their order and checks the ranges. */
  Scoring {
    mirror = Set.copyOf(mirror);
    regions = List.copyOf(regions);
    if (regions.size() > MOST_REGIONS) {
      throw new IllegalArgumentException("at most " + MOST_REGIONS + " regions are supported");
    }
    if (!(toleranceMm >= 0 && toleranceMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tolerance must be 0 mm or more");
    }
    if (meanName.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("mean_name must not be empty");
    }
    if (!(overlap >= 0 && overlap < 1)) {
      throw new IllegalArgumentException("overlap must be at least 0 and below 1");
    }
  }

  /** As the commands for segmenting and evaluating do by default, without figures. */
  static Scoring standard() {
    EvaluationSettings evaluation = EvaluationSettings.standard();
    SegmentSettings segment = SegmentSettings.standard();
    return new Scoring(
        evaluation.policy(),
        evaluation.toleranceMm(),
        segment.overlap(),
        segment.mirror(),
        segment.largestComponent(),
        List.of(),
        Optional.empty(),
        false);
  }

  /** Reads the object {@code scoring}. */
  static Scoring read(StrictObject keys) throws BadInputException {
    Scoring standard = standard();
    try {
      Scoring scoring =
          new Scoring(
              keys.parsed("empty_policy", text -> Choice.of(EmptyPolicy.class, text))
                  .orElse(standard.policy),
              keys.number("tolerance").orElse(standard.toleranceMm),
              keys.number("overlap").orElse(standard.overlap),
              keys.parsed("mirror", Axis::parse).orElse(standard.mirror),
              keys.flag("largest_component").orElse(standard.largestComponent),
              regions(keys),
              keys.text("mean_name"),
              keys.flag("figures").orElse(standard.figures));
      keys.finish();
      return scoring;
    } catch (IllegalArgumentException e) {
      throw keys.problem(e);
    }
  }

  private static List<LabelClass> regions(StrictObject scoring) throws BadInputException {
    Optional<StrictObject> object = scoring.object("regions");
    List<LabelClass> regions = new ArrayList<>();
    if (object.isPresent()) {
      for (String name : object.get().keys()) {
        List<Integer> values =
            object.get().list(name, "a list of label values such as [1, 2]", Integer::valueOf);
        try {
          regions.add(new LabelClass(name, values, values.get(0)));
        } catch (IllegalArgumentException e) {
          throw object.get().problem(e);
        }
      }
      return regions;
    }
    // as a protocol has them
    return scoring
        .parsed(
            "regions", text -> Arrays.stream(text.split(",", -1)).map(LabelClass::parse).toList())
        .orElse(regions);
  }

  /**
   * Makes sure, before anything is trained, that a dataset can be judged so.
   *
   * @throws BadInputException if regions leave label values out, or a name would have two meanings
   */
  void requireFor(Labels dataset) throws BadInputException {
    SortedSet<Integer> leftOut = new TreeSet<>(dataset.values());
    leftOut.removeAll(judged(dataset).values());
    if (!leftOut.isEmpty()) {
      throw new BadInputException(
          "scoring.regions leaves out the label values " + leftOut + ". Name a region for each");
    }
    evaluating(false, 1).requireNames(judged(dataset).classes());
  }

  /** The classes or regions to judge by. */
  Labels judged(Labels dataset) {
    return regions.isEmpty() ? dataset : new Labels(false, regions);
  }

  /**
   * How volumes are segmented.
   *
   * @param edges whether the network has edges to draw
   */
  SegmentSettings segmenting(boolean edges) {
    SegmentSettings standard = SegmentSettings.standard();
    return new SegmentSettings(
        Optional.empty(),
        overlap,
        standard.batch(),
        mirror,
        standard.skipEmpty(),
        largestComponent,
        figures && edges ? Set.of(OutputKind.LABELS, OutputKind.EDGES) : standard.outputs());
  }

  /**
   * How masks are evaluated; results that are there are replaced.
   *
   * @param drawn whether each case is drawn
   */
  EvaluationSettings evaluating(boolean drawn, int threads) {
    return new EvaluationSettings(
        policy,
        toleranceMm,
        false,
        drawn,
        true,
        threads,
        meanName.orElse(EvaluationSettings.MEAN_NAME));
  }
}
