/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.task.BadInputException;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.Protocol;
import org.egcnn.train.ProtocolTraining;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** What of a network only those change who know why, and the protocol that may decide it. */
public abstract class NetworkCommand extends EngineCommand implements Following {
  /** The network unless another is asked for. */
  protected static final NetworkChoice NETWORK = NetworkChoice.standard();

  /** The choice of crops' variation that follows the protocol. */
  protected static final String AS_PROTOCOL = "protocol";

  @Parameter(
      label = "Protocol",
      description =
          "brats2019, kits2019 or a .json file: decides whatever is left as it is. Empty for none.",
      required = false,
      attrs = @Attr(name = PAGE),
      persist = false)
  private String protocol = "";

  @Parameter(
      label = "Width",
      description = "Channels at the finest resolution; they double at each lower one.",
      min = "1",
      max = "128",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int width = NETWORK.width();

  @Parameter(
      label = "Width of the edge stream",
      description =
          "0 for that of the network; half of it takes about a quarter of its operations.",
      min = "0",
      max = "128",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int edge_channels;

  @Parameter(
      label = "Resolutions",
      description = "Each halves the image once more; crop sides are multiples of 2^(n-1).",
      min = "2",
      max = "6",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int levels = NETWORK.levels();

  /**
   * The protocol's settings of training by the names of the inputs; those that have no input are
   * taken by {@link #followed}.
   */
  @Override
  public Map<String, String> defaults() throws IOException {
    Map<String, String> texts = new HashMap<>();
    if (protocol.isEmpty()) {
      return texts;
    }
    followed();
    Protocol.open(protocol)
        .training()
        .forEach((key, setting) -> texts.put(input(key), setting.value()));
    texts.put("augmentation", AS_PROTOCOL);
    return texts;
  }

  private static String input(String key) {
    // "edge_width" would end like "width", which ImageJ then finds in it
    return key.equals("edge-width") ? "edge_channels" : key.replace('-', '_');
  }

  /** What the protocol says, or the defaults if there is none. */
  protected final ProtocolTraining followed() throws IOException {
    return protocol.isEmpty()
        ? ProtocolTraining.standard()
        : ProtocolTraining.of(Protocol.open(protocol));
  }

  /** Whether a protocol is followed. */
  protected final boolean follows() {
    return !protocol.isEmpty();
  }

  /**
   * Refuses what a user would believe to act; a protocol's channels may be left out with its
   * stream.
   *
   * @param edges whether there is an edge stream
   * @throws BadInputException if its channels are set and there is none
   */
  protected final void requireStream(boolean edges) throws BadInputException {
    if (!edges && edge_channels != 0 && !follows()) {
      throw new BadInputException(
          "edge_channels is "
              + edge_channels
              + ", but there is no edge stream: switch edge_stream on, or leave edge_channels at 0");
    }
  }

  /**
   * The network.
   *
   * @param backbone the main stream's name
   * @param edges whether there is an edge stream
   * @param followed decides what has no input
   */
  protected final NetworkChoice network(String backbone, boolean edges, ProtocolTraining followed) {
    EdgeStream stream = followed.network().edgeStream().orElse(EdgeStream.standard());
    return new NetworkChoice(
        Backbone.parse(backbone),
        edges
            ? Optional.of(
                new EdgeStream(
                    stream.fusion(),
                    stream.gated(),
                    edge_channels,
                    stream.stop(),
                    stream.attention()))
            : Optional.empty(),
        width,
        levels,
        followed.network().kernel());
  }
}
