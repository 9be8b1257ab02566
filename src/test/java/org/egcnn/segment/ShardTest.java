/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static final List<String> NAMES =
      IntStream.range(0, 1000).mapToObj("case_%05d"::formatted).toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 10, 100})
  void everyCaseBelongsToOneShard(int count) {
    for (String name : NAMES) {
      long owners = IntStream.range(0, count).filter(i -> new Shard(i, count).has(name)).count();
      assertEquals(1, owners, name);
    }
  }

  @Test
  void shardsAreOfAboutTheSameSize() {
    for (int i = 0; i < 10; i++) {
      Shard shard = new Shard(i, 10);
      long size = NAMES.stream().filter(shard::has).count();
      assertTrue(size >= 70 && size <= 130, shard + " has " + size);
    }
  }

  /** Values of {@code printf %s NAME | sha256sum | cut -c1-8}, modulo 4. */
  @Test
  void theNameAloneDecides() {
    assertEquals(2, owner("case_00000"));
    assertEquals(3, owner("case_00001"));
    assertEquals(0, owner("fäll"));
  }

  private static int owner(String name) {
    return IntStream.range(0, 4).filter(i -> new Shard(i, 4).has(name)).findFirst().orElseThrow();
  }

  @Test
  void isWrittenAsItIsRead() {
    assertEquals(new Shard(2, 4), Shard.parse("2/4"));
    assertEquals("2/4", Shard.parse("2/4").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "2-4", "a/b", "-1/4", "1/4/2", " 1/4", "1.0/4", "9999999/4"})
  void refusesWhatIsNoShard(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Shard.parse(text));
    assertTrue(e.getMessage().contains("write i/n, such as 0/4"), e.getMessage());
  }

  @Test
  void refusesShardsBeyondTheLast() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Shard.parse("4/4"));
    assertEquals("shard 4/4 does not exist: they count from 0 to 3", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Shard.parse("0/0"));
    assertThrows(IllegalArgumentException.class, () -> Shard.parse("0/100001"));
  }
}
