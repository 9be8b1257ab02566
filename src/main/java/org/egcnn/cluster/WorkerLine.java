/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/** A worker's end of its line to the chief. */
final class WorkerLine implements Closeable {
  static final String WELCOME = "welcome";
  static final String REFUSED = "refused: ";
  static final String STOP = "stop";
  static final String END = "end ";

  private static final int CONNECT_MILLIS = 2000;

  private final Cluster cluster;
  private final Line line;
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();

  private WorkerLine(Cluster cluster, Line line) {
    this.cluster = cluster;
    this.line = line;
    line.start(
        new Line.Receiver() {
          @Override
          public void onLine(String text) {
            if (text.startsWith(END)) {
              ending.complete(Ending.valueOf(text.substring(END.length())));
            }
          }

          @Override
          public void onLost(String why) {
            ending.completeExceptionally(
                new ClusterException("The chief " + cluster.name(0) + " was lost: " + why));
          }
        });
  }

  /**
   * Calls the chief until it answers.
   *
   * @param chief the chief's address; the port is that of the line
   * @param patience how long to try
   * @throws ClusterException if it does not answer by then, or refuses this worker
   */
  static WorkerLine connect(
      Cluster cluster,
      InetSocketAddress chief,
      Duration patience,
      Timing timing,
      TaskListener listener)
      throws CancelledException {
    long start = System.nanoTime();
    while (true) {
      listener.checkCancelled();
      Socket socket = new Socket();
      try {
        socket.connect(chief, CONNECT_MILLIS);
        return greet(cluster, new Line(socket, timing));
      } catch (IOException e) {
        close(socket);
        if (System.nanoTime() - start > patience.toNanos()) {
          throw new ClusterException(
              String.format(
                  "The chief %s did not answer at port %d within %d s (%s). Start it, check that"
                      + " this machine may reach that port, or wait longer by --cluster-wait",
                  cluster.name(0), chief.getPort(), patience.toSeconds(), e.getMessage()),
              e);
        }
        listener.progress(0, 0, "Waiting for the chief " + cluster.name(0));
        pause();
      }
    }
  }

  private static WorkerLine greet(Cluster cluster, Line line) throws IOException {
    line.send(Greeting.of(cluster).toString());
    String answer = line.receive();
    if (WELCOME.equals(answer)) {
      return new WorkerLine(cluster, line);
    }
    line.close();
    if (answer != null && answer.startsWith(REFUSED)) {
      throw new ClusterException(
          "The chief "
              + cluster.name(0)
              + " refused this worker: "
              + answer.substring(REFUSED.length()));
    }
    throw new IOException("it hung up");
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it never connected
    }
  }

  private static void pause() throws CancelledException {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /**
   * Waits until the chief tells how it ended. If the listener asks to stop, so is the chief, which
   * finishes the running step first.
   *
   * @throws ClusterException if the chief is lost
   */
  Ending await(TaskListener listener) throws CancelledException {
    boolean asked = false;
    while (true) {
      try {
        return ending.get(200, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (listener.isCancelled() && !asked) {
          asked = true;
          askToStop();
        }
      } catch (ExecutionException e) {
        if (asked) {
          throw new CancelledException();
        }
        throw new ClusterException(e.getCause().getMessage(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
    }
  }

  private void askToStop() {
    try {
      line.send(STOP);
    } catch (IOException e) {
      // the chief is gone, which ends the wait
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
