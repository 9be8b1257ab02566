/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.egcnn.task.BadInputException;

/**
 * The processes that train together, and which of them this one is.
 *
 * @param processes where each is reached
 * @param task this process's number; 0 is the chief
 */
public record Cluster(List<ClusterAddress> processes, int task) {

  /** Checks the number. */
  public Cluster {
    processes = List.copyOf(processes);
  }

  /**
   * A cluster that is listed.
   *
   * @param list {@code host:port} of each process, separated by commas
   * @param task this process's number
   */
  public static Cluster listed(String list, int task) throws BadInputException {
    List<ClusterAddress> processes = new ArrayList<>();
    for (String text : list.split(",", -1)) {
      processes.add(ClusterAddress.parse(text.strip()));
    }
    if (new HashSet<>(processes).size() < processes.size()) {
      throw new BadInputException("--cluster " + list + " names a process twice");
    }
    if (task < 0 || task >= processes.size()) {
      throw new BadInputException(
          "--cluster needs --task: the number of this process in the list, from 0 to "
              + (processes.size() - 1));
    }
    return new Cluster(processes, task);
  }

  /**
   * The cluster of a Slurm step with one process on each node.
   *
   * @param environment the variables Slurm sets
   * @param port the port that each process takes
   */
  public static Cluster ofSlurm(Map<String, String> environment, int port)
      throws BadInputException {
    String hosts =
        environment.getOrDefault("SLURM_STEP_NODELIST", environment.get("SLURM_JOB_NODELIST"));
    String task = environment.getOrDefault("SLURM_PROCID", "");
    String tasks =
        environment.getOrDefault(
            "SLURM_STEP_NUM_TASKS", environment.getOrDefault("SLURM_NTASKS", ""));
    if (hosts == null || !task.matches("\\d{1,6}")) {
      throw new BadInputException(
          "--cluster slurm finds no SLURM_JOB_NODELIST and SLURM_PROCID: start eg-cnn with srun");
    }
    List<ClusterAddress> processes = new ArrayList<>();
    for (String host : HostList.expand(hosts)) {
      processes.add(ClusterAddress.parse(host + ":" + port));
    }
    if (!tasks.equals(Integer.toString(processes.size()))) {
      throw new BadInputException(
          "Slurm started "
              + (tasks.isEmpty() ? "an unknown number of" : tasks)
              + " processes on "
              + processes.size()
              + " nodes, but each node takes one: start eg-cnn with srun --ntasks-per-node=1");
    }
    if (Integer.parseInt(task) >= processes.size()) {
      throw new BadInputException("SLURM_PROCID " + task + " is above the number of nodes");
    }
    return new Cluster(processes, Integer.parseInt(task));
  }

  /** How many processes there are. */
  public int size() {
    return processes.size();
  }

  /** Whether this process reads, writes and leads. */
  public boolean isChief() {
    return task == 0;
  }

  /** How a process is called in messages: {@code node2:41700 (task 1)}. */
  String name(int number) {
    return processes.get(number) + " (task " + number + ")";
  }

  /**
   * The port of the line between chief and workers: the one after the highest that the list gives
   * for the chief's host.
   */
  int linePort() throws BadInputException {
    String host = processes.get(0).host();
    int highest =
        processes.stream()
            .filter(process -> process.host().equals(host))
            .mapToInt(ClusterAddress::port)
            .max()
            .orElseThrow();
    if (highest == 65535) {
      throw new BadInputException(
          "The port after the chief's, 65536, does not exist: choose lower ports in --cluster");
    }
    return highest + 1;
  }

  /**
   * Looks all hosts up.
   *
   * @throws BadInputException if one is not known, this process's is not this machine, or some can
   *     be reached on their own machine alone
   */
  List<InetSocketAddress> resolve() throws BadInputException {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (ClusterAddress process : processes) {
      addresses.add(process.resolve());
    }
    long loopback = addresses.stream().filter(a -> a.getAddress().isLoopbackAddress()).count();
    if (loopback != 0 && loopback != addresses.size()) {
      throw new BadInputException(
          "Of --cluster, some hosts are known here by a loopback address, which other machines"
              + " cannot reach: "
              + addresses
              + ". Give the addresses of their network instead of names, or correct /etc/hosts");
    }
    InetAddress own = addresses.get(task).getAddress();
    if (!isHere(own)) {
      throw new BadInputException(
          "Process "
              + name(task)
              + " should run at "
              + own.getHostAddress()
              + ", which is not an address of this machine. Check --task");
    }
    return addresses;
  }

  private static boolean isHere(InetAddress address) {
    try {
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }
}
