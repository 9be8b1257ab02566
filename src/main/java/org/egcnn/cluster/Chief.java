/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.egcnn.engine.ClusterServer;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * The process that leads a cluster: it has the workers compute their crops of each step. Workers
 * may come while it still reads its data.
 */
public final class Chief implements Workforce, AutoCloseable {
  private static final Duration CONNECTING = Duration.ofSeconds(15);

  private final Cluster cluster;
  private final List<InetSocketAddress> addresses;
  private final Duration patience;
  private final ChiefLine line;

  private Chief(
      Cluster cluster, List<InetSocketAddress> addresses, Duration patience, ChiefLine line) {
    this.cluster = cluster;
    this.addresses = addresses;
    this.patience = patience;
    this.line = line;
  }

  /**
   * Lets workers come.
   *
   * @param patience how long to wait for those who have not come when the first step is due
   * @param stop called when somebody asks a worker to stop, and so all
   * @param listener told who comes and goes
   * @throws BadInputException if a host is unknown or a port is taken
   */
  public static Chief open(Cluster cluster, Duration patience, Runnable stop, TaskListener listener)
      throws IOException {
    List<InetSocketAddress> addresses = cluster.resolve();
    return new Chief(
        cluster,
        addresses,
        patience,
        new ChiefLine(cluster, addresses, Timing.STANDARD, stop, listener));
  }

  @Override
  public int processes() {
    return cluster.size();
  }

  @Override
  public Network create(
      Engine engine,
      Architecture architecture,
      LossSettings losses,
      EngineOptions options,
      TaskListener listener)
      throws CancelledException {
    ClusterServer server = engine.serve(Worker.place(cluster, addresses), options);
    line.awaitWorkers(patience, listener);
    requireReachable(cluster, addresses);
    return WatchedNetwork.create(
        () -> server.create(architecture, Optional.of(losses)), line::trouble);
  }

  /**
   * The engine would wait for ever for a worker whose port a firewall closes.
   *
   * @param addresses of all processes, the chief's first; the workers listen already
   * @throws ClusterException naming the first that cannot be reached
   */
  static void requireReachable(Cluster cluster, List<InetSocketAddress> addresses) {
    for (int task = 1; task < addresses.size(); task++) {
      try (Socket socket = new Socket()) {
        socket.connect(addresses.get(task), (int) CONNECTING.toMillis());
      } catch (IOException e) {
        throw new ClusterException(
            "Worker "
                + cluster.name(task)
                + " has come, but its port cannot be reached from here ("
                + e.getMessage()
                + "). Open it in firewalls between the nodes, both ways; if this machine has several"
                + " addresses, list the one that the worker sees",
            e);
      }
    }
  }

  /** Tells the workers how the training ended, which lets them go. */
  public void end(Ending ending) {
    line.end(ending);
  }

  /** Tells the workers that the training failed, unless its end was told. */
  @Override
  public void close() {
    line.end(Ending.FAILED);
  }
}
