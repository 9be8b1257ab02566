/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.egcnn.task.BadInputException;

/**
 * Where one process is reached, as the user wrote it.
 *
 * @param host a name or an IPv4 address
 * @param port from 1 to 65535
 */
record ClusterAddress(String host, int port) {
  private static final String LOOPBACK = "127.0.0.1";

  /** Understands {@code host:port}, and a port alone, which is one of this machine's loopback. */
  static ClusterAddress parse(String text) throws BadInputException {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? LOOPBACK : text.substring(0, colon);
    String port = text.substring(colon + 1);
    int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
    if (!host.matches("[A-Za-z0-9._-]+") || number < 1 || number > 65535) {
      throw new BadInputException(
          "'"
              + text
              + "' is no address such as node1:41700: --cluster takes the host name or IPv4 address"
              + " and the port of each process, separated by commas");
    }
    return new ClusterAddress(host, number);
  }

  /**
   * Looks the host up.
   *
   * @throws BadInputException if it has no IPv4 address of one machine
   */
  InetSocketAddress resolve() throws BadInputException {
    try {
      InetAddress address =
          Stream.of(InetAddress.getAllByName(host))
              .filter(Inet4Address.class::isInstance)
              .findFirst()
              .orElseThrow(() -> new UnknownHostException(host));
      if (!address.isAnyLocalAddress() && !address.isMulticastAddress()) {
        return new InetSocketAddress(address, port);
      }
    } catch (UnknownHostException e) {
      throw new BadInputException(
          "The host '" + host + "' is not known here, or has no IPv4 address. Check --cluster", e);
    }
    throw new BadInputException("'" + host + "' is not the address of one machine");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
