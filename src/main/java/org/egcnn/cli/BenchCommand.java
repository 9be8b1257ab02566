/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.egcnn.bench.Benchmark;
import org.egcnn.bench.BenchmarkPart;
import org.egcnn.bench.BenchmarkSettings;
import org.egcnn.bench.Rounds;
import org.egcnn.bench.SizedCrop;
import org.egcnn.bench.SpeedMarkdown;
import org.egcnn.bench.SpeedReport;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.model.Backbone;
import org.egcnn.model.Json;
import org.egcnn.model.Size;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code eg-cnn bench}. */
@Command(
    name = "bench",
    description = {
      "Measures how fast this program is on this machine: the processor's limit, training steps and"
          + " inference of each network, a whole volume, the input pipeline, filters and files."
          + " Writes speed.json and speed.md. Variants that are compared take turns."
    })
final class BenchCommand implements Callable<Integer> {
  /** The name of the file for programs. */
  static final String JSON = "speed.json";

  /** The name of the file for people. */
  static final String MARKDOWN = "speed.md";

  private static final Size BRAIN = new Size(155, 240, 240);
  private static final double SECONDS = 2;
  private static final int MOST_ROUNDS = 15;

  @ParentCommand private Main main;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where speed.json and speed.md go.")
  private Path out;

  @Option(
      names = "--cases",
      split = ",",
      paramLabel = "PART",
      defaultValue = "limit,networks,volume,pipeline,images",
      description = "What to measure.")
  private Set<BenchmarkPart> parts;

  @Option(
      names = "--backbones",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "seg-net,u-net,v-net",
      description = "The networks.")
  private List<Backbone> backbones;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "SIZE:WIDTH",
      defaultValue = "64:8,96:16,128:16",
      description = "Crop sizes with the networks' widths.")
  private List<SizedCrop> sizes;

  @Option(
      names = "--batches",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2",
      description = "Crops in a batch.")
  private List<Integer> batches;

  @Option(
      names = "--precision",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "float32,bfloat16",
      description = "Numbers of the convolutions.")
  private Set<Precision> precisions;

  @Option(
      names = "--volume",
      paramLabel = "DxHxW",
      description = "The whole volume, and the images that filters work on.")
  private Size volume = BRAIN;

  @Option(
      names = "--window",
      paramLabel = "SIZE:WIDTH",
      defaultValue = "128:16",
      description = "The whole volume's windows, with the network's width.")
  private SizedCrop window;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Runs of each network at least, after one to warm up.")
  private int rounds = 5;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "Begin no further network after this time; 0 for no end.")
  private double minutes;

  @Option(
      names = "--quick",
      description =
          "About a minute: small networks, batch 1, three rounds. Overrides --sizes, --batches,"
              + " --window, --volume and --rounds.")
  private boolean quick;

  @Option(names = "--threads", paramLabel = "N", description = "Processor threads; 0 for all.")
  private int threads;

  @Option(names = "--overwrite", description = "Replace the results of an earlier run.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print the content of speed.json.")
  private boolean json;

  @Override
  public Integer call() throws IOException, CancelledException {
    Session session = main.session();
    BenchmarkSettings settings = settings();
    OutputFolder.prepare(out);
    for (String name : List.of(JSON, MARKDOWN)) {
      if (!overwrite && Files.exists(out.resolve(name))) {
        throw new BadInputException(
            out.resolve(name), "exists already", "Give --overwrite or another folder");
      }
    }
    SpeedReport report;
    try (ConsoleListener listener = session.listener()) {
      report = new Benchmark(settings).run(listener);
    }
    String markdown = SpeedMarkdown.of(report, commandLine());
    Json.write(out.resolve(JSON), report);
    AtomicOutput.write(out.resolve(MARKDOWN), file -> Files.writeString(file, markdown));
    session.out().print(json ? Json.toText(report) + System.lineSeparator() : markdown);
    return ExitCode.SUCCESS;
  }

  private String commandLine() {
    return "eg-cnn bench "
        + spec.commandLine().getParseResult().originalArgs().stream()
            .dropWhile(word -> !word.startsWith("-"))
            .collect(Collectors.joining(" "));
  }

  private BenchmarkSettings settings() throws BadInputException {
    return ValidSetting.of(
        () ->
            quick
                ? new BenchmarkSettings(
                    parts,
                    backbones,
                    List.of(SizedCrop.parse("32:8")),
                    List.of(1),
                    precisions,
                    new Size(64, 96, 96),
                    SizedCrop.parse("64:8"),
                    threads,
                    new Rounds(3, 0, 3),
                    minutes)
                : new BenchmarkSettings(
                    parts,
                    backbones,
                    sizes,
                    batches,
                    precisions,
                    volume,
                    window,
                    threads,
                    new Rounds(rounds, SECONDS, Math.max(rounds, MOST_ROUNDS)),
                    minutes));
  }
}
