/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcnn.evaluate.FigureSettings;
import org.egcnn.evaluate.SliceChoice;
import org.egcnn.task.BadInputException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** What the figures of an evaluation show. */
final class FigureArguments implements OptionGroup {
  private static final FigureSettings STANDARD = FigureSettings.standard();

  /** What has no effect without figures; the name stands in the report too. */
  private static final Set<String> OF_FIGURES =
      Set.of(
          "--also",
          "--edges",
          "--panels",
          "--panel-cases",
          "--panel-slice",
          "--figure-channel",
          "--boundary-volumes");

  @Option(
      names = "--figures",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Draw each case, its boundary errors, and some cases side by side.")
  private boolean figures;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What figures call the predicted masks.")
  private String name = STANDARD.name();

  @Option(
      names = "--also",
      paramLabel = "NAME=FOLDER",
      description = "Further predicted masks to show before these, under a name; repeatable.")
  private Map<String, Path> also = new LinkedHashMap<>();

  @Option(
      names = "--edges",
      paramLabel = "FOLDER",
      description =
          "The predicted edge maps, CASE_edges as segment writes them. By default those that lie"
              + " beside the predicted masks.")
  private Path edges;

  @Option(
      names = "--panels",
      paramLabel = "N",
      description = "How many cases panels.png shows, from the worst to the best; 0 for none.")
  private int panels = STANDARD.panels();

  @Option(
      names = "--panel-cases",
      split = ",",
      paramLabel = "CASE",
      description = "Which cases it shows instead, separated by commas.")
  private List<String> panelCases = List.of();

  @Option(
      names = "--panel-slice",
      paramLabel = "WHICH",
      description = "Which slice it shows: largest-reference or most-errors.",
      defaultValue = "largest-reference")
  private SliceChoice slice;

  @Option(
      names = "--figure-channel",
      paramLabel = "N",
      description = "Which channel of the image is shown, from 0.")
  private int channel = STANDARD.channel();

  @Option(
      names = "--boundary-volumes",
      description = "Also write the boundary errors as volumes, a channel for each class.")
  private boolean boundaryVolumes;

  @Override
  public String heading() {
    return "Figures";
  }

  /** Whether anything is to be drawn. */
  boolean wanted() {
    return figures;
  }

  /**
   * Refuses options that have no effect beside others, which a user would believe to act.
   *
   * @param given the options as they were given
   */
  void requireUse(ParseResult given) throws BadInputException {
    if (!figures) {
      OptionGroup.refuse(
          given,
          OF_FIGURES::contains,
          "is given, but no figures are wanted: leave out one of it and --no-figures");
    }
    if (panels == 0) {
      OptionGroup.refuse(
          given,
          "--panel-cases"::equals,
          "is given beside --panels 0, which wants none: leave out one of them");
    }
  }

  /**
   * The settings.
   *
   * @throws BadInputException if one is out of range
   */
  FigureSettings settings() throws BadInputException {
    return ValidSetting.of(
        () ->
            new FigureSettings(
                name,
                also,
                Optional.ofNullable(edges),
                panels,
                panelCases,
                slice,
                channel,
                boundaryVolumes));
  }
}
