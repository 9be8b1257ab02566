/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import com.google.gson.annotations.SerializedName;

/** The main stream's network (EG-CNN paper, section 3.1). */
public enum Backbone {
  /** Residual encoder and decoder of Myronenko 2018 without its VAE branch (SegResNet). */
  @SerializedName("seg-net")
  SEG_NET("seg-net"),
  /** 3D U-Net, Çiçek et al. 2016. */
  @SerializedName("u-net")
  U_NET("u-net"),
  /** V-Net, Milletari et al. 2016. */
  @SerializedName("v-net")
  V_NET("v-net");

  private final String label;

  Backbone(String label) {
    this.label = label;
  }

  /**
   * The backbone of a name such as {@code seg-net}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Backbone parse(String label) {
    for (Backbone backbone : values()) {
      if (backbone.label.equals(label)) {
        return backbone;
      }
    }
    throw new IllegalArgumentException(
        "'" + label + "' is not a backbone; there are seg-net, u-net and v-net");
  }

  /** The name used in options and model files, such as {@code seg-net}. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
