/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "node7                | node7",
        "a,b-2.example.org    | a b-2.example.org",
        "node[01-03,07],gpu5  | node01 node02 node03 node07 gpu5",
        "n[8-11]              | n8 n9 n10 n11",
        "n[098-101]x          | n098x n099x n100x n101x",
        "r[1-2]n[1,3]         | r1n1 r1n3 r2n1 r2n3",
        "n[5], m              | n5 m"
      })
  void isWrittenOut(String list, String hosts) throws Exception {
    assertEquals(List.of(hosts.split(" ")), HostList.expand(list));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "n[",
        "n]",
        "n[]",
        "n[1",
        "n[1-2",
        "n[[1]]",
        "n[2-1]",
        "n[a-b]",
        "n[1-2-3]",
        "n[1,,2]",
        "a,,b",
        "n[0-999999999]",
        "n[0-9999][0-9999]",
        "n[1-]"
      })
  void whatIsNoListIsRefused(String list) {
    BadInputException e = assertThrows(BadInputException.class, () -> HostList.expand(list));
    assertTrue(e.getMessage().startsWith("'" + list + "' is no list of hosts"), e.getMessage());
  }
}
