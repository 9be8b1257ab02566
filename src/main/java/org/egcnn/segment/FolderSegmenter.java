/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.egcnn.dataset.Case;
import org.egcnn.segment.CaseOutcome.Status;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.FailureReason;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * Segments many cases into a folder: {@code case.nii.gz}, {@code case_probabilities.nii.gz}, {@code
 * case_edges.nii.gz}. While one case is computed the next one is read and the result of the one
 * before is written, so at most two prepared volumes and two results are in memory. A case that
 * cannot be read, segmented or written is reported and the others go on.
 */
public final class FolderSegmenter {
  private final CaseSegmenter segmenter;
  private final VolumeIO io;
  private final Optional<String> ending;
  private final boolean overwrite;

  /**
   * A segmenter of folders.
   *
   * @param segmenter segments each case
   * @param io reads images and writes results
   * @param ending the ending of all output files, such as {@code .nii.gz}, which names their
   *     format; empty takes that of each case's image, or {@code .nii.gz} where it cannot be
   *     written
   * @param overwrite whether outputs that are there already are replaced; otherwise they are left
   *     alone and only missing ones are made
   * @throws BadInputException if the ending names no format that can be written
   */
  public FolderSegmenter(
      CaseSegmenter segmenter, VolumeIO io, Optional<String> ending, boolean overwrite)
      throws BadInputException {
    if (ending.isPresent() && !io.canWrite(Path.of("case" + ending.get()))) {
      throw new BadInputException(
          "'" + ending.get() + "' names no format that can be written: use .nii.gz, for example");
    }
    this.segmenter = segmenter;
    this.io = io;
    this.ending = ending;
    this.overwrite = overwrite;
  }

  /**
   * Segments cases.
   *
   * @param cases with different names, such as {@link InputCases} finds
   * @param folder where the outputs go; made if missing
   * @param listener hears of windows and cases; asked whether to stop between batches
   * @return what became of each case
   * @throws CancelledException if the listener cancels; results that were complete are written
   */
  public SegmentReport run(List<Case> cases, Path folder, TaskListener listener)
      throws CancelledException {
    return run(cases, folder, CaseFollower.NONE, listener);
  }

  /**
   * Segments cases as above.
   *
   * @param follower hears of each case at once
   */
  SegmentReport run(List<Case> cases, Path folder, CaseFollower follower, TaskListener listener)
      throws CancelledException {
    OutputFiles outputs = new OutputFiles(folder, ending, io);
    Map<String, CaseOutcome> outcomes = new ConcurrentHashMap<>();
    CaseFollower collecting =
        new CaseFollower() {
          @Override
          public void begun(String name) {
            follower.begun(name);
          }

          @Override
          public void ended(CaseOutcome outcome) {
            outcomes.put(outcome.name(), outcome);
            follower.ended(outcome);
          }
        };
    List<CasePlan> plans = new ArrayList<>();
    Set<String> targets = new HashSet<>();
    for (Case source : cases) {
      try {
        Map<OutputKind, Path> files = outputs.of(source, segmenter.outputs());
        files.values().forEach(file -> targets.add(file.getFileName().toString()));
        Map<OutputKind, Path> missing = new EnumMap<>(files);
        if (!overwrite) {
          missing.values().removeIf(Files::exists);
        }
        if (missing.isEmpty()) {
          List<Path> present = List.copyOf(files.values());
          collecting.ended(
              new CaseOutcome(source.name(), Status.SKIPPED, present, "its outputs exist already"));
          listener.info(source.name() + " skipped: " + present.get(0) + " exists already");
        } else {
          plans.add(new CasePlan(source, missing));
        }
      } catch (BadInputException e) {
        collecting.ended(
            new CaseOutcome(source.name(), Status.FAILED, List.of(), e.getMessage(), true));
        listener.warn(source.name() + " failed: " + e.getMessage());
      }
    }
    try {
      AtomicOutput.removeLeftovers(folder, targets::contains);
    } catch (IOException e) {
      listener.warn(
          folder
              + ": what an interrupted run left cannot be removed ("
              + FailureReason.of(e)
              + ")");
    }
    new CasePipeline(segmenter, io, collecting, listener).run(plans);
    return new SegmentReport(cases.stream().map(c -> outcomes.get(c.name())).toList());
  }
}
