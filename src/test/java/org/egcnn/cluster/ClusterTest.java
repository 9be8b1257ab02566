/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTest {

  @Test
  void isListed() throws Exception {
    Cluster cluster = Cluster.listed("node1:5000, 10.0.0.2:5001,5002", 1);
    assertEquals(
        List.of(
            new ClusterAddress("node1", 5000),
            new ClusterAddress("10.0.0.2", 5001),
            new ClusterAddress("127.0.0.1", 5002)),
        cluster.processes());
    assertEquals(1, cluster.task());
    assertTrue(!cluster.isChief());
    assertEquals("10.0.0.2:5001 (task 1)", cluster.name(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a:1,b:1     | 2  | --cluster needs --task",
        "a:1,b:1     | -1 | from 0 to 1",
        "a:1,a:1     | 0  | names a process twice",
        "5000,127.0.0.1:5000 | 0  | names a process twice",
        "node1,b:1   | 0  | 'node1' is no address such as node1:41700",
        "a:1,,b:1    | 0  | '' is no address",
        "a:0,b:1     | 0  | 'a:0' is no address",
        "a:65536,b:1 | 0  | 'a:65536' is no address",
        "::1:5,b:1   | 0  | '::1:5' is no address",
        "a b:1,c:1   | 0  | 'a b:1' is no address"
      })
  void whatCannotBeListedIsRefused(String list, int task, String complaint) {
    assertComplains(complaint, () -> Cluster.listed(list, task));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a:5000,b:5000 | 5001", "a:5000,a:5003,b:6000 | 5004", "5000,5001 | 5002"})
  void theLineTakesTheNextPortOfTheChief(String list, int port) throws Exception {
    assertEquals(port, Cluster.listed(list, 0).linePort());
  }

  @Test
  void thereIsNoPortBeyondTheLast() throws Exception {
    Cluster cluster = Cluster.listed("a:65535,b:1", 0);
    assertComplains("choose lower ports", cluster::linePort);
  }

  @Test
  void slurmTellsNodesAndTask() throws Exception {
    Cluster cluster = Cluster.ofSlurm(slurm("n[1-2],m", "2", "3"), 700);
    assertEquals("[n1:700, n2:700, m:700]", cluster.processes().toString());
    assertEquals(2, cluster.task());
  }

  @Test
  void aStepMayHaveFewerNodesThanItsJob() throws Exception {
    Map<String, String> environment = slurm("n[1-4]", "0", "4");
    environment.put("SLURM_STEP_NODELIST", "n[3-4]");
    environment.put("SLURM_STEP_NUM_TASKS", "2");
    assertEquals("[n3:700, n4:700]", Cluster.ofSlurm(environment, 700).processes().toString());
  }

  @Test
  void withoutSlurmThereAreNoNodes() {
    assertComplains("start eg-cnn with srun", () -> Cluster.ofSlurm(Map.of(), 700));
    assertComplains(
        "start eg-cnn with srun",
        () -> Cluster.ofSlurm(Map.of("SLURM_JOB_NODELIST", "n1", "SLURM_NTASKS", "1"), 700));
  }

  @Test
  void aNodeTakesOneProcess() {
    assertComplains("--ntasks-per-node=1", () -> Cluster.ofSlurm(slurm("n[1-2]", "0", "4"), 700));
  }

  private static Map<String, String> slurm(String nodes, String task, String tasks) {
    return new HashMap<>(
        Map.of("SLURM_JOB_NODELIST", nodes, "SLURM_PROCID", task, "SLURM_NTASKS", tasks));
  }

  @Test
  void hostsAreLookedUp() throws Exception {
    assertEquals(
        InetAddress.getByName("127.0.0.1"),
        Cluster.listed("localhost:1,2", 0).resolve().get(0).getAddress());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no.such.host.invalid:1,2 | The host 'no.such.host.invalid' is not known",
        "0.0.0.0:1,2              | '0.0.0.0' is not the address of one machine",
        "192.0.2.77:1,2           | known here by a loopback address",
        "192.0.2.77:1,192.0.2.78:1 | not an address of this machine"
      })
  void aHostThatCannotBeIsRefused(String list, String complaint) throws Exception {
    Cluster cluster = Cluster.listed(list, 0);
    assertComplains(complaint, cluster::resolve);
  }

  private static void assertComplains(String complaint, Executable action) {
    BadInputException e = assertThrows(BadInputException.class, action);
    assertTrue(e.getMessage().contains(complaint), e.getMessage());
  }
}
