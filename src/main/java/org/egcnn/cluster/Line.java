/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * A connection between chief and worker that carries lines of text. Both ends say regularly that
 * they live, so that the other learns of a process that hangs or a cable that was pulled.
 */
final class Line implements Closeable {
  private static final String ALIVE = "alive";

  /** Hears what comes; called by the line's own thread. */
  interface Receiver {
    /** The other end said something. */
    void onLine(String line);

    /**
     * Nothing more will come.
     *
     * @param why what happened to the other end, such as {@code its process ended}
     */
    void onLost(String why);
  }

  private final Socket socket;
  private final Timing timing;
  private final BufferedReader in;
  private final OutputStream out;

  /** A line over a connection, which it closes. */
  Line(Socket socket, Timing timing) throws IOException {
    this.socket = socket;
    this.timing = timing;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) timing.silence().toMillis());
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    out = socket.getOutputStream();
  }

  /** Says something. */
  synchronized void send(String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /**
   * Waits for what the other end says.
   *
   * @return null at the end
   * @throws SocketTimeoutException if it has been silent for too long
   */
  String receive() throws IOException {
    String line = in.readLine();
    while (ALIVE.equals(line)) {
      line = in.readLine();
    }
    return line;
  }

  /** Starts to beat, and to pass on what comes. */
  void start(Receiver receiver) {
    startThread(this::beat);
    startThread(() -> listen(receiver));
  }

  private static void startThread(Runnable task) {
    Thread thread = new Thread(task, "EG-CNN cluster line");
    thread.setDaemon(true);
    thread.start();
  }

  private void beat() {
    try {
      while (!socket.isClosed()) {
        send(ALIVE);
        Thread.sleep(timing.beat().toMillis());
      }
    } catch (IOException e) {
      // the listening thread learns of it too
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(Receiver receiver) {
    String why = "its process ended";
    try {
      for (String line = receive(); line != null; line = receive()) {
        receiver.onLine(line);
      }
    } catch (SocketTimeoutException e) {
      why = "nothing was heard of it for " + timing.silence().toSeconds() + " s";
    } catch (IOException e) {
      why = "the connection broke, its process may have ended";
    }
    receiver.onLost(why);
  }

  /** Says a last thing and that nothing will follow; the other end hangs up then. */
  synchronized void finish(String text) throws IOException {
    send(text);
    socket.shutdownOutput();
  }

  /** Ends the connection. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // there is nothing left to lose
    }
  }
}
