/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.egcnn.compare.ComparisonOutcome;
import org.egcnn.compare.ComparisonTask;
import org.egcnn.compare.RunListing;
import org.egcnn.model.Json;
import org.egcnn.task.CancelledException;
import org.egcnn.volume.VolumeIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code eg-cnn compare}. */
@Command(
    name = "compare",
    description = {
      "Trains, segments and evaluates every run of an experiment, and compares them: mean and"
          + " standard deviation over seeds, paired differences with tests and intervals.",
      "Runs that are done are skipped, so a comparison that was stopped is simply started again."
    })
final class CompareCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Option(
      names = "--experiment",
      required = true,
      paramLabel = "FILE",
      description = "JSON file with networks, seeds and settings; docs/comparing.md explains it.")
  private Path experiment;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The dataset. By default the one that the experiment names.")
  private Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where runs and results go.")
  private Path out;

  @Option(
      names = "--only",
      paramLabel = "RUN",
      split = ",",
      description = "Do only these runs, by number or name as --dry-run lists them.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--dry-run",
      description = "List the runs with their networks, states and times, and do nothing.")
  private boolean dryRun;

  @Option(
      names = "--json",
      description =
          "Print comparison.json, or with --dry-run the list, as JSON. Before any run is finished:"
              + " planned, finished, elsewhere and failed.")
  private boolean json;

  @Mixin private EngineArguments engine;

  @Override
  public Integer call() throws IOException, CancelledException {
    ComparisonTask task =
        new ComparisonTask(experiment, Optional.ofNullable(data), out, only, engine.options());
    return dryRun ? list(task) : run(task);
  }

  private int list(ComparisonTask task) throws IOException, CancelledException {
    Session session = main.session();
    RunListing listing;
    try (ConsoleListener listener = session.listener()) {
      listing = task.list(listener);
    }
    session.out().println(json ? Json.toText(listing) : listing.toString().stripTrailing());
    return ExitCode.SUCCESS;
  }

  /** The JSON result as long as no run is finished. */
  private record NothingYet(
      int planned, int finished, List<String> elsewhere, List<String> failed) {}

  private int run(ComparisonTask task) throws IOException, CancelledException {
    Session session = main.session();
    ComparisonOutcome outcome;
    try (ConsoleListener listener = session.listener()) {
      outcome = task.run(VolumeIO.standard(), listener);
    }
    outcome.failed().forEach(failure -> session.err().println("eg-cnn: " + failure));
    if (outcome.finished() > 0) {
      Path shown = json ? outcome.folder().json() : outcome.folder().markdown();
      session.out().print(Files.readString(shown));
    } else if (json) {
      session
          .out()
          .println(
              Json.toText(
                  new NothingYet(outcome.planned(), 0, outcome.elsewhere(), outcome.failed())));
    }
    if (!json) {
      session.out().println();
      session.out().println(outcome);
    }
    if (outcome.failed().isEmpty()) {
      return ExitCode.SUCCESS;
    }
    return outcome.inputAtFault() ? ExitCode.BAD_INPUT : ExitCode.FAILURE;
  }
}
