/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.egcnn.model.Json;
import org.egcnn.task.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code eg-cnn info}. */
@Command(
    name = "info",
    description =
        "Describes a model or a protocol, or without one this program, its engine and the machine.")
final class InfoCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Option(names = "--model", paramLabel = "FOLDER", description = "A model folder.")
  private Path model;

  @Option(
      names = ProtocolOption.NAME,
      paramLabel = "NAME",
      description = "A protocol: brats2019, kits2019 or a .json file.")
  private String protocol;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (model != null && protocol != null) {
      throw new BadInputException("--model and --protocol exclude each other: give one of them");
    }
    Record info = protocol == null ? systemOrModel() : ProtocolInfo.of(protocol);
    main.session().out().println(json ? Json.toText(info) : info);
    return ExitCode.SUCCESS;
  }

  private Record systemOrModel() throws IOException {
    return model == null ? SystemInfo.present() : ModelInfo.of(model);
  }
}
