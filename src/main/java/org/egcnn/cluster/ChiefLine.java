/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/** The chief's end of its lines to the workers. */
final class ChiefLine implements Closeable {
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 50;

  private final Cluster cluster;
  private final Set<InetAddress> members;
  private final Timing timing;
  private final TaskListener listener;
  private final ServerSocket server;
  private final Map<Integer, Line> workers = new ConcurrentHashMap<>();
  private volatile boolean complete;
  private volatile boolean closed;
  private final Runnable stop;
  private volatile String trouble;

  /**
   * Opens the port that workers come to.
   *
   * @param addresses of all processes; nobody else is let in
   * @param stop called when somebody asks a worker to stop
   * @param listener told who comes and goes
   * @throws BadInputException if the port cannot be had
   */
  ChiefLine(
      Cluster cluster,
      List<InetSocketAddress> addresses,
      Timing timing,
      Runnable stop,
      TaskListener listener)
      throws IOException {
    this.cluster = cluster;
    this.timing = timing;
    this.stop = stop;
    this.listener = listener;
    members = addresses.stream().map(InetSocketAddress::getAddress).collect(Collectors.toSet());
    int port = cluster.linePort();
    try {
      server = new ServerSocket(port, cluster.size(), addresses.get(0).getAddress());
    } catch (IOException e) {
      throw new BadInputException(
          "The chief cannot listen at "
              + addresses.get(0).getAddress().getHostAddress()
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "). Choose other ports in --cluster",
          e);
    }
    Thread thread = new Thread(this::accept, "EG-CNN cluster");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!closed) {
      try {
        Socket socket = server.accept();
        if (closed) {
          // a thread that waits still accepts for a moment after the port was closed
          socket.close();
          return;
        }
        Thread thread = new Thread(() -> greet(socket), "EG-CNN cluster");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        if (!closed) {
          fail("The chief's port failed (" + e.getMessage() + ")");
          return;
        }
      }
    }
  }

  private void greet(Socket socket) {
    try {
      if (!members.contains(socket.getInetAddress())) {
        socket.close();
        listener.warn(
            socket.getInetAddress().getHostAddress()
                + " is none of the cluster's addresses and was turned away");
        return;
      }
      Line line = new Line(socket, timing);
      String words = line.receive();
      Optional<Greeting> greeting = Greeting.parse(words == null ? "" : words);
      Optional<String> refusal =
          greeting.isEmpty()
              ? Optional.of("it is no worker of this program")
              : greeting.get().refusal(cluster);
      if (refusal.isEmpty() && workers.putIfAbsent(greeting.get().task(), line) != null) {
        refusal = Optional.of("its task " + greeting.get().task() + " has come already");
      }
      if (refusal.isPresent()) {
        line.send(WorkerLine.REFUSED + refusal.get());
        line.close();
        listener.warn("A worker was refused: " + refusal.get());
        return;
      }
      line.start(new Worker(greeting.get().task(), line));
      line.send(WorkerLine.WELCOME);
      listener.info("Worker " + cluster.name(greeting.get().task()) + " is here");
    } catch (IOException e) {
      close(socket);
      listener.warn("A worker came and went (" + e.getMessage() + ")");
    }
  }

  private static void close(Closeable connection) {
    try {
      connection.close();
    } catch (IOException e) {
      // it is of no use any more
    }
  }

  private final class Worker implements Line.Receiver {
    private final int task;
    private final Line line;

    Worker(int task, Line line) {
      this.task = task;
      this.line = line;
    }

    @Override
    public void onLine(String text) {
      if (text.equals(WorkerLine.STOP)) {
        stop.run();
        listener.info("Worker " + cluster.name(task) + " was asked to stop: so is the training");
      }
    }

    @Override
    public void onLost(String why) {
      line.close();
      workers.remove(task, line);
      if (closed) {
        return;
      }
      String message = "Worker " + cluster.name(task) + " was lost: " + why;
      if (complete) {
        fail(message);
      } else {
        listener.warn(message);
      }
    }
  }

  private synchronized void fail(String message) {
    if (trouble == null) {
      trouble = message;
    }
  }

  /**
   * Waits until all workers are here. From then on the loss of one is trouble.
   *
   * @param patience how long
   * @throws ClusterException if one has not come by then; the message names it
   */
  void awaitWorkers(Duration patience, TaskListener waiting) throws CancelledException {
    long start = System.nanoTime();
    while (workers.size() < cluster.size() - 1) {
      waiting.checkCancelled();
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new ClusterException(
            String.format(
                Locale.ROOT,
                "After %d s, %s missing. Start the same command there with its --task, check that"
                    + " its machine may reach port %s of the chief, or wait longer by"
                    + " --cluster-wait",
                patience.toSeconds(),
                missing(),
                server.getLocalPort()));
      }
      waiting.progress(
          workers.size(), cluster.size() - 1L, "Waiting for workers (" + missing() + " missing)");
      pause();
    }
    complete = true;
    if (workers.size() < cluster.size() - 1) {
      fail("Worker " + missing() + " lost before the first step");
    }
  }

  private String missing() {
    List<String> names =
        IntStream.range(1, cluster.size())
            .filter(task -> !workers.containsKey(task))
            .mapToObj(cluster::name)
            .toList();
    return String.join(", ", names) + (names.size() == 1 ? " is" : " are");
  }

  private static void pause() throws CancelledException {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /** What keeps the training from going on, naming the worker. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Tells the workers how it ended, and waits a moment until they have heard it. */
  void end(Ending ending) {
    closed = true;
    for (Line line : workers.values()) {
      try {
        line.finish(WorkerLine.END + ending);
      } catch (IOException e) {
        line.close();
      }
    }
    long start = System.nanoTime();
    try {
      while (!workers.isEmpty() && System.nanoTime() - start < GOODBYE.toNanos()) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  @Override
  public void close() {
    closed = true;
    workers.values().forEach(Line::close);
    close(server);
  }
}
