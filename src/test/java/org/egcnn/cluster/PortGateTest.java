/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Loopback has 16 million addresses on Linux, which stand for machines here. */
class PortGateTest {
  private static final String HERE = "127.0.0.1";
  private static final String MEMBER = "127.0.0.3";
  private static final String STRANGER = "127.0.0.4";

  @Test
  @EnabledOnOs(OS.LINUX)
  void onlyMembersReachOnlyTheOwnAddress() throws Exception {
    // listens on every address, as TensorFlow does
    try (ServerSocket server = new ServerSocket(0)) {
      int port = server.getLocalPort();
      connect(STRANGER, STRANGER, port);
      server.accept().close();

      gate().close(port);
      connect(HERE, HERE, port);
      connect(MEMBER, HERE, port);
      assertThrows(SocketTimeoutException.class, () -> connect(STRANGER, HERE, port));
      assertThrows(SocketTimeoutException.class, () -> connect(MEMBER, STRANGER, port));
      assertThrows(IOException.class, () -> connect("::1", "::1", port));

      try (Socket member = server.accept()) {
        member.getOutputStream().write(7);
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aStrangerWhoCameBeforeIsNoticed() throws Exception {
    try (ServerSocket server = new ServerSocket(0);
        Socket early = socket(STRANGER, HERE, server.getLocalPort())) {
      ClusterException e =
          assertThrows(ClusterException.class, () -> gate().close(server.getLocalPort()));
      assertTrue(e.getMessage().contains("a stranger has connected"), e.getMessage());
      assertTrue(early.isConnected());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPortThatNobodyOpenedCannotBeClosed() {
    int port = FreePorts.first(1);
    ClusterException e = assertThrows(ClusterException.class, () -> gate().close(port));
    assertTrue(e.getMessage().startsWith("TensorFlow's port " + port), e.getMessage());
  }

  @Test
  @DisabledOnOs(OS.LINUX)
  void elsewhereThePortIsNotServed() {
    assertThrows(ClusterException.class, () -> gate().close(1));
  }

  private static PortGate gate() throws IOException {
    return new PortGate(
        InetAddress.getByName(HERE),
        List.of(InetAddress.getByName(HERE), InetAddress.getByName(MEMBER)));
  }

  private static void connect(String from, String to, int port) throws IOException {
    try (Socket socket = socket(from, to, port)) {
      assertEquals(port, socket.getPort());
    }
  }

  private static Socket socket(String from, String to, int port) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress(to, port), 700);
    return socket;
  }
}
