/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.egcnn.cluster.Cluster;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;

class ClusterArgumentsTest {
  private static final Map<String, String> SLURM =
      Map.of("SLURM_JOB_NODELIST", "n[1-2]", "SLURM_PROCID", "1", "SLURM_NTASKS", "2");

  @Command
  private static final class Holder {
    @Mixin private ClusterArguments arguments;
  }

  private static ClusterArguments parsed(String... args) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(args);
    return holder.arguments;
  }

  @Test
  void withoutThemOneProcessTrains() throws Exception {
    assertEquals(Optional.empty(), parsed().cluster(SLURM));
    assertEquals(Duration.ofSeconds(600), parsed().patience());
  }

  @Test
  void aClusterIsListedOrSlurms() throws Exception {
    assertEquals(
        Cluster.listed("a:1,b:2", 1),
        parsed("--cluster=a:1,b:2", "--task=1").cluster(Map.of()).orElseThrow());
    assertEquals(
        Cluster.listed("n1:7,n2:7", 1),
        parsed("--cluster=slurm", "--cluster-port=7").cluster(SLURM).orElseThrow());
  }

  @Test
  void oneProcessIsNoCluster() throws Exception {
    assertEquals(Optional.empty(), parsed("--cluster=a:1", "--task=0").cluster(Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--cluster=a:1,b:1                          | --cluster needs --task",
        "--cluster=slurm                            | start eg-cnn with srun",
        "--cluster=a:1,b:1 --task=0 --cluster-wait=0 | --cluster-wait must be 1 or more"
      })
  void whatCannotBeIsRefused(String line, String complaint) {
    BadInputException e =
        assertThrows(BadInputException.class, () -> parsed(line.split(" +")).cluster(Map.of()));
    assertTrue(e.getMessage().contains(complaint), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--task=1                                  | --task is given without --cluster",
        "--cluster-port=7                          | --cluster-port is given without --cluster",
        "--cluster-wait=7                          | --cluster-wait is given without --cluster",
        "--cluster=slurm --task=0                  | --task is for a list",
        "--cluster=a:1,b:1 --task=0 --cluster-port=7 | --cluster-port is for --cluster slurm"
      })
  void whatHasNoEffectIsRefused(String line, String complaint) {
    Holder holder = new Holder();
    ParseResult given = new CommandLine(holder).parseArgs(line.split(" +"));
    BadInputException e =
        assertThrows(BadInputException.class, () -> holder.arguments.requireUse(given));
    assertTrue(e.getMessage().contains(complaint), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http_proxy", "https_proxy", "grpc_proxy"})
  void proxiesAreRefused(String variable) {
    ClusterArguments arguments = parsed("--cluster=a:1,b:1", "--task=0");
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> arguments.cluster(Map.of(variable, "http://proxy:3128")));
    assertTrue(e.getMessage().contains("start with env -u " + variable), e.getMessage());
  }
}
