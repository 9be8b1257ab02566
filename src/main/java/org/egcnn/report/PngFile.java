/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.egcnn.task.AtomicOutput;

/** Pictures as PNG. */
public final class PngFile {
  private PngFile() {}

  /**
   * Writes a picture, whole or not at all.
   *
   * @throws IOException as {@link AtomicOutput#write}
   */
  public static void write(BufferedImage picture, Path file) throws IOException {
    AtomicOutput.write(
        file,
        temporary -> {
          try (OutputStream out = Files.newOutputStream(temporary)) {
            encode(picture, out);
          }
        });
  }

  /**
   * Reads a picture and makes it smaller if it is wide.
   *
   * @param widest the most pixels across
   * @return the bytes of a PNG file
   * @throws IOException if the file cannot be read
   */
  public static byte[] readAtMost(Path file, int widest) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    if (picture.getWidth() <= widest) {
      return Files.readAllBytes(file);
    }
    return bytes(shrink(picture, widest));
  }

  /** A picture as the bytes of a PNG file. */
  public static byte[] bytes(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    encode(picture, bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage shrink(BufferedImage picture, int width) {
    int height = Math.max(1, Math.round((float) picture.getHeight() * width / picture.getWidth()));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(picture, 0, 0, width, height, null);
    g.dispose();
    return small;
  }

  private static void encode(BufferedImage picture, OutputStream out) throws IOException {
    // ImageIO's own streams may keep a file, and cannot do so once SIGTERM ends the process
    try (ImageOutputStream encoded = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(picture, "png", encoded)) {
        throw new IOException("this Java has no writer for PNG files");
      }
    }
  }
}
