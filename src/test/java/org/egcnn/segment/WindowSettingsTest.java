/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

class WindowSettingsTest {

  @Test
  void mirrorsAllCombinationsOfAxes() {
    assertEquals(List.of(0), WindowSettings.combinations(Set.of()));
    assertEquals(List.of(0, 1, 4, 5), WindowSettings.combinations(Axis.parse("zx")));
    assertEquals(8, WindowSettings.combinations(EnumSet.allOf(Axis.class)).size());
  }

  @Test
  void readsAxes() {
    assertEquals(Set.of(Axis.X, Axis.Z), Axis.parse(" XZ"));
    assertEquals(Set.of(), Axis.parse(""));
    assertEquals(Set.of(), Axis.parse("none"));
    assertThrows(IllegalArgumentException.class, () -> Axis.parse("xw"));
  }

  @Test
  void halvesTheBatchThenTheLongestSide() {
    WindowSettings settings = settings(new Size(96, 128, 48), 3).smaller(8);
    assertEquals(1, settings.batch());
    assertEquals(new Size(96, 128, 48), settings.window());
    settings = settings.smaller(8);
    assertEquals(new Size(96, 64, 48), settings.window());
    settings = settings.smaller(8);
    assertEquals(new Size(48, 64, 48), settings.window());
  }

  @Test
  void staysOnMultiplesOfTheStep() {
    assertEquals(new Size(32, 16, 16), settings(new Size(80, 16, 16), 1).smaller(16).window());
    assertEquals(new Size(40, 16, 16), settings(new Size(80, 16, 16), 1).smaller(8).window());
  }

  @Test
  void endsAtTheSmallestSide() {
    WindowSettings settings = settings(new Size(500, 8, 100), 1);
    int tries = 0;
    while (settings.canShrink(4)) {
      WindowSettings smaller = settings.smaller(4);
      assertTrue(smaller.window().voxels() < settings.window().voxels());
      settings = smaller;
      tries++;
    }
    assertEquals(new Size(16, 8, 16), settings.window());
    assertTrue(tries > 5);
    assertFalse(settings(new Size(16, 16, 16), 1).canShrink(16));
  }

  private static WindowSettings settings(Size window, int batch) {
    return new WindowSettings(window, 0.5, batch, List.of(0), true);
  }
}
