/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.io.IOException;
import java.lang.ref.Reference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcnn.engine.ClusterPlace;
import org.egcnn.engine.ClusterServer;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineOptions;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * A process that computes for the chief of a cluster. It needs neither data nor a folder.
 *
 * @param cluster the processes, and which this one is
 * @param patience how long to wait for the chief
 */
public record Worker(Cluster cluster, Duration patience) {

  /**
   * Serves until the chief tells that the training has ended.
   *
   * @param options threads and device of this process
   * @param listener may ask to stop, which stops the whole training after its running step
   * @return how it ended
   * @throws BadInputException if a host is unknown or this process is on the wrong one
   * @throws ClusterException if the chief does not come, or is lost
   * @throws CancelledException if stopped before the chief came
   */
  public Ending run(Engine engine, EngineOptions options, TaskListener listener)
      throws IOException, CancelledException {
    List<InetSocketAddress> addresses = cluster.resolve();
    InetSocketAddress chief =
        new InetSocketAddress(addresses.get(0).getAddress(), cluster.linePort());
    ClusterServer server = engine.serve(place(cluster, addresses), options);
    try (WorkerLine line =
        WorkerLine.connect(cluster, chief, patience, Timing.STANDARD, listener)) {
      listener.info("Worker " + cluster.name(cluster.task()) + " computes for " + cluster.name(0));
      return line.await(listener);
    } finally {
      Reference.reachabilityFence(server);
    }
  }

  /** Where the engine of this process listens, and to whom. */
  static ClusterPlace place(Cluster cluster, List<InetSocketAddress> addresses) {
    Set<InetAddress> members =
        addresses.stream().map(InetSocketAddress::getAddress).collect(Collectors.toSet());
    InetAddress own = addresses.get(cluster.task()).getAddress();
    return new ClusterPlace(addresses, cluster.task(), new PortGate(own, members));
  }
}
