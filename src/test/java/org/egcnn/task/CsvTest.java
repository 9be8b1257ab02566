/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void fieldsWithCommasAreQuoted() {
    assertEquals(
        "\"a,b\",\"say \"\"hi\"\"\",1.5,\r\n",
        new Csv().line(List.of("a,b", "say \"hi\"", 1.5, Double.NaN)).toString());
  }
}
