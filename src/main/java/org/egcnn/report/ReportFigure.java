/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A picture with a caption, held by the report itself. */
public final class ReportFigure implements ReportBlock {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  /** Where the width, and after it the height, stand in the header that follows the signature. */
  private static final int WIDTH_AT = 16;

  private static final int HEADER_LENGTH = 24;

  private final String name;
  private final byte[] png;
  private final String description;
  private final String caption;
  private final Optional<Link> full;

  private ReportFigure(
      String name, byte[] png, String description, String caption, Optional<Link> full) {
    this.name = name;
    this.png = png;
    this.description = description;
    this.caption = caption;
    this.full = full;
  }

  /**
   * A figure.
   *
   * @param name unlike every other figure's of the report; {@link Link#toFigure} finds it by this
   * @param png the content of a PNG file
   * @param description what it shows, for those who cannot see it
   * @param caption stands below it
   * @throws IllegalArgumentException if the bytes are no PNG file
   */
  public static ReportFigure of(String name, byte[] png, String description, String caption) {
    if (png.length < HEADER_LENGTH
        || !Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
      throw new IllegalArgumentException("the figure " + name + " is not a PNG file");
    }
    return new ReportFigure(name, png.clone(), description, caption, Optional.empty());
  }

  /** The same figure, a click on which leads to its larger original. */
  public ReportFigure linkedTo(Link original) {
    return new ReportFigure(name, png, description, caption, Optional.of(original));
  }

  /** The name by which links find it. */
  public String name() {
    return name;
  }

  @Override
  public void writeTo(HtmlWriter html) throws IOException {
    Map<String, String> image = new LinkedHashMap<>();
    image.put("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    image.put("alt", description);
    // The browser then reserves the place before it has decoded the picture.
    image.put("width", String.valueOf(ByteBuffer.wrap(png).getInt(WIDTH_AT)));
    image.put("height", String.valueOf(ByteBuffer.wrap(png).getInt(WIDTH_AT + Integer.BYTES)));
    html.open("figure", Map.of("id", Link.anchor(name)));
    if (full.isPresent()) {
      html.open("a", Map.of("href", full.get().target())).empty("img", image).close();
    } else {
      html.empty("img", image);
    }
    html.element("figcaption", caption);
    html.close();
  }
}
