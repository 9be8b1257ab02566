/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.awt.Color;

/**
 * Okabe and Ito's colours (Color Universal Design, 2008), which people with any colour vision tell
 * apart.
 */
public final class OkabeIto {
  /** Orange. */
  public static final Color ORANGE = new Color(0xE69F00);

  /** Sky blue. */
  public static final Color SKY_BLUE = new Color(0x56B4E9);

  /** Bluish green. */
  public static final Color GREEN = new Color(0x009E73);

  /** Yellow, for dark backgrounds. */
  public static final Color YELLOW = new Color(0xF0E442);

  /** Ochre, in yellow's place on white. Our choice. */
  public static final Color OCHRE = new Color(0x8C6D1F);

  /** Blue. */
  public static final Color BLUE = new Color(0x0072B2);

  /** Vermilion. */
  public static final Color VERMILION = new Color(0xD55E00);

  /** Reddish purple. */
  public static final Color PURPLE = new Color(0xCC79A7);

  private OkabeIto() {}
}
