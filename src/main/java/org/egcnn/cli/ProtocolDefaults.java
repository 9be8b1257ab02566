/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.egcnn.task.BadInputException;
import org.egcnn.train.Protocol;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;

/**
 * Makes a protocol's settings the defaults of a command's options, so that options on the command
 * line come before the protocol's, and {@code --help} shows what would be used.
 *
 * @param settings the settings by option name, without hyphens
 */
record ProtocolDefaults(Map<String, Protocol.Setting> settings) implements IDefaultValueProvider {
  /** Reads the one option that must be known before the others' defaults are. */
  private static final class Scan {
    @Option(names = ProtocolOption.NAME)
    private String protocol;

    @Unmatched private List<String> others = new ArrayList<>();
  }

  /**
   * Looks for {@code --protocol} and sets the defaults it asks for.
   *
   * @param line the parser of all commands
   * @param args the command line
   * @throws BadInputException if the protocol cannot be used, naming its file and key
   * @throws IOException if it cannot be read
   */
  static void install(CommandLine line, String... args) throws IOException {
    Scan scan = scan(args);
    // options of the program itself, none of which has a value, may come before the command
    Optional<String> command =
        scan.others.stream().filter(word -> !word.startsWith("-")).findFirst();
    if (command.isEmpty() || scan.protocol == null) {
      return;
    }
    CommandLine train = line.getSubcommands().get("train");
    CommandLine evaluate = line.getSubcommands().get("evaluate");
    if (!List.of(train.getCommandName(), evaluate.getCommandName()).contains(command.get())) {
      return;
    }
    Protocol protocol = Protocol.open(scan.protocol);
    install(protocol, "training", protocol.training(), train, trainable(train.getCommandSpec()));
    install(
        protocol,
        "evaluation",
        protocol.evaluation(),
        evaluate,
        new TreeSet<>(Protocol.EVALUATION));
  }

  /** The line with what files of arguments ({@code @file}) hold. */
  private static Scan scan(String... args) {
    Scan scan = new Scan();
    try {
      new CommandLine(scan).parseArgs(args);
    } catch (ParameterException e) {
      // the command's own parser complains of it
      return new Scan();
    }
    return scan;
  }

  /** The options that decide about the result of a training, but not where it takes place. */
  private static SortedSet<String> trainable(CommandSpec spec) {
    SortedSet<String> names = new TreeSet<>();
    for (CommandSpec mixin : spec.mixins().values()) {
      if (mixin.userObject() instanceof OptionGroup group && group.inProtocols()) {
        mixin.options().forEach(option -> names.add(name(option)));
      }
    }
    return names;
  }

  private static void install(
      Protocol protocol,
      String section,
      Map<String, Protocol.Setting> settings,
      CommandLine command,
      SortedSet<String> known)
      throws BadInputException {
    for (Map.Entry<String, Protocol.Setting> entry : settings.entrySet()) {
      String where = protocol.place() + ": " + section + "." + entry.getKey();
      if (!known.contains(entry.getKey())) {
        throw new BadInputException(where + " is not known. There are " + String.join(", ", known));
      }
      requireReadable(where, entry.getKey(), entry.getValue().value(), command.getCommandName());
    }
    command.setDefaultValueProvider(new ProtocolDefaults(settings));
  }

  /** Reads a value as if it had been given as an option, to complain of the file and not of it. */
  private static void requireReadable(String where, String key, String value, String command)
      throws BadInputException {
    // of another parser, for reading sets the option's value
    OptionSpec option =
        Main.commandLine(new Main(null))
            .getSubcommands()
            .get(command)
            .getCommandSpec()
            .findOption("--" + key);
    CommandLine reader =
        new CommandLine(CommandSpec.create().addOption(OptionSpec.builder(option).build()));
    Main.register(reader);
    try {
      reader.parseArgs("--" + key + "=" + value);
    } catch (ParameterException e) {
      throw new BadInputException(where + ": " + e.getMessage() + ". Correct it", e);
    }
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (argument instanceof OptionSpec option && settings.containsKey(name(option))) {
      return settings.get(name(option)).value();
    }
    return null;
  }

  private static String name(OptionSpec option) {
    return option.longestName().substring(2);
  }
}
