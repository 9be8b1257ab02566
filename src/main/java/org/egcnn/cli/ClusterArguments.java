/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.cluster.Cluster;
import org.egcnn.task.BadInputException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Options of a training over several processes. */
final class ClusterArguments implements OptionGroup {
  private static final String SLURM = "slurm";
  private static final String TASK = "--task";
  private static final String PORT = "--cluster-port";
  private static final List<String> PROXIES = List.of("grpc_proxy", "https_proxy", "http_proxy");

  @Option(
      names = "--cluster",
      paramLabel = "LIST",
      description = {
        "Train over several processes: host:port of each, separated by commas; a port alone is one"
            + " of this machine's. 'slurm' takes the nodes of the job. The first is the chief, which"
            + " alone needs --data and --out. Private networks only: nothing is encrypted."
      })
  private String cluster;

  @Option(
      names = TASK,
      paramLabel = "N",
      description = "The number of this process in --cluster, from 0; Slurm tells it.")
  private Integer task;

  @Option(
      names = PORT,
      paramLabel = "PORT",
      description = "The port of each process with --cluster slurm; the chief takes the next too.")
  private int port = 41700;

  @Option(
      names = "--cluster-wait",
      paramLabel = "S",
      description = "Seconds to wait for processes that have not come.")
  private long wait = 600;

  @Override
  public String heading() {
    return "Several processes";
  }

  @Override
  public boolean inProtocols() {
    return false;
  }

  /**
   * Refuses options that have no effect without others, which a user would believe to act.
   *
   * @param given the options as they were given
   */
  void requireUse(ParseResult given) throws BadInputException {
    if (cluster == null) {
      OptionGroup.refuse(
          given,
          List.of(TASK, PORT, "--cluster-wait")::contains,
          "is given without --cluster: add that, or leave it out");
    } else if (cluster.equals(SLURM)) {
      OptionGroup.refuse(
          given, TASK::equals, "is for a list in --cluster; Slurm numbers its tasks");
    } else {
      OptionGroup.refuse(
          given, PORT::equals, "is for --cluster slurm; a list has the port of each process");
    }
  }

  /**
   * The cluster, or empty for a training in this process alone.
   *
   * @param environment the environment's variables, for Slurm's
   */
  Optional<Cluster> cluster(Map<String, String> environment) throws BadInputException {
    if (cluster == null) {
      return Optional.empty();
    }
    if (wait < 1) {
      throw new BadInputException("--cluster-wait must be 1 or more");
    }
    refuseProxies(environment);
    Cluster found =
        cluster.equals(SLURM)
            ? Cluster.ofSlurm(environment, port)
            : Cluster.listed(cluster, task == null ? -1 : task);
    return Optional.of(found).filter(c -> c.size() > 1);
  }

  /** TensorFlow's gRPC would send weights and images through a proxy of the web. */
  private static void refuseProxies(Map<String, String> environment) throws BadInputException {
    for (String name : PROXIES) {
      if (!environment.getOrDefault(name, "").isEmpty()) {
        throw new BadInputException(
            "The variable "
                + name
                + " is set, and TensorFlow would train through that proxy: start with env -u "
                + name);
      }
    }
  }

  /** How long to wait for processes that have not come. */
  Duration patience() {
    return Duration.ofSeconds(wait);
  }
}
