/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets Jazzer, which is led by coverage, make up inputs for all readers: a Java process for each
 * target, one after the other. Prints a table of what was tried; ends with an error if anything was
 * found, and says in which file the input is.
 *
 * <p>Arguments: the folder for corpora and logs, the inputs for each target, a seed, and targets'
 * names separated by commas or {@code all}.
 */
public final class FuzzCampaign {
  /** Begins the line in which {@link ReaderFuzzer} sums up. */
  static final String TOTALS = "egcnn-fuzz-totals";

  private static final Pattern SUMMARY = Pattern.compile(TOTALS + " (\\d+) (\\d+) (\\d+) (\\d+)");
  private static final Pattern COVERAGE = Pattern.compile("#\\d+\\s+DONE\\s+cov: (\\d+).*");
  private static final String LONGEST_INPUT = "8192";

  private final Path folder;
  private final long runs;
  private final long seed;

  private FuzzCampaign(Path folder, long runs, long seed) {
    this.folder = folder;
    this.runs = runs;
    this.seed = seed;
  }

  /** Runs the campaign. */
  public static void main(String[] arguments) throws Exception {
    FuzzCampaign campaign =
        new FuzzCampaign(
            Path.of(arguments[0]).toAbsolutePath(),
            Long.parseLong(arguments[1]),
            Long.parseLong(arguments[2]));
    List<String> names =
        arguments[3].equals("all")
            ? FuzzTargets.ALL.stream().map(FuzzTarget::name).toList()
            : List.of(arguments[3].split(","));
    System.out.println(
        "| target | inputs | taken | branches | seconds | slowest, ms | largest, MiB |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    boolean sound = true;
    for (String name : names) {
      sound &= campaign.run(FuzzTargets.named(name));
    }
    if (!sound) {
      System.exit(1);
    }
  }

  private boolean run(FuzzTarget target) throws Exception {
    Path own = folder.resolve(target.name());
    Path corpus = Files.createDirectories(own.resolve("corpus"));
    int number = 0;
    for (byte[] input : target.seeds(Files.createDirectories(own.resolve("seeds")))) {
      Files.write(corpus.resolve("seed-" + number++), input);
    }
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command(target, own, corpus)).redirectErrorStream(true).start();
    String totals = null;
    String branches = "?";
    List<String> found = new ArrayList<>();
    try (BufferedReader lines = process.inputReader();
        Writer log = Files.newBufferedWriter(own.resolve("log.txt"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.write(line + "\n");
        Matcher summary = SUMMARY.matcher(line);
        Matcher coverage = COVERAGE.matcher(line);
        if (summary.find()) {
          totals = row(summary);
        } else if (coverage.matches()) {
          branches = coverage.group(1);
        } else if (line.startsWith("== Java") || line.contains("Test unit written to")) {
          found.add(line);
        }
      }
    }
    int exit = process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (totals == null) {
      throw new IOException(own.resolve("log.txt") + " holds no totals");
    }
    System.out.println(String.format(Locale.ROOT, totals, target.name(), branches, seconds));
    found.forEach(System.out::println);
    return exit == 0 && found.isEmpty();
  }

  private static String row(Matcher totals) {
    return String.format(
        Locale.ROOT,
        "| %%s | %s | %s | %%s | %%.0f | %s | %.1f |",
        totals.group(1),
        totals.group(2),
        totals.group(3),
        Long.parseLong(totals.group(4)) / 1024.0);
  }

  private List<String> command(FuzzTarget target, Path own, Path corpus) throws IOException {
    // Inputs become files; a file system in memory keeps them off the disk.
    Path memory = Path.of("/dev/shm");
    Path files =
        Files.isWritable(memory)
            ? Files.createTempDirectory(memory, "egcnn-fuzz-")
            : Files.createDirectories(own.resolve("files"));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + ReaderFuzzer.class.getName(),
        "--target_args=" + target.name() + " " + files,
        "--instrumentation_includes=org.egcnn.**:com.google.gson.**",
        "--reproducer_path=" + own,
        "-artifact_prefix=" + own + "/found-",
        "-dict=" + Path.of("src/test/fuzz/words.txt").toAbsolutePath(),
        "-runs=" + runs,
        "-seed=" + seed,
        "-max_len=" + LONGEST_INPUT,
        "-len_control=0",
        "-timeout=10",
        "-rss_limit_mb=0",
        corpus.toString());
  }
}
