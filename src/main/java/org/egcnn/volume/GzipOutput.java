/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import net.imglib2.parallel.Parallelization;

/**
 * Writes a gzip file whose blocks are deflated on several threads. The blocks are byte-aligned
 * parts of one deflate stream, so the file has one member, as every reader expects; pigz does the
 * same.
 */
final class GzipOutput extends OutputStream {
  private static final int BLOCK_BYTES = 1 << 20;

  /** Noisy float images hardly shrink further at higher levels, which take many times as long. */
  private static final int LEVEL = Deflater.BEST_SPEED;

  /** Magic, deflate, no flags, no time, fastest, unknown system (RFC 1952). */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

  /** A last block with nothing in it, fixed codes (RFC 1951). */
  private static final byte[] LAST_BLOCK = {3, 0};

  private final OutputStream out;
  private final ExecutorService threads;
  private final int ahead;
  private final Deque<Future<byte[]>> pending = new ArrayDeque<>();
  private final CRC32 checksum = new CRC32();
  private byte[] block = new byte[BLOCK_BYTES];
  private int filled;
  private long total;
  private boolean closed;

  /**
   * Starts a gzip stream.
   *
   * @param out receives the compressed bytes; closed with this stream
   * @throws IOException if the header cannot be written
   */
  GzipOutput(OutputStream out) throws IOException {
    this.out = out;
    int parallelism = Parallelization.getTaskExecutor().getParallelism();
    this.ahead = 2 * parallelism;
    this.threads =
        Executors.newFixedThreadPool(
            parallelism,
            task -> {
              Thread thread = new Thread(task, "gzip");
              thread.setDaemon(true);
              return thread;
            });
    out.write(HEADER);
  }

  /** Opens a file for writing, compressed if its name ends with .gz. */
  static OutputStream open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return FileNames.endsWith(file, List.of(".gz")) ? new GzipOutput(out) : out;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int count = Math.min(length - done, BLOCK_BYTES - filled);
      System.arraycopy(bytes, offset + done, block, filled, count);
      filled += count;
      done += count;
      if (filled == BLOCK_BYTES) {
        submit();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      submit();
      while (!pending.isEmpty()) {
        out.write(take());
      }
      out.write(LAST_BLOCK);
      writeInt((int) checksum.getValue());
      writeInt((int) total);
    } finally {
      threads.shutdownNow();
    }
  }

  private void submit() throws IOException {
    if (filled == 0) {
      return;
    }
    byte[] full = block;
    int length = filled;
    checksum.update(full, 0, length);
    total += length;
    pending.add(threads.submit(() -> deflate(full, length)));
    block = new byte[BLOCK_BYTES];
    filled = 0;
    if (pending.size() > ahead) {
      out.write(take());
    }
  }

  private byte[] take() throws IOException {
    try {
      return pending.remove().get();
    } catch (ExecutionException e) {
      throw new IOException("compressing failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while compressing", e);
    }
  }

  private static byte[] deflate(byte[] bytes, int length) {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setInput(bytes, 0, length);
      byte[] result = new byte[length / 2 + 1024];
      int size = 0;
      while (true) {
        size += deflater.deflate(result, size, result.length - size, Deflater.SYNC_FLUSH);
        if (size < result.length) {
          return Arrays.copyOf(result, size);
        }
        result = Arrays.copyOf(result, 2 * result.length);
      }
    } finally {
      deflater.end();
    }
  }

  private void writeInt(int value) throws IOException {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
  }
}
