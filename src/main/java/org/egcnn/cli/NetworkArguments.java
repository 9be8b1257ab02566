/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.task.BadInputException;
import org.egcnn.train.NamedSettings;
import org.egcnn.train.NetworkChoice;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Options of the network. */
final class NetworkArguments implements OptionGroup {
  private static final NetworkChoice STANDARD = NetworkChoice.standard();
  private static final String STREAM = "--edge-stream";

  @Option(
      names = "--backbone",
      paramLabel = "NAME",
      description = "The main stream: seg-net, u-net or v-net.")
  private Backbone backbone = STANDARD.backbone();

  @Option(
      names = STREAM,
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Add the edge-gated stream, which takes 1.1 to 2 times as long. Without it, the backbone"
              + " is trained alone.")
  private boolean edgeStream;

  @Option(
      names = "--fusion",
      paramLabel = "NAME",
      defaultValue = "zero-start",
      description = "How the edge stream joins the main stream: zero-start, plain or convolved.")
  private EdgeStream.Fusion fusion;

  @Option(
      names = "--gates",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Attention gates in the edge stream; without, every map is 1 (an ablation).")
  private boolean gates;

  @Option(
      names = "--attention",
      paramLabel = "NAME",
      defaultValue = "normalised",
      description =
          "What the gates' attention is computed from: normalised, the sum of both streams' maps"
              + " after a GroupNorm; plain, the sum as it is (an ablation).")
  private EdgeStream.Attention attention;

  @Option(
      names = "--edge-width",
      paramLabel = "N",
      description =
          "Channels of the edge stream at the finest resolution; 0 for as many as --width. Half as"
              + " many take about a quarter of its operations.")
  private int edgeWidth;

  @Option(
      names = "--stop-gradients",
      paramLabel = "WHERE",
      defaultValue = "none",
      description =
          "Where gradients between the streams end (an ablation): none; into-main, what passes"
              + " through the edge stream does not teach the main one; into-edge, the segmentation"
              + " does not teach the edge stream; both.")
  private EdgeStream.Stop stop;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Channels at the finest resolution, doubled at each lower one.")
  private int width = STANDARD.width();

  @Option(
      names = "--levels",
      paramLabel = "N",
      description = "Resolutions, 2 to 6. Crop sides are multiples of 2^(levels-1).")
  private int levels = STANDARD.levels();

  @Option(
      names = "--kernel",
      paramLabel = "N",
      description = "Side of the convolution kernels, 3 or 5. By default 5 for v-net, else 3.")
  private Integer kernel;

  @Override
  public String heading() {
    return "Network";
  }

  /**
   * Refuses options of a stream that is not there, which a user would believe to act.
   *
   * @param given the options as they were given
   */
  void requireStream(ParseResult given) throws BadInputException {
    if (edgeStream) {
      return;
    }
    OptionGroup.refuse(
        given,
        name -> needsStream(name.substring(2)),
        "is given, but there is no edge stream: add " + STREAM + " or leave it out");
    if (!given.hasMatchedOption(STREAM)
        && given.commandSpec().defaultValueProvider() instanceof ProtocolDefaults protocol
        && !protocol.settings().containsKey(STREAM.substring(2))) {
      for (String name : protocol.settings().keySet()) {
        if (needsStream(name)) {
          throw new BadInputException(
              "The protocol sets "
                  + name
                  + ", but no edge-stream: give "
                  + STREAM
                  + " or --no-edge-stream");
        }
      }
    }
  }

  private static boolean needsStream(String name) {
    return NamedSettings.OF_STREAM.contains(name) || NamedSettings.OF_STREAM_LOSSES.contains(name);
  }

  /** The network. */
  NetworkChoice choice() throws BadInputException {
    if (edgeWidth < 0) {
      throw new BadInputException("--edge-width must be 0 or more");
    }
    return new NetworkChoice(
        backbone,
        edgeStream
            ? Optional.of(new EdgeStream(fusion, gates, edgeWidth, stop, attention))
            : Optional.empty(),
        width,
        levels,
        kernel == null ? OptionalInt.empty() : OptionalInt.of(kernel));
  }
}
