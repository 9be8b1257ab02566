/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.egcnn.bench.BenchmarkPart;
import org.egcnn.bench.SizedCrop;
import org.egcnn.dataset.VoxelSize;
import org.egcnn.engine.EngineOptions;
import org.egcnn.evaluate.EmptyPolicy;
import org.egcnn.evaluate.SliceChoice;
import org.egcnn.example.ExampleLayout;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Size;
import org.egcnn.segment.OutputKind;
import org.egcnn.task.Software;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code eg-cnn}. */
@Command(
    name = "eg-cnn",
    description = "Trains, applies and evaluates edge-gated 3D segmentation networks.",
    footer = {
      "",
      "Exit codes: 0 success, 1 failure, 2 bad usage or bad input, 130 cancelled.",
      "'eg-cnn COMMAND --help' explains a command."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TrainCommand.class,
      SegmentCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      EdgesCommand.class,
      ExampleCommand.class,
      BenchCommand.class,
      InfoCommand.class
    },
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    showDefaultValues = true,
    usageHelpAutoWidth = true,
    abbreviateSynopsis = true,
    sortOptions = false)
public final class Main implements Runnable {
  private final Session session;

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description = "Show where an error comes from (stack traces).")
  private boolean verbose;

  Main(Session session) {
    this.session = session;
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Software.nameAndVersion()};
    }
  }

  /**
   * Runs the command line and ends the process with its exit code. Ctrl-C and SIGTERM ask the
   * running task to stop and wait for what it still writes.
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    Interruption interruption = Interruption.install(err);
    Session session = new Session(out, err, interruption::isRequested, Terminal.isStandardError());
    interruption.exit(run(session, args));
  }

  /**
   * Runs the command line without ending the process.
   *
   * @param out where results go
   * @param err where progress and messages go, one line each
   * @param cancelled asked often whether to stop
   * @return the exit code
   */
  public static int run(
      PrintWriter out, PrintWriter err, BooleanSupplier cancelled, String... args) {
    return run(new Session(out, err, cancelled, false), args);
  }

  private static int run(Session session, String... args) {
    Main main = new Main(session);
    Failures failures = new Failures(session.err(), () -> main.verbose);
    CommandLine line = commandLine(main);
    line.setOut(session.out()).setErr(session.err());
    line.setParameterExceptionHandler(failures).setExecutionExceptionHandler(failures);
    try {
      ProtocolDefaults.install(line, args);
      return line.execute(args);
    } catch (IOException e) {
      return failures.report(e);
    } catch (Error e) {
      return failures.report(e);
    } finally {
      session.out().flush();
      session.err().flush();
    }
  }

  /** The parser of the command and its sub-commands. */
  static CommandLine commandLine(Main main) {
    CommandLine line = new CommandLine(main);
    register(line);
    SectionedHelp.install(line);
    return line;
  }

  /** Makes a parser read the types of this program. */
  static void register(CommandLine line) {
    line.registerConverter(VoxelSize.class, new SettingConverter<>(VoxelSize::parse));
    line.registerConverter(LabelClass.class, new SettingConverter<>(LabelClass::parse));
    line.registerConverter(Normalisation.class, new SettingConverter<>(Normalisation::parse));
    line.registerConverter(Size.class, new SettingConverter<>(Size::parse));
    line.registerConverter(Backbone.class, new SettingConverter<>(Backbone::parse));
    line.registerConverter(EdgeStream.Fusion.class, ChoiceConverter.of(EdgeStream.Fusion.class));
    line.registerConverter(EdgeStream.Stop.class, ChoiceConverter.of(EdgeStream.Stop.class));
    line.registerConverter(
        EdgeStream.Attention.class, ChoiceConverter.of(EdgeStream.Attention.class));
    line.registerConverter(OutputKind.class, ChoiceConverter.of(OutputKind.class));
    line.registerConverter(ExampleLayout.class, ChoiceConverter.of(ExampleLayout.class));
    line.registerConverter(EmptyPolicy.class, ChoiceConverter.of(EmptyPolicy.class));
    line.registerConverter(
        EngineOptions.Precision.class, ChoiceConverter.of(EngineOptions.Precision.class));
    line.registerConverter(
        EngineOptions.Recomputation.class, ChoiceConverter.of(EngineOptions.Recomputation.class));
    line.registerConverter(BenchmarkPart.class, ChoiceConverter.of(BenchmarkPart.class));
    line.registerConverter(SizedCrop.class, new SettingConverter<>(SizedCrop::parse));
    line.registerConverter(SliceChoice.class, ChoiceConverter.of(SliceChoice.class));
    line.registerConverter(Path.class, new SettingConverter<>(Path::of));
  }

  /** Where the running command prints and learns that it should stop. */
  Session session() {
    return session;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing, such as train");
  }
}
