/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcnn.model.Json;
import org.egcnn.segment.Models;
import org.egcnn.task.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code eg-cnn info}. */
@Command(
    name = "info",
    description =
        "Describes a model, a protocol or a folder of segmentations, or without one this program, its"
            + " engine and the machine.")
final class InfoCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description = "A model folder, or a folder of models that segment together.")
  private Path model;

  @Option(
      names = ProtocolOption.NAME,
      paramLabel = "NAME",
      description = "A protocol: brats2019, kits2019 or a .json file.")
  private String protocol;

  @Option(
      names = "--segmented",
      paramLabel = "FOLDER",
      description = "What the processes of 'eg-cnn segment --shard' have done in their --out.")
  private Path segmented;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (Stream.of(model, protocol, segmented).filter(Objects::nonNull).count() > 1) {
      throw new BadInputException(
          "--model, --protocol and --segmented exclude each other: give one of them");
    }
    Record info = info();
    main.session().out().println(json ? Json.toText(info) : info);
    return ExitCode.SUCCESS;
  }

  private Record info() throws IOException {
    if (protocol != null) {
      return ProtocolInfo.of(protocol);
    }
    if (segmented != null) {
      return SegmentedInfo.of(segmented);
    }
    return model == null ? SystemInfo.present() : models();
  }

  private Record models() throws IOException {
    List<Path> folders = Models.of(model).folders();
    if (folders.size() == 1) {
      return ModelInfo.of(folders.get(0));
    }
    List<ModelInfo> infos = new ArrayList<>();
    for (Path folder : folders) {
      infos.add(ModelInfo.of(folder));
    }
    return new EnsembleInfo(infos);
  }

  /** Models that segment together. */
  private record EnsembleInfo(List<ModelInfo> models) {
    @Override
    public String toString() {
      String blankLine = System.lineSeparator().repeat(2);
      return models.stream().map(ModelInfo::toString).collect(Collectors.joining(blankLine));
    }
  }
}
