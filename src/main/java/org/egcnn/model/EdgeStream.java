/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

/**
 * The edge stream's settings (EG-CNN paper, section 3.2).
 *
 * @param fusion how the edge stream's output joins the main stream's
 * @param gated false replaces every attention map by 1 (an ablation)
 * @param width channels at resolution 0, doubled at each lower one; 0 for as many as the main
 *     stream has
 * @param stop where gradients between the streams end; none in a file is {@link Stop#NONE}
 * @param attention how gates compute their attention; none in a file is {@link Attention#PLAIN}
 */
public record EdgeStream(
    Fusion fusion,
    boolean gated,
    int width,
    @LaterAddition Stop stop,
    @LaterAddition Attention attention) {

  private static final int WIDEST = 4096;

  /** Checks the range. */
  public EdgeStream {
    stop = stop == null ? Stop.NONE : stop;
    attention = attention == null ? Attention.PLAIN : attention;
    if (width < 0 || width > WIDEST) {
      throw new IllegalArgumentException(
          "the edge stream's width must not be negative or above " + WIDEST);
    }
  }

  /** A stream through which all gradients pass. */
  public EdgeStream(Fusion fusion, boolean gated, int width) {
    this(fusion, gated, width, Stop.NONE, Attention.NORMALISED);
  }

  /** A stream as wide as the main stream. */
  public EdgeStream(Fusion fusion, boolean gated) {
    this(fusion, gated, 0);
  }

  /** How the two streams' last maps become segmentation logits. */
  public enum Fusion {
    /** One 1x1x1 convolution whose weights for the edge half start at zero (default). */
    ZERO_START,
    /** One 1x1x1 convolution, all weights initialised alike. */
    PLAIN,
    /** 3x3x3 convolution, GroupNorm, ReLU, then a 1x1x1 convolution. */
    CONVOLVED
  }

  /** What a gate's attention is computed from. */
  public enum Attention {
    /** The sum of both streams' maps after a GroupNorm (default), as in Gated-SCNN. */
    NORMALISED,
    /** The sum as it is: attention soon is 0 or 1 nearly everywhere (an ablation). */
    PLAIN
  }

  /** Where gradients between the streams end (ablations). */
  public enum Stop {
    /** Nowhere (default): every loss teaches both streams. */
    NONE,
    /** At the main stream's maps: nothing that passes through the edge stream teaches the main. */
    INTO_MAIN,
    /** At the fusion: what the segmentation is judged by does not teach the edge stream. */
    INTO_EDGE,
    /** At both. */
    BOTH
  }

  /** Whether what passes through the edge stream does not teach the main stream. */
  public boolean stopsIntoMain() {
    return stop == Stop.INTO_MAIN || stop == Stop.BOTH;
  }

  /** Whether the segmentation does not teach the edge stream. */
  public boolean stopsIntoEdge() {
    return stop == Stop.INTO_EDGE || stop == Stop.BOTH;
  }

  /** In what the gates differ from the usual ones, after a comma; empty if in nothing. */
  public String gatesInWords() {
    if (!gated) {
      return ", without gates";
    }
    return attention == Attention.PLAIN ? ", plain attention" : "";
  }

  /** The default edge stream. */
  public static EdgeStream standard() {
    return new EdgeStream(Fusion.ZERO_START, true);
  }
}
